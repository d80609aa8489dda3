package dev.contactcenter.engine.policy;

import dev.contactcenter.engine.condition.Formula;
import dev.contactcenter.engine.condition.Predicate;
import dev.contactcenter.engine.request.Attribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** For whom a rule, or a policy, is enforced already; for all others it only reports. */
public sealed interface Rollout {

    /** For everybody. */
    record Everyone() implements Rollout {}

    /**
     * For the members of some groups, and for a share of all users. A share of a hundred percent is everybody, services as well; of
     * a smaller one they are never part.
     *
     * @param groups paths; a member of any of them is in
     * @param percent 0 to 100
     * @param cohort users of the same cohort are divided alike, so that rules with one cohort reach the same users
     */
    record Pilot(Set<String> groups, int percent, String cohort) implements Rollout {
        private static final int EVERYBODY = 100;

        public Pilot {
            groups = Set.copyOf(groups);
        }

        private boolean isForEverybody() {
            return percent == EVERYBODY;
        }
    }

    /** When a request belongs to it. */
    default Formula membership() {
        return switch (this) {
            case Everyone ignored -> Formula.ALWAYS;
            case Pilot pilot when pilot.isForEverybody() -> Formula.ALWAYS;
            case Pilot pilot -> {
                List<Formula> ways = new ArrayList<>();
                pilot.groups.forEach(
                        group -> ways.add(new Formula.Atom(new Predicate.Has(Attribute.USER_GROUPS, group))));
                ways.add(new Formula.Atom(new Predicate.InCohort(pilot.cohort, pilot.percent)));
                yield new Formula.Any(ways);
            }
        };
    }
}
