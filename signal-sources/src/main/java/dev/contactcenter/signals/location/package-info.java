/** Where in the world an address is, by databases on the server's own disk. */
@NullMarked
package dev.contactcenter.signals.location;

import org.jspecify.annotations.NullMarked;
