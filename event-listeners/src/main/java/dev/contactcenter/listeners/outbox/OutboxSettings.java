package dev.contactcenter.listeners.outbox;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

/**
 * Every server option of the recorder.
 *
 * @param sink where records are delivered to
 * @param drainInterval how long a record waits for its delivery at most, while the sink works
 */
record OutboxSettings(Sink sink, Duration drainInterval) {

    private static final String OPTION_PREFIX =
            "spi-contact-center-recorder--" + OutboxRecorderFactory.PROVIDER_ID + "--";
    private static final String FILE = "file";
    private static final String DRAIN_INTERVAL = "drain-interval-millis";
    private static final int DEFAULT_INTERVAL_MILLIS = 1_000;
    private static final int MIN_INTERVAL_MILLIS = 100;
    private static final int MAX_INTERVAL_MILLIS = 60_000;

    /** The file's server option as it is written on the command line, without its dashes. */
    static final String FILE_OPTION = OPTION_PREFIX + FILE;

    /** What holds if no option is set. */
    static final OutboxSettings DEFAULT = new OutboxSettings(new LogSink(), Duration.ofMillis(DEFAULT_INTERVAL_MILLIS));

    /**
     * Reads the server options.
     *
     * @throws IllegalArgumentException if one is set to what cannot be used; its message says what would be right
     */
    static OutboxSettings from(Config.Scope options) {
        return new OutboxSettings(sink(options.get(FILE)), drainInterval(options.get(DRAIN_INTERVAL)));
    }

    /** The options as Keycloak's command line shows them: new ones for each call, because they are mutable. */
    static List<ProviderConfigProperty> properties() {
        return ProviderConfigurationBuilder.create()
                .property()
                .name(FILE)
                .label("File")
                .helpText(
                        "The file that decision records are appended to, one JSON object a line. Without it they go to the"
                                + " log category " + LogSink.CATEGORY + ".")
                .type(ProviderConfigProperty.STRING_TYPE)
                .add()
                .property()
                .name(DRAIN_INTERVAL)
                .label("Drain interval")
                .helpText("How often stored decision records are delivered, in milliseconds from " + MIN_INTERVAL_MILLIS
                        + " to " + MAX_INTERVAL_MILLIS + ".")
                .type(ProviderConfigProperty.INTEGER_TYPE)
                .defaultValue(DEFAULT_INTERVAL_MILLIS)
                .add()
                .build();
    }

    private static Sink sink(@Nullable String file) {
        return file == null || file.isBlank() ? DEFAULT.sink() : new FileSink(Path.of(file.strip()));
    }

    private static Duration drainInterval(@Nullable String millis) {
        if (millis == null || millis.isBlank()) {
            return DEFAULT.drainInterval();
        }
        String stripped = millis.strip();
        int value = stripped.matches("[0-9]{1,6}") ? Integer.parseInt(stripped) : -1;
        if (value < MIN_INTERVAL_MILLIS || value > MAX_INTERVAL_MILLIS) {
            throw new IllegalArgumentException(String.format(
                    "Server option '%s' cannot be used: '%s' is not a whole number of milliseconds from %d to %d",
                    OPTION_PREFIX + DRAIN_INTERVAL, stripped, MIN_INTERVAL_MILLIS, MAX_INTERVAL_MILLIS));
        }
        return Duration.ofMillis(value);
    }
}
