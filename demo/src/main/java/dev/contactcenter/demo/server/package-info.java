/** A Keycloak from its distribution, with the pack and the realm in it. */
@NullMarked
package dev.contactcenter.demo.server;

import org.jspecify.annotations.NullMarked;
