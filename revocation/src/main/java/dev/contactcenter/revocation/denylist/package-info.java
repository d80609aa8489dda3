/** What resource servers must no longer accept, in an order that no reader can miss anything of. */
@NullMarked
package dev.contactcenter.revocation.denylist;

import org.jspecify.annotations.NullMarked;
