package dev.contactcenter.listeners.delivery;

import dev.contactcenter.kit.setting.InvalidSettingException;
import dev.contactcenter.listeners.chain.Batches.Batch;
import dev.contactcenter.listeners.sink.Delivered;
import dev.contactcenter.listeners.sink.Sink;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.tracing.TracingProvider;

/** One batch offered to one sink, in as many messages as the sink needs. */
final class Offer {

    private final KeycloakSession session;
    private final OpenSinks open;
    private final ComponentModel component;
    private final Runnable beforeEach;

    /**
     * What came of it.
     *
     * @param delivered how many of the batch's lines the sink has, or needs not have
     */
    record Outcome(int delivered, Optional<Refusal> refusal, Optional<String> failure) {}

    /** A record that the sink will never take. */
    record Refusal(int index, String why) {}

    /** @param beforeEach message, so that the sink remains this server's */
    Offer(KeycloakSession session, OpenSinks open, ComponentModel component, Runnable beforeEach) {
        this.session = session;
        this.open = open;
        this.component = component;
        this.beforeEach = beforeEach;
    }

    Outcome of(Batch batch, SinkSettings settings) {
        Sink sink;
        try {
            sink = open.of(
                    session, component, ConfiguredSinks.kind(session, component).orElseThrow());
        } catch (InvalidSettingException | IllegalStateException unusable) {
            return new Outcome(0, Optional.empty(), Optional.of(String.valueOf(unusable.getMessage())));
        }
        Lines lines = Lines.of(batch.lines(), settings.format());
        List<String> rendered = lines.rendered();
        for (int from = 0; from < rendered.size(); from += sink.most()) {
            if (from > 0) {
                beforeEach.run();
            }
            List<String> message = rendered.subList(from, Math.min(rendered.size(), from + sink.most()));
            try {
                if (traced(sink, settings, message) instanceof Delivered.AllBefore(int index, String why)) {
                    int refused = lines.origins().get(from + index);
                    return new Outcome(refused, Optional.of(new Refusal(refused, why)), Optional.empty());
                }
            } catch (IOException | RuntimeException failed) {
                int failedAt = lines.origins().get(from);
                return new Outcome(failedAt, Optional.empty(), Optional.of(sink.title() + ": " + failed.getMessage()));
            }
        }
        return new Outcome(batch.lines().size(), Optional.empty(), Optional.empty());
    }

    private Delivered traced(Sink sink, SinkSettings settings, List<String> message) throws IOException {
        TracingProvider tracing = session.getProvider(TracingProvider.class);
        tracing.startSpan(Offer.class, "deliver")
                .setAttribute("contact_center.sink", settings.name())
                .setAttribute("contact_center.records", message.size());
        try {
            return sink.deliver(message);
        } catch (IOException failed) {
            tracing.error(failed);
            throw failed;
        } finally {
            tracing.endSpan();
        }
    }
}
