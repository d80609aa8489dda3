/** Keys of issuers that an administrator trusts, and what is signed with them. */
@NullMarked
package dev.contactcenter.kit.keys;

import org.jspecify.annotations.NullMarked;
