/** What the pack costs a Keycloak server: start, memory, sign-ins and refreshes, with and without it in one run. */
@NullMarked
package dev.contactcenter.benchmarks.server;

import org.jspecify.annotations.NullMarked;
