/** Risk levels that engines outside of Keycloak told of accounts and sessions. */
@NullMarked
package dev.contactcenter.signals.risk;

import org.jspecify.annotations.NullMarked;
