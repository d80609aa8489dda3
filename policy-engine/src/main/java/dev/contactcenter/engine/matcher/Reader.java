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
import dev.contactcenter.engine.request.Texts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads attributes of a request: those that the request itself says, and those that signals told and that are not too old. */
final class Reader {

    private static final Texts NOBODYS = Texts.copyOf(Set.of());

    private final List<String> ladder;
    /** By the slot of the signal; none for a signal of which any age will do. */
    private final @Nullable Duration[] maxAge = new @Nullable Duration[Signal.values().length];

    Reader(Policy policy) {
        ladder = policy.assurance();
        for (Signal signal : Signal.values()) {
            maxAge[signal.slot()] = policy.care(signal).maxAge() instanceof Bound.AtMost(Duration most) ? most : null;
        }
    }

    /**
     * The value of an attribute, of the type that its kind names, or the {@link Absence} that stands for why there is none. Not a
     * sealed type, because each would be one more object on the way of every decision.
     *
     * @param attribute any but those of mode and action, which are settled before a request is read
     */
    Object read(Attribute attribute, AccessRequest request) {
        return switch (attribute.signal()) {
            case USER -> user(attribute, request.subject());
            case AUTH -> authentication(attribute, request);
            case CLOCK -> request.facts().now();
            case MODE, ACTION ->
                throw new IllegalArgumentException(attribute.path() + " is settled before a request is read");
            case CLIENT, RESOURCE, SESSION, DEVICE, NETWORK, LOCATION, INTERACTION, RISK -> told(attribute, request);
        };
    }

    private static Object user(Attribute attribute, Subject subject) {
        return switch (attribute) {
            case USER_ID -> subject instanceof Subject.Person person ? person.id() : "";
            case USER_KIND -> subject instanceof Subject.Person ? "person" : "service";
            case USER_ROLES -> subject instanceof Subject.Person person ? person.roles() : NOBODYS;
            case USER_GROUPS -> subject instanceof Subject.Person person ? person.groups() : NOBODYS;
            default -> throw new IllegalArgumentException("Nothing tells " + attribute.path());
        };
    }

    private Object authentication(Attribute attribute, AccessRequest request) {
        return switch (attribute) {
            case AUTH_ACR -> highest(request.assurance().ages());
            case AUTH_AGE -> youngest(request.assurance().ages());
            default -> told(attribute, request);
        };
    }

    private Object told(Attribute attribute, AccessRequest request) {
        return of(readSignal(attribute.signal(), request.facts()), attribute);
    }

    /** What a signal told, or the {@link Absence} that says why it tells nothing now. */
    Object readSignal(Signal signal, Facts facts) {
        Evidence<Observation> evidence = facts.evidence(signal);
        if (!(evidence instanceof Evidence.Known<Observation> known)) {
            return evidence instanceof Evidence.Missing<Observation> missing ? missing.why() : Absence.NOT_PROVIDED;
        }
        Duration most = maxAge[signal.slot()];
        return most != null && Evidence.isStale(known.observedAt(), facts.now(), most) ? Absence.STALE : known.value();
    }

    /** What a signal that is missing told last, if that was observed as recently as that; nothing if not, or if it told nothing. */
    static Optional<Evidence.Known<Observation>> lastKnown(Signal signal, Facts facts, @Nullable Duration within) {
        return within == null
                ? Optional.empty()
                : lastKnown(facts.evidence(signal))
                        .filter(known -> !Evidence.isStale(known.observedAt(), facts.now(), within));
    }

    private static Optional<Evidence.Known<Observation>> lastKnown(Evidence<Observation> evidence) {
        return switch (evidence) {
            case Evidence.Known<Observation> tooOld -> Optional.of(tooOld);
            case Evidence.Missing<Observation> missing -> missing.lastKnown();
        };
    }

    /** The value of an attribute in what its signal was read as. */
    static Object of(Object read, Attribute attribute) {
        return read instanceof Observation observation ? of(read, observation, attribute) : read;
    }

    /** The value of an attribute in an observation that stands for what its signal was read as. */
    static Object of(Object read, Observation observation, Attribute attribute) {
        Object value = observation.value(attribute);
        return value != null ? value : read instanceof Absence ? read : Absence.NOT_PROVIDED;
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
        @Nullable Duration youngest = null;
        for (Duration age : ages.values()) {
            youngest = youngest == null || age.compareTo(youngest) < 0 ? age : youngest;
        }
        return youngest == null ? Absence.NOT_PROVIDED : youngest.isNegative() ? Duration.ZERO : youngest;
    }
}
