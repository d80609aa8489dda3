/** What is asked for of one thing at a time (RFC 9396), from the request to the token. */
@NullMarked
package dev.contactcenter.kit.details;

import org.jspecify.annotations.NullMarked;
