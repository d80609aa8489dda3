package dev.contactcenter.engine.explanation;

import dev.contactcenter.engine.condition.Answer;
import java.util.List;

/**
 * One condition put to a request.
 *
 * @param number of several with the same role in a rule, which one; from 1
 * @param action the action it was examined for; empty if the request has none
 * @param asked every question of the condition, in the order of its text
 */
public record Examined(Role role, int number, String action, Answer answer, List<Asked> asked) {

    public Examined {
        asked = List.copyOf(asked);
    }

    /** What the condition is for. */
    public enum Role {
        /** When the rule applies. */
        WHEN,
        /** When one of its limits applies beside; the rule's own condition is not repeated. */
        LIMIT,
        /** When an exception excuses from it. */
        EXCEPTION,
        /** For whom it is enforced already. */
        ROLLOUT
    }
}
