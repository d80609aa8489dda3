package dev.contactcenter.engine.explanation;

import dev.contactcenter.engine.decision.Excuse;
import dev.contactcenter.engine.explanation.Examined.Role;
import dev.contactcenter.engine.policy.Rule;
import java.util.List;

/**
 * One rule and what came of it.
 *
 * @param examined its conditions, each once for every action that the rule looks at; empty if it was not looked at
 * @param excuses the exceptions that excused from it
 */
public record Weighed(Rule rule, Standing standing, List<Examined> examined, List<Excuse> excuses) {

    public Weighed {
        examined = List.copyOf(examined);
        excuses = List.copyOf(excuses);
    }

    /** The same if one of these graces suspends it. */
    public Weighed resting(List<Excuse> graces) {
        List<Excuse> own =
                graces.stream().filter(grace -> grace.rule().equals(rule.id())).toList();
        return own.isEmpty() ? this : new Weighed(rule, Standing.SUSPENDED, examined, own);
    }

    /** Those of its conditions that have this part in the rule. */
    public List<Examined> examined(Role role) {
        return examined.stream().filter(one -> one.role() == role).toList();
    }

    /** Where a rule can stand. */
    public enum Standing {
        /** The policy as a whole is off. */
        POLICY_OFF("not looked at: the policy is off"),
        REFUSED_BEFORE("not looked at: the request is refused whatever the rules say"),
        OTHER_MODE("not looked at: it is for other modes"),
        OTHER_ACTION("not looked at: it is for other actions"),
        DISABLED("disabled"),
        DOES_NOT_APPLY("does not apply"),
        APPLIES("applies"),
        /** Its condition cannot be answered. */
        UNANSWERED("applies, because its condition cannot be answered"),
        EXCUSED("would apply, but an exception excuses from it"),
        SUSPENDED("would apply, but rests while an interaction is live"),
        REPORT_ONLY("would apply, but only reports"),
        OUTSIDE_ROLLOUT("would apply, but is not rolled out to this user yet"),
        /** The policy as a whole only reports, for everybody or for this user. */
        POLICY_REPORTS("would apply, but the policy only reports"),
        WAIVED("would apply, but is waived for break-glass accounts");

        private final String phrase;

        Standing(String phrase) {
            this.phrase = phrase;
        }

        /** For readers, continuing a sentence that begins with the rule. */
        public String phrase() {
            return phrase;
        }

        /** Whether it shaped the decision. */
        public boolean isEnforced() {
            return this == APPLIES || this == UNANSWERED;
        }

        /** Whether its condition was examined. */
        public boolean isLookedAt() {
            return switch (this) {
                case POLICY_OFF, REFUSED_BEFORE, OTHER_MODE, OTHER_ACTION, DISABLED -> false;
                case DOES_NOT_APPLY,
                        APPLIES,
                        UNANSWERED,
                        EXCUSED,
                        SUSPENDED,
                        REPORT_ONLY,
                        OUTSIDE_ROLLOUT,
                        POLICY_REPORTS,
                        WAIVED -> true;
            };
        }
    }
}
