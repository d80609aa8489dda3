package dev.contactcenter.engine.matcher;

import dev.contactcenter.engine.request.AccessRequest;
import dev.contactcenter.engine.request.Assurance;
import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Evidence;
import dev.contactcenter.engine.request.Evidence.Absence;
import dev.contactcenter.engine.request.Facts;
import dev.contactcenter.engine.request.Observation;
import dev.contactcenter.engine.request.Signal;
import dev.contactcenter.engine.request.Subject;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Random requests of the people and services that {@link Chance} has policies for. */
final class ChanceRequest {

    /** What each signal can tell, apart from nothing. */
    static final Map<Signal, Map<Attribute, List<Object>>> TOLD = Map.of(
            Signal.DEVICE,
            Map.of(
                    Attribute.DEVICE_COMPLIANCE,
                    List.of("compliant", "noncompliant", "unknown"),
                    Attribute.DEVICE_ID,
                    List.of("d1", "d2", "d3")),
            Signal.NETWORK,
            Map.of(Attribute.NETWORK_ZONE, List.of("corporate", "unknown")),
            Signal.RISK,
            Map.of(Attribute.RISK_USER, List.of("low", "high")),
            Signal.CLIENT,
            Map.of(
                    Attribute.CLIENT_ID,
                    List.of("desktop", "other7"),
                    Attribute.CLIENT_CREDENTIAL,
                    List.of("key", "secret", "none")),
            Signal.SESSION,
            Map.of(
                    Attribute.SESSION_AGE,
                    List.of(Duration.ofMinutes(3), Duration.ofMinutes(20)),
                    Attribute.SESSION_OFFLINE,
                    List.of(true, false)));

    private final Draw draw;

    ChanceRequest(Draw draw) {
        this.draw = draw;
    }

    AccessRequest any() {
        return new AccessRequest(
                subject(), draw.once(3) ? draw.someOf(Chance.MODES) : Set.of(), asked(), assurance(), facts());
    }

    private Facts facts() {
        Map<Signal, Evidence<Observation>> signals = new HashMap<>();
        TOLD.keySet().forEach(signal -> {
            if (!draw.once(4)) {
                signals.put(signal, draw.once(4) ? missing(signal) : known(signal));
            }
        });
        return new Facts(Floor.NOW, signals);
    }

    private Evidence<Observation> missing(Signal signal) {
        Absence why = draw.oneOf(List.of(Absence.values()));
        return new Evidence.Missing<>(why, draw.once(2) ? Optional.of(known(signal)) : Optional.empty());
    }

    /** A value of some or all of the signal's attributes, of any age around the bounds that policies draw. */
    Evidence.Known<Observation> known(Signal signal) {
        Map<Attribute, Object> values = new HashMap<>();
        TOLD.getOrDefault(signal, Map.of()).forEach((attribute, words) -> {
            if (!draw.once(4)) {
                values.put(attribute, draw.oneOf(words));
            }
        });
        Duration age = draw.time().plusSeconds(draw.below(3) - 1L);
        return new Evidence.Known<>(new Observation(values), Floor.NOW.minus(age));
    }

    /** Everything that was proven, and perhaps more, and perhaps more recently. */
    Assurance more(Assurance less) {
        Map<String, Duration> ages = new HashMap<>(assurance().ages());
        less.ages()
                .forEach((acr, age) ->
                        ages.merge(acr, age, (mine, theirs) -> mine.compareTo(theirs) < 0 ? mine : theirs));
        return new Assurance(ages);
    }

    private Assurance assurance() {
        Map<String, Duration> ages = new HashMap<>();
        draw.someOf(Floor.LADDER).forEach(acr -> ages.put(acr, draw.time().minusSeconds(draw.below(2))));
        return new Assurance(ages);
    }

    private Subject subject() {
        if (draw.once(6)) {
            return new Subject.Service(draw.once(4) ? "stranger" : "connector");
        }
        Set<String> roles = new HashSet<>();
        draw.someOf(Chance.MODES).forEach(mode -> roles.add("role-" + mode));
        if (draw.once(10)) {
            roles.add("emergency");
        }
        return new Subject.Person("u" + draw.below(1000), roles, draw.someOf(Chance.GROUPS));
    }

    private Set<String> asked() {
        Set<String> asked = draw.someOf(Chance.ACTIONS);
        if (draw.once(20)) {
            asked.add("c:unknown");
        }
        return asked;
    }
}
