/** Decision records stored with what a request writes, and delivered through Keycloak's outbox, at least once, to a file or the server log. */
@NullMarked
package dev.contactcenter.listeners.outbox;

import org.jspecify.annotations.NullMarked;
