/** Stopping what was let in: what may order it, and the SPI that carries it out. */
@NullMarked
package dev.contactcenter.kit.revocation;

import org.jspecify.annotations.NullMarked;
