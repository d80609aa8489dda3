/** Tells receivers of CAEP events through Keycloak's own transmitter that a session ended, and what changed about sessions and devices. */
@NullMarked
package dev.contactcenter.revocation.caep;

import org.jspecify.annotations.NullMarked;
