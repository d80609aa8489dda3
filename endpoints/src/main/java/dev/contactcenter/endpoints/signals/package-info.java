/** Receives what engines outside of Keycloak observed. */
@NullMarked
package dev.contactcenter.endpoints.signals;

import org.jspecify.annotations.NullMarked;
