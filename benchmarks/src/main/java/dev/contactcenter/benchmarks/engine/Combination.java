package dev.contactcenter.benchmarks.engine;

import dev.contactcenter.engine.request.Assurance;
import java.time.Duration;

/** Combines the rules that applied, strictest wins; the same code for every contender but the engine itself. */
final class Combination {

    private long rules;
    private String reason = "";
    private int level = -1;
    private long maxAge = Answer.UNBOUNDED;
    private long tokenLifespan = Answer.UNBOUNDED;

    /** Adds the rule at this place among the action's rules. */
    void add(int place, NeutralRule rule) {
        rules |= 1L << place;
        switch (rule.effect()) {
            case NeutralRule.Deny deny -> {
                if (reason.isEmpty() || deny.reason().compareTo(reason) < 0) {
                    reason = deny.reason();
                }
            }
            case NeutralRule.Require require -> {
                level = Math.max(level, require.level());
                maxAge = Math.min(maxAge, require.maxAge());
            }
            case NeutralRule.Limit limit -> tokenLifespan = Math.min(tokenLifespan, limit.tokenLifespan());
        }
    }

    Answer answer(Assurance assurance) {
        if (!reason.isEmpty()) {
            return Answer.deny(reason, rules);
        }
        if (level < 0) {
            return Answer.permit(tokenLifespan, Answer.UNBOUNDED, rules);
        }
        long age = youngest(assurance);
        if (age == Answer.UNBOUNDED || age > maxAge) {
            return Answer.stepUp(level, maxAge, tokenLifespan, rules);
        }
        return Answer.permit(tokenLifespan, maxAge == Answer.UNBOUNDED ? Answer.UNBOUNDED : maxAge - age, rules);
    }

    /** The age of the youngest proof of the level or of a higher one. */
    private long youngest(Assurance assurance) {
        long youngest = Answer.UNBOUNDED;
        for (int i = level; i < NeutralPolicy.LEVELS.size(); i++) {
            Duration age = assurance.ages().get(NeutralPolicy.LEVELS.get(i));
            if (age != null) {
                youngest = Math.min(youngest, Math.max(0, age.toSeconds()));
            }
        }
        return youngest;
    }
}
