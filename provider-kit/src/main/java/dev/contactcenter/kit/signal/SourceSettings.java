package dev.contactcenter.kit.signal;

import dev.contactcenter.kit.setting.Setting;
import dev.contactcenter.kit.setting.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.keycloak.component.ComponentModel;
import org.keycloak.provider.ProviderConfigProperty;

/**
 * What every source can be told.
 *
 * @param inUse whether it is asked
 * @param maxAge an older observation counts as stale, whatever the policy allows
 * @param timeout how long one request waits for it at most
 */
public record SourceSettings(InUse inUse, Duration maxAge, Duration timeout) {

    /** Whether it is asked. */
    public static final Setting<InUse> IN_USE = Setting.choice(
            "inUse",
            "In use",
            "Whether the source is asked. yes: with every decision. no: it is kept, and what it would tell is missing.",
            InUse.class,
            InUse.YES);

    /** How old what it told may be. */
    public static final Setting<Duration> MAX_AGE = Setting.duration(
            "maxAge",
            "Freshness",
            "How old an observation may be, as an ISO 8601 duration: PT15M is a quarter of an hour. An older one counts as stale."
                    + " The policy's signals section can ask for less, not for more.",
            Duration.ofHours(1),
            Duration.ofSeconds(1),
            Duration.ofDays(31));

    /** How long it may take. */
    public static final Setting<Duration> TIMEOUT = Setting.duration(
            "timeout",
            "Time-out",
            "How long one request waits for this source at most, as an ISO 8601 duration from PT0.05S to PT10S. After that the"
                    + " source counts as failed.",
            Duration.ofSeconds(1),
            Duration.ofMillis(50),
            Duration.ofSeconds(10));

    /**
     * Reads them.
     *
     * @throws dev.contactcenter.kit.setting.InvalidSettingException if one cannot be used
     */
    public static SourceSettings of(ComponentModel component) {
        Map<String, String> stored = Settings.stored(component);
        return new SourceSettings(IN_USE.from(stored), MAX_AGE.from(stored), TIMEOUT.from(stored));
    }

    /** As the admin console shows them; each source shows its own settings first. */
    public static List<ProviderConfigProperty> properties() {
        return List.of(IN_USE.toProperty(), MAX_AGE.toProperty(), TIMEOUT.toProperty());
    }

    /** Whether a source is asked. */
    public enum InUse {
        YES,
        NO
    }
}
