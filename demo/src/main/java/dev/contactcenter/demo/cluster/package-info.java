/** Keycloak as it runs in production: several servers on one PostgreSQL. For tests and measurements. */
@NullMarked
package dev.contactcenter.demo.cluster;

import org.jspecify.annotations.NullMarked;
