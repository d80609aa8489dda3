package dev.contactcenter.engine.matcher;

import dev.contactcenter.engine.decision.Decision;
import dev.contactcenter.engine.decision.Grounds;
import dev.contactcenter.engine.decision.Reason;
import dev.contactcenter.engine.policy.Action;
import dev.contactcenter.engine.policy.Policy;
import dev.contactcenter.engine.request.AccessRequest;
import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Evidence;
import dev.contactcenter.engine.request.Observation;
import dev.contactcenter.engine.request.Signal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules that every policy has. They hold what was ordered about one session, so that nothing that is written for all of them
 * loosens that: no exception, rollout, account for emergencies, or switch over the whole policy. Whoever signs in anew is rid of
 * them.
 */
enum BuiltIn {
    /** Everything is refused in a session from which everything was taken. */
    SESSION_RESTRICTED("built-in:session-restricted", "all"),
    /** Privileged actions are refused in a session from which they were taken. */
    PRIVILEGED_RESTRICTED("built-in:session-restricted-privileged", "privileged");

    private static final List<BuiltIn> ALL = List.of(values());

    private final String id;
    private final String restriction;

    BuiltIn(String id, String restriction) {
        this.id = id;
        this.restriction = restriction;
    }

    /** The refusal by one of them, or null: this is asked for every decision, and nearly all sessions have no restriction. */
    static @Nullable Decision refusal(Policy policy, AccessRequest request) {
        String restriction = restriction(request);
        if (restriction.equals(Attribute.NONE)) {
            return null;
        }
        return ALL.stream()
                .filter(rule -> rule.restriction.equals(restriction) && rule.looksAt(policy, request))
                .map(rule -> rule.denial(policy, request))
                .findFirst()
                .orElse(null);
    }

    private boolean looksAt(Policy policy, AccessRequest request) {
        return switch (this) {
            case SESSION_RESTRICTED -> true;
            case PRIVILEGED_RESTRICTED ->
                request.actions().stream().map(policy.actions()::get).anyMatch(BuiltIn::isPrivileged);
        };
    }

    /** What the policy does not know counts as privileged. */
    private static boolean isPrivileged(@Nullable Action action) {
        return action == null || action.privileged();
    }

    private Decision denial(Policy policy, AccessRequest request) {
        return new Decision.Deny(
                Reason.SESSION_RESTRICTED,
                Grounds.of(new Grounds.Told(
                        policy.revision(),
                        request.modes(),
                        Set.of(id),
                        Set.of(),
                        List.of(),
                        List.of(),
                        false,
                        Map.of(),
                        Set.of())));
    }

    /** A session begins without one, so that one of which nobody tells has none. */
    private static String restriction(AccessRequest request) {
        return request.facts().evidence(Signal.SESSION) instanceof Evidence.Known<Observation> session
                        && session.value().value(Attribute.SESSION_RESTRICTION) instanceof String word
                ? word
                : Attribute.NONE;
    }
}
