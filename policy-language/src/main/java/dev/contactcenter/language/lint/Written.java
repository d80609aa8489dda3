package dev.contactcenter.language.lint;

import dev.contactcenter.engine.condition.Formula;
import dev.contactcenter.engine.condition.Predicate;
import dev.contactcenter.engine.policy.Effect;
import dev.contactcenter.engine.policy.Rule;
import java.util.ArrayList;
import java.util.List;

/** A rule and where it is written. */
record Written(Rule rule, Spot spot) {

    /** Whether the section about signals made it: no condition can ask whether a signal is missing. */
    boolean isMade() {
        return isMade(rule);
    }

    static boolean isMade(Rule rule) {
        return rule.when() instanceof Formula.Atom(Predicate.IsMissing ignored);
    }

    /** Its conditions, in the order in which they count. */
    List<Condition> conditions() {
        List<Condition> conditions = new ArrayList<>();
        conditions.add(new Condition(Part.RULE, rule.when(), spot.key("when")));
        for (int i = 0; i < rule.exemptions().size(); i++) {
            conditions.add(new Condition(
                    Part.EXCEPTION,
                    rule.exemptions().get(i).when(),
                    exception(i).key("when")));
        }
        for (Effect effect : rule.effects()) {
            if (effect instanceof Effect.Limit limit) {
                conditions.add(new Condition(
                        Part.LIMIT, limit.when(), spot.key("limit").key("when")));
            }
        }
        return conditions;
    }

    /** Where one of its exceptions is written. */
    Spot exception(int index) {
        return spot.key("except").item(index);
    }

    /** A condition and where it is written. */
    record Condition(Part part, Formula when, Spot spot) {}

    /** What a condition is of. */
    enum Part {
        RULE("rule"),
        EXCEPTION("exception"),
        LIMIT("limit");

        private final String word;

        Part(String word) {
            this.word = word;
        }

        /** How a message calls it. */
        String word() {
            return word;
        }
    }
}
