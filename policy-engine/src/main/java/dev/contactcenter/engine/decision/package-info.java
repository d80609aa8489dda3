/** What the policy answers: a permit with obligations, a step-up or a denial, and the rules that caused it. */
@NullMarked
package dev.contactcenter.engine.decision;

import org.jspecify.annotations.NullMarked;
