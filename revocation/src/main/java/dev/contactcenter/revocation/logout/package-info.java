/** Tells applications that a session of theirs ended (OpenID Connect Back-Channel Logout 1.0). */
@NullMarked
package dev.contactcenter.revocation.logout;

import org.jspecify.annotations.NullMarked;
