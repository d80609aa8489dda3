package dev.contactcenter.engine.matcher;

import dev.contactcenter.engine.decision.Bound;
import dev.contactcenter.engine.policy.Policy;
import dev.contactcenter.engine.request.AccessRequest;
import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Evidence;
import dev.contactcenter.engine.request.Evidence.Absence;
import dev.contactcenter.engine.request.Facts;
import dev.contactcenter.engine.request.Observation;
import dev.contactcenter.engine.request.Signal;
import dev.contactcenter.engine.request.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads attributes of a request: those that the request itself says, and those that signals told and that are not too old. */
final class Reader {

    private final List<String> ladder;
    private final Map<Signal, Bound> maxAge = new EnumMap<>(Signal.class);

    Reader(Policy policy) {
        ladder = policy.assurance();
        for (Signal signal : Signal.values()) {
            maxAge.put(signal, policy.care(signal).maxAge());
        }
    }

    /**
     * The value of an attribute, of the type that its kind names, or the {@link Absence} that stands for why there is none. Not a
     * sealed type, because each would be one more object on the way of every decision.
     *
     * @param attribute any but those of mode and action, which are settled before a request is read
     */
    Object read(Attribute attribute, AccessRequest request) {
        return switch (attribute) {
            case USER_ID -> request.subject() instanceof Subject.Person person ? person.id() : "";
            case USER_KIND -> request.subject() instanceof Subject.Person ? "person" : "service";
            case USER_ROLES -> request.subject() instanceof Subject.Person person ? person.roles() : Set.of();
            case USER_GROUPS -> request.subject() instanceof Subject.Person person ? person.groups() : Set.of();
            case AUTH_ACR -> highest(request.assurance().ages());
            case AUTH_AGE -> youngest(request.assurance().ages());
            case NOW -> request.facts().now();
            default -> observed(attribute, request.facts());
        };
    }

    /** Why a signal as a whole tells nothing now. */
    Object readSignal(Signal signal, Facts facts) {
        return switch (facts.evidence(signal)) {
            case Evidence.Missing<Observation>(Absence why) -> why;
            case Evidence.Known<Observation>(Observation observation, Instant at) ->
                isStale(signal, at, facts.now()) ? Absence.STALE : observation;
        };
    }

    private Object observed(Attribute attribute, Facts facts) {
        if (!(readSignal(attribute.signal(), facts) instanceof Observation observation)) {
            return readSignal(attribute.signal(), facts);
        }
        Object value = observation.values().get(attribute);
        return value == null ? Absence.NOT_PROVIDED : value;
    }

    private boolean isStale(Signal signal, Instant at, Instant now) {
        return maxAge.get(signal) instanceof Bound.AtMost(Duration most)
                && at.plus(most).isBefore(now);
    }

    private String highest(Map<String, Duration> ages) {
        for (int level = ladder.size() - 1; level >= 0; level--) {
            if (ages.containsKey(ladder.get(level))) {
                return ladder.get(level);
            }
        }
        return Attribute.NONE;
    }

    private static Object youngest(Map<String, Duration> ages) {
        Duration youngest = null;
        for (Duration age : ages.values()) {
            youngest = youngest == null || age.compareTo(youngest) < 0 ? age : youngest;
        }
        return youngest == null ? Absence.NOT_PROVIDED : youngest.isNegative() ? Duration.ZERO : youngest;
    }
}
