/** Tells receivers of CAEP events through Keycloak's own transmitter that a session ended. */
@NullMarked
package dev.contactcenter.revocation.caep;

import org.jspecify.annotations.NullMarked;
