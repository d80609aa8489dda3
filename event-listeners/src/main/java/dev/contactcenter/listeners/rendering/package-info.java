/** Stored records in the formats that security teams read. */
@NullMarked
package dev.contactcenter.listeners.rendering;

import org.jspecify.annotations.NullMarked;
