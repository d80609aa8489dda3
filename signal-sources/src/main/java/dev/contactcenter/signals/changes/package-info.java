/** How a server learns of what other servers stored, so that it may answer from its memory. */
@NullMarked
package dev.contactcenter.signals.changes;

import org.jspecify.annotations.NullMarked;
