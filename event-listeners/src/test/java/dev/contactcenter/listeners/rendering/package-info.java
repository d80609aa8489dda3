/** Proofs of what stored records look like in each format. */
@NullMarked
package dev.contactcenter.listeners.rendering;

import org.jspecify.annotations.NullMarked;
