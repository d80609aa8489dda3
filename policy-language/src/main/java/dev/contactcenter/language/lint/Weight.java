package dev.contactcenter.language.lint;

import dev.contactcenter.engine.decision.Bound;
import dev.contactcenter.engine.decision.Obligations;
import dev.contactcenter.engine.decision.Reason;
import dev.contactcenter.engine.policy.Effect;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much is demanded.
 *
 * @param level what is required, as an index of the policy's ladder; -1 for nothing
 * @param refusal the reason to deny, if there is one
 */
record Weight(
        int level,
        Bound maxAge,
        Obligations obligations,
        @Nullable Reason refusal) {

    /** What effects add up to. */
    static Weight of(Collection<Effect> effects, List<String> ladder) {
        int level = -1;
        Bound maxAge = Bound.none();
        Obligations obligations = Obligations.NONE;
        Reason refusal = null;
        for (Effect effect : effects) {
            switch (effect) {
                case Effect.Refuse refuse -> refusal = refuse.reason();
                case Effect.Limit limit -> obligations = obligations.and(limit.obligations());
                case Effect.Require require -> {
                    level = Math.max(level, ladder.indexOf(require.demand().acr()));
                    maxAge = maxAge.tighter(require.demand().maxAge());
                }
            }
        }
        return new Weight(level, maxAge, obligations, refusal);
    }

    /** Whether the other adds nothing to it, not even the reason that people are told. */
    boolean isAtLeast(Weight other) {
        if (refusal != null) {
            return other.refusal == null || refusal.code().compareTo(other.refusal.code()) <= 0;
        }
        return other.refusal == null
                && level >= other.level
                && maxAge.tighter(other.maxAge).equals(maxAge)
                && obligations.and(other.obligations).equals(obligations);
    }
}
