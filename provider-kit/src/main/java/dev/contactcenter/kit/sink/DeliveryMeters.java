package dev.contactcenter.kit.sink;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

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

    /** A registry holds gauges weakly. */
    private final Map<String, AtomicLong> gauges = new ConcurrentHashMap<>();

    /** A sink took so many lines. */
    public void delivered(String realm, String sink, int lines) {
        counter(DELIVERED, realm, sink).increment(lines);
    }

    /** An attempt failed. */
    public void failed(String realm, String sink) {
        counter(FAILURES, realm, sink).increment();
    }

    /** How a sink is doing; its lag in seconds. */
    public void standing(String realm, SinkStanding standing, long lagSeconds) {
        gauge(WAITING, realm, standing.name()).set(standing.waiting());
        gauge(LAG, realm, standing.name()).set(lagSeconds);
        gauge(DEAD, realm, standing.name()).set(standing.deadLetters());
        gauge(LOST, realm, standing.name()).set(standing.lost());
    }

    private static Counter counter(String name, String realm, String sink) {
        return Metrics.counter(name, "realm", realm, "sink", sink);
    }

    private AtomicLong gauge(String name, String realm, String sink) {
        return gauges.computeIfAbsent(name + '\n' + realm + '\n' + sink, key -> {
            var value = new AtomicLong();
            Gauge.Builder<AtomicLong> gauge = Gauge.builder(name, value, AtomicLong::get)
                    .tag("realm", realm)
                    .tag("sink", sink);
            (name.equals(LAG) ? gauge.baseUnit("seconds") : gauge).register(Metrics.globalRegistry);
            return value;
        });
    }
}
