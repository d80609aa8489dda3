/** Rich authorization requests (RFC 9396), from the parameter to the token. */
@NullMarked
package dev.contactcenter.mappers.details;

import org.jspecify.annotations.NullMarked;
