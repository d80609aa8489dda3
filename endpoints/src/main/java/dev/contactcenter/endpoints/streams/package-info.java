/** Streams of security events that a realm receives: what an administrator says about each. */
@NullMarked
package dev.contactcenter.endpoints.streams;

import org.jspecify.annotations.NullMarked;
