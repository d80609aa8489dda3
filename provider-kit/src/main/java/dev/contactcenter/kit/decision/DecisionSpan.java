package dev.contactcenter.kit.decision;

import dev.contactcenter.engine.decision.Decision;
import io.opentelemetry.api.trace.Span;
import java.util.function.Supplier;
import org.keycloak.models.KeycloakSession;
import org.keycloak.tracing.TracingProvider;

/** A span of OpenTelemetry around deciding, with what came out. Where tracing is off, Keycloak's provider does nothing. */
final class DecisionSpan {

    private static final String REVISION = "contact_center.policy";
    private static final String OUTCOME = "contact_center.outcome";
    private static final String REASON = "contact_center.reason";

    private DecisionSpan() {}

    static Decision around(KeycloakSession session, Supplier<Decision> deciding) {
        TracingProvider tracing = session.getProvider(TracingProvider.class);
        return tracing == null
                ? deciding.get()
                : tracing.trace(DecisionPoint.class, "weigh", span -> {
                    Decision decision = deciding.get();
                    // Where nobody traces, nobody need work out the grounds either.
                    if (span.isRecording()) {
                        tell(span, decision);
                    }
                    return decision;
                });
    }

    private static void tell(Span span, Decision decision) {
        span.setAttribute(REVISION, decision.grounds().told().revision());
        span.setAttribute(OUTCOME, RecordWriter.outcome(decision));
        if (decision instanceof Decision.Deny deny) {
            span.setAttribute(REASON, deny.reason().code());
        }
    }
}
