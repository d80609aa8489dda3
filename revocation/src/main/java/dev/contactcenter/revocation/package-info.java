/** Ends what must not go on, and tells whoever has to know. */
@NullMarked
package dev.contactcenter.revocation;

import org.jspecify.annotations.NullMarked;
