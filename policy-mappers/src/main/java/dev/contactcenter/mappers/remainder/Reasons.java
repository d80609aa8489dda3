package dev.contactcenter.mappers.remainder;

import dev.contactcenter.engine.decision.Decision;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Says why actions were withheld, in the words of a token and of an event. */
public final class Reasons {

    /** In place of a reason code, where proving more would bring the action back. */
    public static final String STEP_UP_REQUIRED = "step_up_required";

    private Reasons() {}

    /** The reason code of a decision that is no permit. */
    public static String of(Decision decision) {
        return switch (decision) {
            case Decision.StepUp ignored -> STEP_UP_REQUIRED;
            case Decision.Deny deny -> deny.reason().code();
            case Decision.Permit ignored ->
                throw new IllegalStateException("A permit has no reason, because it refuses nothing");
        };
    }

    /** As a member of a token: objects of {@code action} and {@code reason}, by action. */
    public static List<Map<String, String>> told(Map<String, Decision> withheld) {
        return new TreeMap<>(withheld)
                .entrySet().stream()
                        .map(one -> Map.of("action", one.getKey(), "reason", of(one.getValue())))
                        .toList();
    }
}
