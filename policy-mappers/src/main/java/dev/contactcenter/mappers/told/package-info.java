/** Telling receivers of security events that tokens carry something else than before. */
@NullMarked
package dev.contactcenter.mappers.told;

import org.jspecify.annotations.NullMarked;
