/** The step of the login flow in which a person says why. */
@NullMarked
package dev.contactcenter.authenticators.justification;

import org.jspecify.annotations.NullMarked;
