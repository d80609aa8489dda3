package dev.contactcenter.endpoints.streams;

import dev.contactcenter.kit.setting.Setting;
import dev.contactcenter.kit.setting.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.keycloak.component.ComponentModel;
import org.keycloak.provider.ProviderConfigProperty;

/**
 * A stream of security events that a realm receives.
 *
 * @param id of the component that configures it
 * @param name in its URL, in messages and records
 * @param timeout how long a request to the transmitter may take
 */
public record EventStream(
        String id,
        String name,
        InUse inUse,
        Transmitter transmitter,
        SubjectRules subjects,
        Delivery delivery,
        Verification verification,
        Reactions reactions,
        Duration timeout) {

    private static final Pattern NAMES = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    static final Setting<String> NAME = new Setting<>(
            "name",
            "Name",
            "How the stream's URL, messages and records name it: up to 63 lower case letters, digits and dashes. Must be given.",
            ProviderConfigProperty.STRING_TYPE,
            List.of(),
            "",
            EventStream::name);

    private static final Setting<InUse> IN_USE = Setting.choice(
            "inUse",
            "In use",
            "Whether events are received. no: the stream is kept, nothing is polled, and what is pushed is refused.",
            InUse.class,
            InUse.YES);

    private static final Setting<Duration> TIMEOUT = Setting.duration(
            "timeout",
            "Time-out",
            "How long a request to the transmitter may take, as an ISO 8601 duration from PT0.1S to PT30S: for its keys, for an access"
                    + " token, for a poll beside its long poll.",
            Duration.ofSeconds(5),
            Duration.ofMillis(100),
            Duration.ofSeconds(30));

    /** Whether events are received. */
    public enum InUse {
        YES,
        NO
    }

    /**
     * Reads one.
     *
     * @throws dev.contactcenter.kit.setting.InvalidSettingException if a setting cannot be used
     */
    public static EventStream of(ComponentModel component) {
        Map<String, String> stored = Settings.stored(component);
        return new EventStream(
                component.getId() == null ? "" : component.getId(),
                NAME.from(stored),
                IN_USE.from(stored),
                Transmitter.of(stored),
                SubjectRules.of(stored),
                DeliverySettings.delivery(stored),
                DeliverySettings.verification(stored),
                Reactions.of(stored),
                TIMEOUT.from(stored));
    }

    /** As whoever acts for this stream is named. */
    public String origin() {
        return "stream:" + name;
    }

    /** Its settings, as the admin console shows them. */
    public static List<ProviderConfigProperty> properties() {
        return Stream.of(
                        Stream.of(NAME, IN_USE),
                        Transmitter.ALL.stream(),
                        DeliverySettings.ALL.stream(),
                        SubjectRules.ALL.stream(),
                        Reactions.ALL.stream(),
                        Stream.of(TIMEOUT))
                .flatMap(settings -> settings)
                .map(Setting::toProperty)
                .toList();
    }

    private static String name(String text) {
        if (!NAMES.matcher(Settings.given(text)).matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not made of up to 63 lower case letters, digits and dashes");
        }
        return text;
    }
}
