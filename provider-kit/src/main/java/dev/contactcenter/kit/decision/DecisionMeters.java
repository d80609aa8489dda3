package dev.contactcenter.kit.decision;

import dev.contactcenter.kit.record.DecisionRecord;
import io.micrometer.core.instrument.Metrics;

/**
 * The meters of deciding. Tags hold closed sets only: realms × 5 hooks × 3 outcomes × the policy's reason codes; never a
 * user, a session or an address. Where metrics are off, Keycloak's registry is empty and counting costs nothing.
 */
final class DecisionMeters {

    private DecisionMeters() {}

    static void count(DecisionRecord record) {
        Metrics.counter(
                        "contact_center.decisions",
                        "realm",
                        record.realm(),
                        "hook",
                        record.hook().label(),
                        "outcome",
                        record.outcome(),
                        "reason",
                        record.reason().isEmpty() ? "none" : record.reason())
                .increment();
    }
}
