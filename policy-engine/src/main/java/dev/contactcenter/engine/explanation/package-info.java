/** Why a decision is what it is: every rule of the policy, where it stands, and what its conditions were answered. */
@NullMarked
package dev.contactcenter.engine.explanation;

import org.jspecify.annotations.NullMarked;
