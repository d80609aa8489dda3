/** How records look where they are delivered. */
@NullMarked
package dev.contactcenter.listeners.rendering;

import org.jspecify.annotations.NullMarked;
