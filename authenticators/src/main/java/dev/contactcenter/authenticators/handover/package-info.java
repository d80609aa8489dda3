/** Shared desks: who signs in there takes the desk over, and the sessions of those before end. */
@NullMarked
package dev.contactcenter.authenticators.handover;

import org.jspecify.annotations.NullMarked;
