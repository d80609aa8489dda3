package dev.contactcenter.listeners.delivery;

import dev.contactcenter.kit.setting.Setting;
import dev.contactcenter.kit.setting.Settings;
import dev.contactcenter.listeners.rendering.RecordFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.keycloak.provider.ProviderConfigProperty;

/**
 * What holds for a sink of any kind.
 *
 * @param name in messages, meters and URLs
 * @param mostWaiting records that may wait for it before that is too many
 */
record SinkSettings(String name, State state, RecordFormat format, long mostWaiting, Overflow overflow) {

    private static final Pattern NAMES = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    private static final Pattern COUNT = Pattern.compile("[1-9][0-9]{0,8}");

    static final Setting<String> NAME = new Setting<>(
            "name",
            "Name",
            "How messages, meters and URLs name the sink: up to 63 lower case letters, digits and dashes. Must be given.",
            ProviderConfigProperty.STRING_TYPE,
            List.of(),
            "",
            SinkSettings::name);

    private static final Setting<State> STATE = Setting.choice(
            "state",
            "State",
            "Whether records are delivered. paused: they are kept in the database until the sink is active again; none is lost.",
            State.class,
            State.ACTIVE);

    private static final Setting<RecordFormat> FORMAT = Setting.choice(
            "format",
            "Format",
            "How records look. decision: as docs/reference/decision-records.md has them, with their chain, which only this format has.",
            RecordFormat.class,
            RecordFormat.DECISION);

    private static final Setting<Long> MOST_WAITING = new Setting<>(
            "mostWaiting",
            "Most records that wait",
            "How many records may wait in the database for this sink before that counts as too many, from 1 to 999999999.",
            ProviderConfigProperty.STRING_TYPE,
            List.of(),
            "1000000",
            SinkSettings::count);

    private static final Setting<Overflow> OVERFLOW = Setting.choice(
            "overflow",
            "If too many wait",
            "What happens then. keep: the log has an error, and records are kept as long as the database has room. drop-oldest: the log has an error, and"
                    + " the oldest are given up for this sink and counted as lost.",
            Overflow.class,
            Overflow.KEEP);

    static final Setting<Trial> TRIAL = Setting.choice(
            "trial",
            "Test",
            "Whether saving is a test as well. when-saved: saving sends a test record first, and saves only if the sink takes it; after that this is no again.",
            Trial.class,
            Trial.NO);

    /** All but the name, which comes first. */
    static final List<Setting<?>> OTHERS = List.of(STATE, FORMAT, MOST_WAITING, OVERFLOW, TRIAL);

    /** Whether records are delivered. */
    enum State {
        ACTIVE,
        PAUSED
    }

    /** What happens if too many records wait. */
    enum Overflow {
        KEEP,
        DROP_OLDEST
    }

    /** Whether saving is a test as well: Keycloak's pages for components of extensions have no button but that one. */
    enum Trial {
        NO,
        WHEN_SAVED
    }

    static SinkSettings of(Map<String, String> stored) {
        return new SinkSettings(
                NAME.from(stored),
                STATE.from(stored),
                FORMAT.from(stored),
                MOST_WAITING.from(stored),
                OVERFLOW.from(stored));
    }

    private static String name(String text) {
        if (!NAMES.matcher(Settings.given(text)).matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not made of up to 63 lower case letters, digits and dashes");
        }
        return text;
    }

    private static long count(String text) {
        if (!COUNT.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + text + "' is not a whole number from 1 to 999999999");
        }
        return Long.parseLong(text);
    }
}
