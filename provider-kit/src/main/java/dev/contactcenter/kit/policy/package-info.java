/** The policy of a realm: a component of Keycloak's, compiled, checked against its realm, or why it is not in force. */
@NullMarked
package dev.contactcenter.kit.policy;

import org.jspecify.annotations.NullMarked;
