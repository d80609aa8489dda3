/** One mode at a time: the choice of it, and what becomes of the one that is left. */
@NullMarked
package dev.contactcenter.it.modes;

import org.jspecify.annotations.NullMarked;
