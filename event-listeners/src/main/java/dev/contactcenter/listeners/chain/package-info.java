/** Records put into their realm's chain, signed from time to time, and kept as batches until they are delivered. */
@NullMarked
package dev.contactcenter.listeners.chain;

import org.jspecify.annotations.NullMarked;
