/** Decision records kept in Keycloak's own outbox and delivered from there, at least once, to a file or the server log. */
@NullMarked
package dev.contactcenter.listeners.outbox;

import org.jspecify.annotations.NullMarked;
