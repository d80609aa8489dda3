/**
 * Ways around the policy, each tried against the running server. Each test fails if the hook that closes its way is taken
 * out. Not tried, because there is no way to try it: session notes, which hold what was proven, are never sent to anybody.
 */
@NullMarked
package dev.contactcenter.it.attack;

import org.jspecify.annotations.NullMarked;
