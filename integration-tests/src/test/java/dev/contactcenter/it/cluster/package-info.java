/** Two servers on one PostgreSQL: what one does counts at the other, at once, and survives the death of either. */
@NullMarked
package dev.contactcenter.it.cluster;

import org.jspecify.annotations.NullMarked;
