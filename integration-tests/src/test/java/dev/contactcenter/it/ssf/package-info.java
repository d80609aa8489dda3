/** Security events of other systems, and what they do to sessions here. */
@NullMarked
package dev.contactcenter.it.ssf;

import org.jspecify.annotations.NullMarked;
