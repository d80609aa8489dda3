/** A real Keycloak with the pack in it, for all tests; a realm of its own for each. */
@NullMarked
package dev.contactcenter.it.server;

import org.jspecify.annotations.NullMarked;
