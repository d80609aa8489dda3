/** Carries out what follows from a security event. */
@NullMarked
package dev.contactcenter.endpoints.reactions;

import org.jspecify.annotations.NullMarked;
