package dev.contactcenter.kit.signal;

import dev.contactcenter.engine.request.Evidence.Absence;
import dev.contactcenter.kit.setting.ComponentName;
import dev.contactcenter.kit.setting.InvalidSettingException;
import dev.contactcenter.kit.setting.ParsedSettings;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.keycloak.component.ComponentModel;

/**
 * A kind of source and one component that configures it.
 *
 * @param name how records name it
 */
record Source(SignalSourceFactory factory, ComponentModel component, String name) {

    private static final Logger LOG = Logger.getLogger(Source.class);
    private static final ParsedSettings<SourceSettings> SETTINGS = new ParsedSettings<>();

    Source(SignalSourceFactory factory, ComponentModel component) {
        this(factory, component, ComponentName.of(component));
    }

    /** Asks it; whatever happens is an answer. */
    Answer ask(Occasion occasion) {
        try {
            SourceSettings settings = SETTINGS.of(component, stored -> SourceSettings.of(stored, factory.maxAge()));
            return switch (settings.inUse()) {
                case YES -> answer(occasion, settings.maxAge(), telling(occasion));
                case NO -> answer(occasion, Duration.ZERO, new Telling.Silent());
            };
        } catch (InvalidSettingException unusable) {
            return failed(occasion, String.valueOf(unusable.getMessage()));
        } catch (RuntimeException broken) {
            LOG.errorf(broken, "The signal source '%s' failed", name());
            return failed(occasion, "the source failed, the server's log says how");
        }
    }

    /** What another's request shows is another's device. */
    private Telling telling(Occasion occasion) {
        return occasion.asker() == Asker.ANOTHER && factory.turn() == SignalSourceFactory.Turn.IDENTIFIES_THE_DEVICE
                ? new Telling.Silent()
                : factory.create(occasion.keycloak(), component).tell(occasion);
    }

    private Answer failed(Occasion occasion, String detail) {
        return answer(occasion, Duration.ZERO, new Telling.Failed(Absence.SOURCE_FAILED, detail));
    }

    private Answer answer(Occasion occasion, Duration maxAge, Telling telling) {
        return new Answer(factory.signal(), factory.turn(), name(), maxAge, occasion.now(), telling);
    }
}
