package dev.contactcenter.kit.sink;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * The meters of delivering. Tags are the realm and the sink's name: as many as sinks are configured. Where metrics are off, Keycloak's
 * registry is empty and counting costs nothing.
 */
public final class DeliveryMeters {

    private static final String DELIVERED = "contact_center.audit.delivered";
    private static final String FAILURES = "contact_center.audit.delivery.failures";
    private static final String WAITING = "contact_center.audit.waiting";
    private static final String LAG = "contact_center.audit.lag";
    private static final String DEAD = "contact_center.audit.dead.letters";
    private static final String LOST = "contact_center.audit.lost";
    private static final String UNSTORED = "contact_center.audit.unstored";
    private static final String SEALING_LAG = "contact_center.audit.sealing.lag";
    private static final String SERVER_LAG = "contact_center.audit.server.lag";
    private static final String SERVER_FAILURES = "contact_center.audit.server.failures";
    private static final String SECONDS = "seconds";

    /** A registry holds what gauges show weakly. */
    private final Map<Series, Shown> gauges = new ConcurrentHashMap<>();

    private final AtomicLong sealingLag = new AtomicLong();
    private final AtomicLong serverLag = new AtomicLong();

    private record Series(String meter, String realm, String sink) {

        boolean isOf(Map<String, Set<String>> sinks) {
            return sinks.getOrDefault(realm, Set.of()).contains(sink);
        }
    }

    private record Shown(AtomicLong value, Gauge gauge) {}

    /** A decision went on without its record, which is in no trail. */
    public static void unstored(String realm) {
        Metrics.counter(UNSTORED, "realm", realm).increment();
    }

    /** An attempt to deliver to the server's own file or log failed. */
    public static void serverFailed() {
        Metrics.counter(SERVER_FAILURES).increment();
    }

    /** A sink took so many lines. */
    public void delivered(String realm, String sink, int lines) {
        counter(DELIVERED, realm, sink).increment(lines);
    }

    /** An attempt failed. */
    public void failed(String realm, String sink) {
        counter(FAILURES, realm, sink).increment();
    }

    /**
     * How long the oldest record waits for its place in a chain, and the oldest one that has it for the server's own file or log; 0 if none
     * does. These are of no realm: a chain that cannot go on keeps those of all realms waiting.
     */
    public void ownLag(long sealingSeconds, long serverSeconds) {
        sealingLag.set(sealingSeconds);
        serverLag.set(serverSeconds);
        lag(SEALING_LAG, sealingLag);
        lag(SERVER_LAG, serverLag);
    }

    /** Registering what is registered already changes nothing. */
    private static void lag(String name, AtomicLong value) {
        Gauge.builder(name, value, AtomicLong::get).baseUnit(SECONDS).register(Metrics.globalRegistry);
    }

    /** How a sink is doing; its lag in seconds. */
    public void standing(String realm, SinkStanding standing, long lagSeconds) {
        gauge(WAITING, realm, standing.name()).set(standing.waiting());
        gauge(LAG, realm, standing.name()).set(lagSeconds);
        gauge(DEAD, realm, standing.name()).set(standing.deadLetters());
        gauge(LOST, realm, standing.name()).set(standing.lost());
    }

    /**
     * Forgets the meters of sinks that are no more.
     *
     * @param sinks names of all that are, by the name of their realm
     */
    public void keepOnly(Map<String, Set<String>> sinks) {
        for (Series series : Set.copyOf(gauges.keySet())) {
            Shown gone = series.isOf(sinks) ? null : gauges.remove(series);
            if (gone != null) {
                Metrics.globalRegistry.remove(gone.gauge());
                Stream.of(DELIVERED, FAILURES)
                        .flatMap(name -> Metrics.globalRegistry
                                .find(name)
                                .tags("realm", series.realm(), "sink", series.sink())
                                .counters()
                                .stream())
                        .forEach(Metrics.globalRegistry::remove);
            }
        }
    }

    private static Counter counter(String name, String realm, String sink) {
        return Metrics.counter(name, "realm", realm, "sink", sink);
    }

    private AtomicLong gauge(String name, String realm, String sink) {
        Series series = new Series(name, realm, sink);
        return gauges.computeIfAbsent(series, key -> {
                    var value = new AtomicLong();
                    Gauge.Builder<AtomicLong> gauge = Gauge.builder(name, value, AtomicLong::get)
                            .tag("realm", realm)
                            .tag("sink", sink);
                    return new Shown(
                            value,
                            (name.equals(LAG) ? gauge.baseUnit(SECONDS) : gauge).register(Metrics.globalRegistry));
                })
                .value();
    }
}
