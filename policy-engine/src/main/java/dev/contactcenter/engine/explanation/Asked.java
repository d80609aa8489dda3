package dev.contactcenter.engine.explanation;

import dev.contactcenter.engine.condition.Answer;
import dev.contactcenter.engine.condition.Predicate;
import dev.contactcenter.engine.condition.Predicates;

/**
 * One question of a condition, as the condition needs it: {@code a != "x"} is a question too.
 *
 * @param negated whether the condition needs the predicate to be false
 * @param answer to the question as it is needed
 * @param decisive whether it is one of those that gave the condition its answer: of a condition that does not hold, what stands in
 *     the way
 * @param found what the predicate was asked about
 */
public record Asked(Predicate predicate, boolean negated, Answer answer, boolean decisive, Found found) {

    /** The question as people write it. */
    public String text() {
        return Predicates.text(predicate, negated);
    }
}
