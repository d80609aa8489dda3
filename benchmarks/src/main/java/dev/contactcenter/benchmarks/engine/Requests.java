package dev.contactcenter.benchmarks.engine;

import dev.contactcenter.engine.request.AccessRequest;
import dev.contactcenter.engine.request.Assurance;
import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Evidence;
import dev.contactcenter.engine.request.Facts;
import dev.contactcenter.engine.request.Observation;
import dev.contactcenter.engine.request.Signal;
import dev.contactcenter.engine.request.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Draws requests that their mode grants, with every signal present: always the same for the same seed. Usual ones are those of
 * a working day; any word of the vocabulary is equally likely in the others.
 */
final class Requests {

    /** The first moment that is drawn. */
    static final Instant START = Instant.parse("2026-11-02T08:00:00Z");

    private static final int CLIENTS = 4;
    private static final int USUALLY = 85;

    private final NeutralPolicy policy;
    private final boolean usual;
    private final Random random;

    private Requests(NeutralPolicy policy, boolean usual, long seed) {
        this.policy = policy;
        this.usual = usual;
        this.random = new Random(seed);
    }

    /** Those of a working day. */
    static List<AccessRequest> usual(NeutralPolicy policy, int count) {
        return draw(new Requests(policy, true, 20261102), count);
    }

    /** Any words in any combination. */
    static List<AccessRequest> any(NeutralPolicy policy, int count) {
        return draw(new Requests(policy, false, 20261103), count);
    }

    static String client(int i) {
        return "app-" + i % CLIENTS;
    }

    private static List<AccessRequest> draw(Requests requests, int count) {
        return Stream.generate(requests::next).limit(count).toList();
    }

    private AccessRequest next() {
        String mode = one(NeutralPolicy.MODES);
        String action = one(List.copyOf(policy.tiers().keySet()));
        Instant now = START.plusSeconds(random.nextInt(6 * 86_400));
        return new AccessRequest(
                new Subject.Person("user-" + random.nextInt(1000), roles(mode), groups()),
                Set.of(mode),
                Set.of(action),
                assurance(),
                new Facts(now, signals(now)));
    }

    private Set<String> roles(String mode) {
        Set<String> roles = new HashSet<>(Set.of(mode, "employee", "offline_access"));
        if (random.nextInt(10) == 0) {
            roles.add(one(NeutralPolicy.MODES));
        }
        return roles;
    }

    private Set<String> groups() {
        Set<String> groups = new HashSet<>(Set.of("/teams"));
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            groups.add(NeutralPolicy.team(random.nextInt(policy.teams())));
        }
        return groups;
    }

    private Assurance assurance() {
        Map<String, Duration> ages = new HashMap<>();
        ages.put("password", Duration.ofSeconds(random.nextInt(36_000)));
        if (random.nextInt(100) < 60) {
            ages.put("phr", Duration.ofSeconds(random.nextInt(7_200)));
        }
        if (random.nextInt(100) < 25) {
            ages.put("phrh", Duration.ofSeconds(random.nextInt(1_200)));
        }
        return new Assurance(ages);
    }

    private Map<Signal, Evidence<Observation>> signals(Instant now) {
        Map<Attribute, Object> drawn = new EnumMap<>(Attribute.class);
        drawn.put(Attribute.CLIENT_ID, client(random.nextInt(CLIENTS)));
        drawn.put(Attribute.SESSION_AGE, Duration.ofSeconds(random.nextInt(36_000)));
        drawn.put(Attribute.SESSION_OFFLINE, false);
        drawn.put(Attribute.NETWORK_ZONE, usually("corporate", zones()));
        drawn.put(Attribute.NETWORK_TRUST, "medium");
        drawn.put(Attribute.AUTH_PASSKEY, word(Attribute.AUTH_PASSKEY, "device-bound"));
        drawn.put(Attribute.DEVICE_COMPLIANCE, word(Attribute.DEVICE_COMPLIANCE, "compliant"));
        drawn.put(Attribute.DEVICE_MANAGEMENT, word(Attribute.DEVICE_MANAGEMENT, "managed"));
        drawn.put(Attribute.DEVICE_CLASS, word(Attribute.DEVICE_CLASS, "assigned"));
        drawn.put(Attribute.DEVICE_OS, word(Attribute.DEVICE_OS, "windows"));
        drawn.put(Attribute.DEVICE_ENCRYPTION, word(Attribute.DEVICE_ENCRYPTION, "on"));
        drawn.put(Attribute.DEVICE_EDR, word(Attribute.DEVICE_EDR, "running"));
        drawn.put(Attribute.INTERACTION_STATE, word(Attribute.INTERACTION_STATE, "live"));
        drawn.put(Attribute.RISK_USER, word(Attribute.RISK_USER, "low"));
        drawn.put(Attribute.RISK_SESSION, word(Attribute.RISK_SESSION, "low"));
        Map<Signal, Map<Attribute, Object>> bySignal = new EnumMap<>(Signal.class);
        drawn.forEach((attribute, value) -> bySignal.computeIfAbsent(
                        attribute.signal(), ignored -> new EnumMap<>(Attribute.class))
                .put(attribute, value));
        Map<Signal, Evidence<Observation>> signals = new EnumMap<>(Signal.class);
        bySignal.forEach((signal, values) -> signals.put(signal, new Evidence.Known<>(new Observation(values), now)));
        return signals;
    }

    private static List<String> zones() {
        return Stream.concat(NeutralPolicy.ZONES.stream(), Stream.of("unknown")).toList();
    }

    private String word(Attribute attribute, String usualWord) {
        return usually(usualWord, List.copyOf(attribute.vocabulary()));
    }

    private String usually(String usualWord, List<String> words) {
        return usual && random.nextInt(100) < USUALLY ? usualWord : one(words);
    }

    private String one(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }
}
