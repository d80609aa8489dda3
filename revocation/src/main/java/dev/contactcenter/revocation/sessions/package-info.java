/** Which sessions are on which device, and how one ends. */
@NullMarked
package dev.contactcenter.revocation.sessions;

import org.jspecify.annotations.NullMarked;
