/** In which messages records go out. */
@NullMarked
package dev.contactcenter.listeners.delivery;

import org.jspecify.annotations.NullMarked;
