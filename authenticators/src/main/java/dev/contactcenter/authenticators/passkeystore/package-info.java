/** What is known of each passkey, kept in Keycloak's database. */
@NullMarked
package dev.contactcenter.authenticators.passkeystore;

import org.jspecify.annotations.NullMarked;
