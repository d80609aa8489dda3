/** The last look at a token before it is signed, whatever the grant that it came by. */
@NullMarked
package dev.contactcenter.mappers.lastline;

import org.jspecify.annotations.NullMarked;
