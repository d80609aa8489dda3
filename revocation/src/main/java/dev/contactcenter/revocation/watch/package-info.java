/** Learns from Keycloak's own events which sessions begin and end, and whose account is switched off. */
@NullMarked
package dev.contactcenter.revocation.watch;

import org.jspecify.annotations.NullMarked;
