package dev.contactcenter.kit.decision;

import dev.contactcenter.kit.record.DecisionRecord;
import io.micrometer.core.instrument.Metrics;
import java.time.Duration;

/**
 * The meters of deciding. Tags hold closed sets only: realms × 7 hooks × 3 outcomes × the policy's reason codes, and realms × the
 * policy's rules × 4 outcomes; never a user, a session or an address. Where metrics are off, Keycloak's registry is empty and counting
 * costs nothing.
 */
final class DecisionMeters {

    private static final String RULES = "contact_center.decision.rules";

    private DecisionMeters() {}

    static void count(DecisionRecord record, Duration deciding) {
        if (Metrics.globalRegistry.getRegistries().isEmpty()) {
            return;
        }
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
        record.grounds().rules().forEach(rule -> count(record.realm(), rule, record.outcome()));
        record.grounds().wouldBe().forEach(would -> count(record.realm(), would.rule(), "would_be"));
        if (!deciding.isZero()) {
            Metrics.timer("contact_center.decision.duration", "realm", record.realm())
                    .record(deciding);
        }
    }

    private static void count(String realm, String rule, String outcome) {
        Metrics.counter(RULES, "realm", realm, "rule", rule, "outcome", outcome).increment();
    }
}
