/** The two ends of a login: what must be proven for the actions asked for, and whether they are granted. */
@NullMarked
package dev.contactcenter.authenticators.access;

import org.jspecify.annotations.NullMarked;
