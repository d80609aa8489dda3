package dev.contactcenter.signals.interaction;

import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Evidence.Absence;
import dev.contactcenter.engine.request.Observation;
import dev.contactcenter.kit.interaction.InteractionReport;
import dev.contactcenter.kit.interaction.SessionInteraction;
import dev.contactcenter.kit.signal.Occasion;
import dev.contactcenter.kit.signal.SignalSource;
import dev.contactcenter.kit.signal.Telling;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** Tells what was told of the session. A system that has gone quiet for longer than it announced tells nothing any more. */
final class InteractionSource implements SignalSource {

    @Override
    public Telling tell(Occasion occasion) {
        return occasion.session()
                .flatMap(SessionInteraction::of)
                .map(report -> telling(report, occasion.now()))
                .orElseGet(Telling.Silent::new);
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
