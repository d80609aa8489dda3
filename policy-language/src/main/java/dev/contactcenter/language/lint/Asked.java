package dev.contactcenter.language.lint;

import dev.contactcenter.engine.condition.Predicate;
import dev.contactcenter.engine.condition.Predicates;
import dev.contactcenter.engine.condition.Questions;
import dev.contactcenter.engine.request.Attribute;
import java.util.Map;
import java.util.Optional;

/**
 * A question of which a condition needs one answer.
 *
 * @param wanted whether the answer has to be yes
 */
record Asked(Predicate predicate, boolean wanted) {

    Optional<Attribute> attribute() {
        return Predicates.attribute(predicate);
    }

    /** Whether it gets its answer where attributes read so; where they read nothing, it does not. */
    boolean fits(Map<Attribute, Object> reading) {
        return attribute()
                .map(reading::get)
                .map(value -> Questions.holds(predicate, value) == wanted)
                .orElse(false);
    }

    /** As people write it. */
    String text() {
        return Predicates.text(predicate, !wanted);
    }
}
