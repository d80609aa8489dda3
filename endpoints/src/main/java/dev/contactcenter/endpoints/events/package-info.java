/** Security event tokens (RFC 8417) and the events of CAEP 1.0 and SSF 1.0 in them. */
@NullMarked
package dev.contactcenter.endpoints.events;

import org.jspecify.annotations.NullMarked;
