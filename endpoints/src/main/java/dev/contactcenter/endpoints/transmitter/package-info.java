/** Calls the transmitters of streams. */
@NullMarked
package dev.contactcenter.endpoints.transmitter;

import org.jspecify.annotations.NullMarked;
