package dev.contactcenter.listeners.outbox;

import dev.contactcenter.listeners.chain.ServerShare;
import dev.contactcenter.listeners.sink.FileSink;
import dev.contactcenter.listeners.sink.LogSink;
import dev.contactcenter.listeners.sink.Rotation;
import dev.contactcenter.listeners.sink.Sink;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.provider.ProviderConfigProperty;

/**
 * Every server option of the recorder.
 *
 * @param sink where records are delivered to
 * @param drainInterval how long a record waits for its delivery at most, while the sink works
 * @param checkpointInterval how long the last record of a realm remains unsigned at most
 * @param unstored what becomes of a decision whose record cannot be stored
 * @param share which records {@code sink} gets
 */
record OutboxSettings(
        Sink sink, Duration drainInterval, Duration checkpointInterval, Unstored unstored, ServerShare share) {

    static final String OPTION_PREFIX = "spi-contact-center-recorder--" + OutboxRecorderFactory.PROVIDER_ID + "--";
    private static final String FILE = "file";
    private static final Bounded DRAIN = new Bounded("drain-interval-millis", 1_000, 100, 60_000);
    private static final Bounded ROTATE = new Bounded("file-rotate-mebibytes", 0, 0, 1_000_000);
    private static final Bounded KEEP = new Bounded("file-keep", 0, 0, 10_000);
    private static final long MEBIBYTE = 1L << 20;
    private static final Bounded CHECKPOINT = new Bounded("checkpoint-interval-millis", 60_000, 100, 3_600_000);

    private static final Choice<ServerShare> SHARE = new Choice<>("server-share", ServerShare.OTHERS);

    /** The file's server option as it is written on the command line, without its dashes. */
    static final String FILE_OPTION = OPTION_PREFIX + FILE;

    /** What holds if no option is set. */
    static final OutboxSettings DEFAULT = new OutboxSettings(
            new LogSink(),
            Duration.ofMillis(DRAIN.usual()),
            Duration.ofMillis(CHECKPOINT.usual()),
            Unstored.REFUSE,
            SHARE.usual());

    /** An option that is a whole number within bounds, both of them included. */
    private record Bounded(String name, int usual, int least, int most) {

        /** @param help without its end, which tells the bounds */
        ProviderConfigProperty property(String label, String help) {
            return new ProviderConfigProperty(
                    name,
                    label,
                    help + " from " + least + " to " + most + ".",
                    ProviderConfigProperty.INTEGER_TYPE,
                    usual);
        }
    }

    /**
     * Reads the server options.
     *
     * @throws IllegalArgumentException if one is set to what cannot be used; its message says what would be right
     */
    static OutboxSettings from(Config.Scope options) {
        return new OutboxSettings(
                sink(options.get(FILE), rotation(options)),
                millis(options, DRAIN),
                millis(options, CHECKPOINT),
                Unstored.from(options),
                SHARE.from(options));
    }

    /** The options as Keycloak's command line shows them: new ones for each call, because they are mutable. */
    static List<ProviderConfigProperty> properties() {
        var file = new ProviderConfigProperty(
                FILE,
                "File",
                "The file that decision records are appended to, one JSON object a line. Without it they go to the log category "
                        + LogSink.CATEGORY + ".",
                ProviderConfigProperty.STRING_TYPE,
                null);
        return List.of(
                file,
                DRAIN.property("Drain interval", "How often stored decision records are delivered, in milliseconds"),
                CHECKPOINT.property(
                        "Checkpoint interval",
                        "How long the last decision record of a realm remains without a checkpoint that the realm signed, in"
                                + " milliseconds"),
                ROTATE.property(
                        "Rotate the file at",
                        "How many mebibytes the file has at most before it is put aside under a name with the time; 0 leaves"
                                + " rotation to others. A whole number"),
                KEEP.property(
                        "Files kept",
                        "How many files that were put aside are kept, the oldest being deleted; 0 keeps all. A whole number"),
                Unstored.property(),
                SHARE.property(
                        "The server's share",
                        "Which records the server's own file or log gets. " + Choice.word(ServerShare.OTHERS)
                                + ": those of realms without a sink of their own. " + Choice.word(ServerShare.ALL)
                                + ": those of all realms, whatever sinks their administrators configure."));
    }

    private static Sink sink(@Nullable String file, Rotation rotation) {
        return file == null || file.isBlank()
                ? DEFAULT.sink()
                : new FileSink(Path.of(file.strip()), "the server option '" + FILE_OPTION + "'", rotation);
    }

    private static Rotation rotation(Config.Scope options) {
        int mebibytes = number(options, ROTATE, "mebibytes");
        return mebibytes == 0 ? Rotation.NONE : new Rotation(mebibytes * MEBIBYTE, number(options, KEEP, "files"));
    }

    private static Duration millis(Config.Scope options, Bounded option) {
        return Duration.ofMillis(number(options, option, "milliseconds"));
    }

    private static int number(Config.Scope options, Bounded option, String unit) {
        String text = options.get(option.name());
        if (text == null || text.isBlank()) {
            return option.usual();
        }
        String stripped = text.strip();
        int value = stripped.matches("[0-9]{1,7}") ? Integer.parseInt(stripped) : -1;
        if (value < option.least() || value > option.most()) {
            throw new IllegalArgumentException(String.format(
                    "Server option '%s' cannot be used: '%s' is not a whole number of %s from %d to %d",
                    OPTION_PREFIX + option.name(), stripped, unit, option.least(), option.most()));
        }
        return value;
    }
}
