package dev.contactcenter.language;

import dev.contactcenter.engine.network.Address;
import dev.contactcenter.engine.network.Zone;
import dev.contactcenter.engine.policy.Policy;
import dev.contactcenter.engine.policy.SignalCare;
import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Evidence;
import dev.contactcenter.engine.request.Evidence.Absence;
import dev.contactcenter.engine.request.Facts;
import dev.contactcenter.engine.request.Observation;
import dev.contactcenter.engine.request.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads what signals told: each a mapping of its attributes, or a word that says why it told nothing. */
final class FactsReader {

    static final String PROVEN = "proven";
    static final String OBSERVED = "observed";
    static final String ADDRESS = "address";

    /** The plain word for {@link Absence#NOT_PROVIDED}. */
    static final String MISSING = "missing";

    /** The words for a signal that told nothing now, but earlier. */
    static final Set<String> HAVING_LAST_KNOWN = new TreeSet<>(
            SignalCare.HAVING_LAST_KNOWN.stream().map(Values::kebab).toList());

    private final Findings findings;
    private final Policy policy;
    private final Values values;
    private final Durations durations;

    FactsReader(Findings findings, Policy policy) {
        this.findings = findings;
        this.policy = policy;
        this.values = new Values(findings);
        this.durations = new Durations(findings);
    }

    /** The signals that can be given. */
    static List<String> keys() {
        return told().map(Signal::label).toList();
    }

    static Stream<Signal> told() {
        return Arrays.stream(Signal.values())
                .filter(signal -> !attributes(signal).isEmpty());
    }

    /** What can be given of a signal. */
    static List<Attribute> attributes(Signal signal) {
        return Arrays.stream(Attribute.values())
                .filter(attribute -> attribute.signal() == signal && !attribute.isDerived())
                .toList();
    }

    /** As it is written below its signal. */
    static String key(Attribute attribute) {
        return attribute.path().substring(attribute.signal().label().length() + 1);
    }

    /** The words for a signal that told nothing. */
    static Set<String> absences() {
        Set<String> words = new LinkedHashSet<>(Set.of(MISSING));
        words.addAll(Values.words(Absence.class));
        return words;
    }

    Facts read(Fields given, Instant now) {
        Map<Signal, Evidence<Observation>> signals = new EnumMap<>(Signal.class);
        told().forEach(signal -> given.find(signal.label())
                .flatMap(node -> evidence(signal, node, now))
                .ifPresent(evidence -> signals.put(signal, evidence)));
        return new Facts(now, signals);
    }

    private Optional<Evidence<Observation>> evidence(Signal signal, Node node, Instant now) {
        if (node instanceof Node.Mapping body) {
            return Optional.of(observed(signal, body, now));
        }
        return values.word(node, absences()).map(FactsReader::absence).map(Evidence.Missing::new);
    }

    private static Absence absence(String word) {
        return Arrays.stream(Absence.values())
                .filter(why -> Values.kebab(why).equals(word))
                .findFirst()
                .orElse(Absence.NOT_PROVIDED);
    }

    private Evidence<Observation> observed(Signal signal, Node.Mapping body, Instant now) {
        List<String> keys = new ArrayList<>(
                attributes(signal).stream().map(FactsReader::key).toList());
        if (signal.isObserved()) {
            keys.addAll(List.of(OBSERVED, MISSING));
        }
        if (signal == Signal.AUTH) {
            keys.add(PROVEN);
        }
        if (signal == Signal.NETWORK) {
            keys.add(ADDRESS);
        }
        var fields = new Fields(body, findings, keys.toArray(String[]::new));
        Map<Attribute, Object> told = new EnumMap<>(Attribute.class);
        attributes(signal)
                .forEach(attribute -> fields.find(key(attribute))
                        .flatMap(node -> value(attribute, node))
                        .ifPresent(value -> told.put(attribute, value)));
        if (signal == Signal.NETWORK) {
            network(fields, told);
        }
        Duration age = fields.find(OBSERVED).flatMap(durations::age).orElse(Duration.ZERO);
        var known = new Evidence.Known<>(new Observation(told), now.minus(age));
        return fields.find(MISSING)
                .<Evidence<Observation>>flatMap(node -> values.word(node, HAVING_LAST_KNOWN)
                        .map(word -> new Evidence.Missing<>(absence(word), Optional.of(known))))
                .orElse(known);
    }

    private Optional<?> value(Attribute attribute, Node node) {
        return switch (attribute.kind()) {
            case TEXT -> values.text(node);
            case WORD -> values.word(node, words(attribute));
            case TEXTS -> Optional.of(values.any(node, values::text));
            case NUMBER -> values.wholeNumber(node, 0, Integer.MAX_VALUE).map(Integer::longValue);
            case TRUTH -> values.truth(node);
            case DURATION -> durations.age(node);
            case TIME -> new Moments(findings).at(node);
        };
    }

    private Set<String> words(Attribute attribute) {
        if (attribute != Attribute.NETWORK_ZONE) {
            return attribute.vocabulary();
        }
        Set<String> zones = new LinkedHashSet<>(policy.zones().names());
        zones.add(Attribute.UNKNOWN);
        return zones;
    }

    /** An address is looked up as on a server, and a zone brings its trust along. */
    private void network(Fields fields, Map<Attribute, Object> told) {
        Optional<Node> address = fields.find(ADDRESS);
        if (address.isPresent() && fields.find("zone").isPresent()) {
            findings.error(fields.key(ADDRESS), "the address tells the zone already", "keep one of the two");
        }
        Optional<Zone> zone = address.isPresent()
                ? address.flatMap(values::text)
                        .filter(text -> isAddress(text, address.get()))
                        .flatMap(policy.zones()::of)
                : policy.zones().all().stream()
                        .filter(each -> each.name().equals(told.get(Attribute.NETWORK_ZONE)))
                        .findFirst();
        if (address.isPresent()) {
            told.put(Attribute.NETWORK_ZONE, zone.map(Zone::name).orElse(Attribute.UNKNOWN));
        }
        if (told.containsKey(Attribute.NETWORK_ZONE)) {
            told.putIfAbsent(
                    Attribute.NETWORK_TRUST,
                    zone.map(known -> Values.kebab(known.trust())).orElse(Attribute.UNKNOWN));
        }
    }

    private boolean isAddress(String text, Node node) {
        boolean literal = Address.parse(text).isPresent();
        if (!literal) {
            findings.error(
                    node.place(), Quoted.of(text) + " is not an address", "write for example 10.20.1.1 or 2001:db8::1");
        }
        return literal;
    }
}
