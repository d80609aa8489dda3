package dev.contactcenter.engine.condition;

import java.util.List;

/**
 * A condition: predicates joined by and, or and not. Where a predicate cannot be answered, the truth of the whole follows
 * Kleene's three-valued logic, as CEL's own evaluation of unknowns does: false and anything is false, true or anything is true.
 */
public sealed interface Formula {

    /** Always the same. */
    record Constant(boolean value) implements Formula {}

    /** One question. */
    record Atom(Predicate predicate) implements Formula {}

    /** The opposite. */
    record Not(Formula negated) implements Formula {}

    /** All of them; true if there are none. */
    record All(List<Formula> parts) implements Formula {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /** At least one of them; false if there are none. */
    record Any(List<Formula> parts) implements Formula {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    /** A rule without {@code when}. */
    Formula ALWAYS = new Constant(true);

    /** A rule without exceptions has none that hold. */
    Formula NEVER = new Constant(false);
}
