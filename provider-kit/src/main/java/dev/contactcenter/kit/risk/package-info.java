/** Risk levels that engines outside of Keycloak told: what one module receives and another reads. */
@NullMarked
package dev.contactcenter.kit.risk;

import org.jspecify.annotations.NullMarked;
