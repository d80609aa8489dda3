/** An application in the hand of a test: authorization code with PKCE, and whatever else it wants to send. */
@NullMarked
package dev.contactcenter.it.oidc;

import org.jspecify.annotations.NullMarked;
