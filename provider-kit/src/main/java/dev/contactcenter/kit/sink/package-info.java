/** What there is to know and to do about the sinks of a realm: declared here, implemented where records are delivered. */
@NullMarked
package dev.contactcenter.kit.sink;

import org.jspecify.annotations.NullMarked;
