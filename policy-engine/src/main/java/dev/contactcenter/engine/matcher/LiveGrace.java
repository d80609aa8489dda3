package dev.contactcenter.engine.matcher;

import dev.contactcenter.engine.policy.Action;
import dev.contactcenter.engine.policy.Policy;
import dev.contactcenter.engine.request.AccessRequest;
import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Continuity;
import dev.contactcenter.engine.request.Observation;
import dev.contactcenter.engine.request.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * For whom and until when the demands of rules rest, so that nobody is cut off in the middle of a call: only what the session had, and
 * nothing that is privileged.
 *
 * @param actions those of the request that go on
 * @param until the moment it ends
 */
record LiveGrace(Set<String> actions, Instant until) {

    private static final String LIVE = "live";

    /** The grace of a request; nothing if there is none, also if nobody knows what the person is doing. */
    static Optional<LiveGrace> of(Policy policy, Reader reader, AccessRequest request) {
        Duration grace = policy.head().grace();
        if (grace.isZero()
                || !(request.continuity() instanceof Continuity.Continued(Set<String> granted, Instant since))
                || !isLive(reader, request)) {
            return Optional.empty();
        }
        Instant now = request.facts().now();
        // A clock that went back does not make it longer.
        Instant until = (since.isAfter(now) ? now : since).plus(grace);
        Set<String> actions = new TreeSet<>(request.actions());
        actions.removeIf(name -> !granted.contains(name) || isPrivileged(policy, name));
        return now.isBefore(until) && !actions.isEmpty()
                ? Optional.of(new LiveGrace(actions, until))
                : Optional.empty();
    }

    private static boolean isLive(Reader reader, AccessRequest request) {
        return reader.readSignal(Signal.INTERACTION, request.facts()) instanceof Observation told
                && LIVE.equals(told.value(Attribute.INTERACTION_STATE));
    }

    private static boolean isPrivileged(Policy policy, String name) {
        Action action = policy.actions().get(name);
        return action == null || action.privileged();
    }
}
