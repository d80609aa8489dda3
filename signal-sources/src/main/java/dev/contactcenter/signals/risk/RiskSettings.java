package dev.contactcenter.signals.risk;

import dev.contactcenter.kit.setting.Setting;
import dev.contactcenter.kit.setting.Settings;
import dev.contactcenter.kit.signal.SourceSettings;
import dev.contactcenter.signals.changes.MemorySettings;
import java.time.Duration;
import java.util.List;
import org.keycloak.component.ComponentModel;
import org.keycloak.provider.ProviderConfigProperty;

/** What a source of risks can be told. */
final class RiskSettings {

    private static final Setting<Quiet> QUIET = Setting.choice(
            "quiet",
            "Silence means",
            "What an account or session counts as that no risk was ever told of. unknown: the policy says what follows. low:"
                    + " the engine tells whatever is wrong, and silence is good news.",
            Quiet.class,
            Quiet.UNKNOWN);

    /** An engine that tells changes only is quiet for long. */
    static final Setting<Duration> MAX_AGE = SourceSettings.maxAge("P1D");

    private RiskSettings() {}

    static Quiet quiet(ComponentModel component) {
        return QUIET.from(Settings.stored(component));
    }

    static Duration cacheFor(ComponentModel component) {
        return MemorySettings.CACHE_FOR.from(Settings.stored(component));
    }

    static List<ProviderConfigProperty> properties() {
        return SourceSettings.around(MAX_AGE, QUIET, MemorySettings.CACHE_FOR);
    }

    /** What silence means. */
    enum Quiet {
        UNKNOWN,
        LOW
    }
}
