/** Fetches the events of streams that are not pushed (RFC 8936). */
@NullMarked
package dev.contactcenter.endpoints.poll;

import org.jspecify.annotations.NullMarked;
