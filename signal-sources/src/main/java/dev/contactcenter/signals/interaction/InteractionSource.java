package dev.contactcenter.signals.interaction;

import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Evidence.Absence;
import dev.contactcenter.engine.request.Observation;
import dev.contactcenter.kit.interaction.InteractionReport;
import dev.contactcenter.kit.interaction.InteractionStore;
import dev.contactcenter.kit.signal.Occasion;
import dev.contactcenter.kit.signal.SignalSource;
import dev.contactcenter.kit.signal.Telling;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.models.UserSessionModel;

/** Tells what was told of the session. A system that has gone quiet for longer than it announced tells nothing any more. */
final class InteractionSource implements SignalSource {

    private static final Logger LOG = Logger.getLogger(InteractionSource.class);

    private final Duration cacheFor;
    private final Duration patience;

    InteractionSource(Duration cacheFor, Duration patience) {
        this.cacheFor = cacheFor;
        this.patience = patience;
    }

    @Override
    public Telling tell(Occasion occasion) {
        try {
            return occasion.session()
                    .flatMap(session -> report(occasion, session))
                    .map(report -> telling(report, occasion.now()))
                    .orElseGet(Telling.Silent::new);
        } catch (RuntimeException broken) {
            LOG.warnf(
                    "The interactions of realm %s cannot be read: %s",
                    occasion.realm().getName(), broken);
            return new Telling.Failed(Absence.SOURCE_FAILED, "the table of interactions cannot be read");
        }
    }

    /** For a token that is exchanged Keycloak works on a copy of the session, with its id. */
    private Optional<InteractionReport> report(Occasion occasion, UserSessionModel session) {
        return occasion.keycloak()
                .getProvider(InteractionStore.class)
                .find(occasion.realm(), session.getId(), occasion.userId(), cacheFor, patience);
    }

    static Telling telling(InteractionReport report, Instant now) {
        Map<Attribute, Object> values = new EnumMap<>(Attribute.class);
        values.put(Attribute.INTERACTION_STATE, report.state().word());
        if (!report.id().isEmpty()) {
            values.put(Attribute.INTERACTION_ID, report.id());
        }
        return report.isOver(now)
                ? new Telling.Failed(
                        Absence.STALE, "the telephony system told nothing more, and what it told has expired")
                : new Telling.Told(new Observation(values), report.observedAt());
    }
}
