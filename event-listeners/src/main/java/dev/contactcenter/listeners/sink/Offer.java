package dev.contactcenter.listeners.sink;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.tracing.TracingProvider;

/**
 * Messages offered to one sink, each of which is a span of Keycloak's tracing. It begins no transaction: a receiver may take longer than
 * Keycloak lets one last.
 */
public final class Offer {

    private static final Logger LOG = Logger.getLogger(Offer.class);

    private final KeycloakSessionFactory factory;
    private final Sink sink;
    private final String name;

    /** What came of one message. */
    public sealed interface Outcome {

        /** The sink answered. */
        record Answered(Delivered delivered) implements Outcome {}

        /**
         * It is not known to have any of it.
         *
         * @param why begins with what the sink is
         */
        record Failed(String why) implements Outcome {}
    }

    /**
     * Offers to a sink.
     *
     * @param name of the sink, for traces
     */
    public Offer(KeycloakSessionFactory factory, Sink sink, String name) {
        this.factory = factory;
        this.sink = sink;
        this.name = name;
    }

    /** Offers one message. */
    public Outcome of(List<Line> message) {
        // For tracing alone; as long as it begins no transaction, none can end before the receiver answers.
        try (KeycloakSession session = factory.create()) {
            return new Outcome.Answered(traced(session.getProvider(TracingProvider.class), message));
        } catch (IOException | RuntimeException failed) {
            LOG.debugf(failed, "Records were not delivered to %s", sink.title());
            return new Outcome.Failed(
                    sink.title() + ": " + Objects.requireNonNullElse(failed.getMessage(), failed.toString()));
        }
    }

    private Delivered traced(TracingProvider tracing, List<Line> message) throws IOException {
        tracing.startSpan(Offer.class, "deliver")
                .setAttribute("contact_center.sink", name)
                .setAttribute("contact_center.records", message.size());
        try {
            return sink.deliver(message);
        } catch (IOException | RuntimeException failed) {
            tracing.error(failed);
            throw failed;
        } finally {
            tracing.endSpan();
        }
    }
}
