/** The device registry: where devices are kept in Keycloak's database, and the source that tells of them. */
@NullMarked
package dev.contactcenter.signals.registry;

import org.jspecify.annotations.NullMarked;
