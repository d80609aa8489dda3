package dev.contactcenter.signals.risk;

import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Evidence.Absence;
import dev.contactcenter.engine.request.Observation;
import dev.contactcenter.kit.risk.RiskLevel;
import dev.contactcenter.kit.risk.RiskReport;
import dev.contactcenter.kit.risk.RiskStore;
import dev.contactcenter.kit.risk.SessionRisk;
import dev.contactcenter.kit.signal.Occasion;
import dev.contactcenter.kit.signal.SignalSource;
import dev.contactcenter.kit.signal.Telling;
import dev.contactcenter.signals.risk.RiskSettings.Quiet;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Tells what was told of the account and of the session. Both are one signal with one age, that of the older: where one of them
 * is stale, nobody can say that all is well.
 */
final class RiskSource implements SignalSource {

    private static final Logger LOG = Logger.getLogger(RiskSource.class);

    private final Quiet quiet;
    private final Duration cacheFor;
    private final Duration patience;

    RiskSource(Quiet quiet, Duration cacheFor, Duration patience) {
        this.quiet = quiet;
        this.cacheFor = cacheFor;
        this.patience = patience;
    }

    @Override
    public Telling tell(Occasion occasion) {
        try {
            return telling(ofUser(occasion), occasion.session().flatMap(SessionRisk::of), occasion.now());
        } catch (RuntimeException broken) {
            LOG.warnf(
                    "The risks of realm %s cannot be read: %s", occasion.realm().getName(), broken);
            return new Telling.Failed(Absence.SOURCE_FAILED, "the table of risks cannot be read");
        }
    }

    private Optional<RiskReport> ofUser(Occasion occasion) {
        return occasion.userId().isEmpty()
                ? Optional.empty()
                : occasion.keycloak()
                        .getProvider(RiskStore.class)
                        .find(occasion.realm(), occasion.userId(), cacheFor, patience);
    }

    Telling telling(Optional<RiskReport> user, Optional<RiskReport> session, Instant now) {
        Map<Attribute, Object> values = new EnumMap<>(Attribute.class);
        Optional<RiskReport> ofUser = user.or(() -> silence(now));
        Optional<RiskReport> ofSession = session.or(() -> silence(now));
        ofUser.ifPresent(told -> values.put(Attribute.RISK_USER, told.level().word()));
        ofSession.ifPresent(
                told -> values.put(Attribute.RISK_SESSION, told.level().word()));
        return values.isEmpty()
                ? new Telling.Silent()
                : new Telling.Told(new Observation(values), older(ofUser, older(ofSession, now)));
    }

    private static Instant older(Optional<RiskReport> report, Instant than) {
        return report.map(RiskReport::observedAt).filter(than::isAfter).orElse(than);
    }

    private Optional<RiskReport> silence(Instant now) {
        return switch (quiet) {
            case LOW -> Optional.of(new RiskReport(RiskLevel.LOW, now));
            case UNKNOWN -> Optional.empty();
        };
    }
}
