/** Requests to other servers that cannot take longer or bring more than they may. */
@NullMarked
package dev.contactcenter.kit.http;

import org.jspecify.annotations.NullMarked;
