/** Proofs of what readers of records learn of persons. */
@NullMarked
package dev.contactcenter.listeners.privacy;

import org.jspecify.annotations.NullMarked;
