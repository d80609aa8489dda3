/** What administrators see in Keycloak's admin console. */
@NullMarked
package dev.contactcenter.it.console;

import org.jspecify.annotations.NullMarked;
