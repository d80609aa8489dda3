package dev.contactcenter.kit.signal;

import dev.contactcenter.kit.setting.ComponentName;
import dev.contactcenter.kit.setting.Setting;
import dev.contactcenter.kit.setting.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
    public static final Setting<Duration> MAX_AGE = maxAge("PT1H");

    /** How long it may take. */
    public static final Setting<Duration> TIMEOUT = Setting.duration(
            "timeout",
            "Time-out",
            "How long one request waits for this source at most, as an ISO 8601 duration from PT0.05S to PT10S. After that the"
                    + " source counts as failed.",
            Duration.ofSeconds(1),
            Duration.ofMillis(50),
            Duration.ofSeconds(10));

    /** The same setting for a kind of source that observes more seldom or more often: with another default. */
    public static Setting<Duration> maxAge(String byDefault) {
        return Setting.duration(
                        "maxAge",
                        "Freshness",
                        "How old an observation may be, as an ISO 8601 duration: PT15M is a quarter of an hour. An older one"
                                + " counts as stale. The policy's signals section can ask for less, not for more.",
                        Duration.parse(byDefault),
                        Duration.ofSeconds(1),
                        Duration.ofDays(366))
                .withDefault(byDefault);
    }

    /**
     * Reads them.
     *
     * @throws dev.contactcenter.kit.setting.InvalidSettingException if one cannot be used
     */
    public static SourceSettings of(ComponentModel component) {
        return of(component, MAX_AGE);
    }

    /**
     * Reads them.
     *
     * @param maxAge with the default of this kind of source
     * @throws dev.contactcenter.kit.setting.InvalidSettingException if one cannot be used
     */
    public static SourceSettings of(ComponentModel component, Setting<Duration> maxAge) {
        Map<String, String> stored = Settings.stored(component);
        return new SourceSettings(IN_USE.from(stored), maxAge.from(stored), TIMEOUT.from(stored));
    }

    /** As the admin console shows them: the name, what is particular to a kind of source, and what all have. */
    public static List<ProviderConfigProperty> around(Setting<?>... own) {
        return around(MAX_AGE, own);
    }

    /** The same with the default of a kind of source. */
    public static List<ProviderConfigProperty> around(Setting<Duration> maxAge, Setting<?>... own) {
        return Stream.of(Stream.of(ComponentName.SETTING), Stream.of(own), Stream.of(IN_USE, maxAge, TIMEOUT))
                .flatMap(settings -> settings)
                .map(Setting::toProperty)
                .toList();
    }

    /** Whether a source is asked. */
    public enum InUse {
        YES,
        NO
    }
}
