package dev.contactcenter.demo.drill;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** What is cut in the drill, and what the policy says each tier does then: written by hand from its text, not asked of the engine. */
enum Cut {
    // A failed source of the device: everyday work and customer conversations live on what was known last; tier 3 has
    // no rung.
    KEYS_DOWN("the agent's key server is down", Cut.GO, Cut.GO, Cut.GO, Cut.GO, Cut.NOT_COMPLIANT),
    KEYS_HANG("the agent's key server hangs", Cut.GO, Cut.GO, Cut.GO, Cut.GO, Cut.NOT_COMPLIANT),
    REGISTRY_GONE("the registry's table is gone", Cut.GO, Cut.GO, Cut.GO, Cut.GO, Cut.NOT_COMPLIANT),
    REGISTRY_HANGS("the registry's table hangs", Cut.GO, Cut.GO, Cut.GO, Cut.GO, Cut.NOT_COMPLIANT),
    // No agent, and nothing known of the desk: everyday work goes on, customers are behind a passkey.
    NO_AGENT("somebody at a desk without agent", Cut.GO, Cut.GO, Cut.STEP, Cut.STEP, Cut.NOT_COMPLIANT),
    // A forgery makes the device missing with no rung at all, and tier 3 is denied for it.
    FORGED(
            "the agent's report is forged",
            Cut.GO,
            Cut.NOT_COMPLIANT,
            Cut.NOT_COMPLIANT,
            Cut.POSTURE_MISSING,
            Cut.NOT_COMPLIANT),
    // A certificate that says nothing readable is like a forgery, whatever the agent reports. A good one is enough for
    // the
    // registry to be asked; one that has expired proves nothing, and where nothing else does, nothing is known of the
    // desk.
    CERTIFICATE_GARBLED(
            "the desk's certificate is garbled",
            Cut.GO,
            Cut.NOT_COMPLIANT,
            Cut.NOT_COMPLIANT,
            Cut.POSTURE_MISSING,
            Cut.NOT_COMPLIANT),
    NO_AGENT_BUT_CERTIFICATE("no agent, but a certificate", Cut.GO, Cut.GO, Cut.STEP, Cut.STEP, Cut.STEP),
    CERTIFICATE_EXPIRED("no agent, the certificate expired", Cut.GO, Cut.GO, Cut.STEP, Cut.STEP, Cut.NOT_COMPLIANT),
    // No rung for the network: every action asks for a passkey, as on an unknown one. Somebody who used none shows it.
    ZONES_UNREADABLE("the realm's zones are garbage", Cut.STEP, Cut.STEP, Cut.STEP, Cut.STEP, Cut.STEP),
    // No rung for the location: the rule about it counts as applying.
    COUNTRIES_OLD("the country database is half a year old", Cut.GO, Cut.GO, Cut.ABROAD, Cut.GO, Cut.ABROAD),
    COUNTRIES_STRANGE("no country for the address", Cut.GO, Cut.GO, Cut.ABROAD, Cut.GO, Cut.ABROAD),
    COUNTRIES_SPOILT("the country database is garbage", Cut.GO, Cut.GO, Cut.ABROAD, Cut.GO, Cut.ABROAD),
    COUNTRIES_GONE("the country database is gone", Cut.GO, Cut.GO, Cut.ABROAD, Cut.GO, Cut.ABROAD),
    // No rung for risk either: exports are denied, and customer conversations ask for phrh, where phr was proven.
    RISK_GONE("the table of risks is gone", Cut.GO, Cut.GO, Cut.STEP, Cut.STEP, Cut.RISK),
    RISK_HANGS("the table of risks hangs", Cut.GO, Cut.GO, Cut.STEP, Cut.STEP, Cut.RISK),
    RISK_SILENT("the fraud desk falls silent", Cut.GO, Cut.GO, Cut.STEP, Cut.STEP, Cut.RISK),
    // Whoever wraps a call up exports nothing. It is the one signal whose silence the policy reads as nothing to worry
    // about.
    WRAP_UP("the telephony system tells wrap-up", Cut.GO, Cut.GO, Cut.GO, Cut.GO, Cut.WRAPPING_UP),
    PHONES_SILENT("the telephony system falls silent", Cut.GO, Cut.GO, Cut.GO, Cut.GO, Cut.GO),
    // Nor does it read a table that cannot be read as the wrap-up that stands in it.
    INTERACTIONS_GONE("the table of interactions is gone", Cut.GO, Cut.GO, Cut.GO, Cut.GO, Cut.GO),
    INTERACTIONS_HANG("the table of interactions hangs", Cut.GO, Cut.GO, Cut.GO, Cut.GO, Cut.GO);

    /** The actions that are asked for: one of each tier, and of the highest one that asks about the device and one that does not. */
    static final List<String> ACTIONS =
            List.of("record:view", "queue:monitor", "transcript:view", "recording:play", "export:create");

    /** While nothing is cut. */
    static final List<Outcome> NOTHING =
            ACTIONS.stream().map(action -> Outcome.PERMIT).toList();

    /** While nothing is cut, of somebody who used no passkey. */
    private static final List<Outcome> NO_PASSKEY = Stream.of(Cut.GO, Cut.GO, Cut.STEP, Cut.STEP, Cut.STEP)
            .map(Outcome::new)
            .toList();

    private static final String GO = "permit";
    private static final String STEP = "step up";
    private static final String NOT_COMPLIANT = "deny device_not_compliant";
    private static final String POSTURE_MISSING = "deny device_posture_missing";
    private static final String ABROAD = "deny not_from_abroad";
    private static final String WRAPPING_UP = "deny not_in_wrap_up";
    private static final String RISK = "deny risk_too_high";

    /** How long after it read them Keycloak looks for no new key: until then a report by one passes for a forgery. */
    private static final Duration KEYS_LOOK = Duration.ofSeconds(11);

    /** How soon a changed file is looked at. */
    private static final Duration FILE_LOOK = Duration.ofSeconds(4);

    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // A list that nobody can change.
    private final List<Outcome> expected;

    Cut(String title, String... expected) {
        this.title = title;
        this.expected = Stream.of(expected).map(Outcome::new).toList();
    }

    String title() {
        return title;
    }

    /** By the policy, in the order of {@link #ACTIONS}. */
    List<Outcome> expected() {
        return expected;
    }

    /** What is met when it is mended, by whoever met the cut; of a desk without agent or with a forged report, by one with a good one. */
    List<Outcome> mended() {
        return this == ZONES_UNREADABLE ? NO_PASSKEY : NOTHING;
    }

    /** How long after the cut it can be noticed at the latest. */
    Duration noticed() {
        return switch (this) {
            case COUNTRIES_OLD, COUNTRIES_STRANGE, COUNTRIES_SPOILT, COUNTRIES_GONE -> FILE_LOOK;
            case RISK_SILENT -> DrillRealm.RISK_AGE.plusSeconds(1);
            case PHONES_SILENT -> DrillRealm.SOON.plusSeconds(1);
            case KEYS_DOWN, KEYS_HANG -> KEYS_LOOK;
            case REGISTRY_GONE,
                    REGISTRY_HANGS,
                    RISK_GONE,
                    RISK_HANGS,
                    NO_AGENT,
                    FORGED,
                    CERTIFICATE_GARBLED,
                    NO_AGENT_BUT_CERTIFICATE,
                    CERTIFICATE_EXPIRED,
                    WRAP_UP,
                    INTERACTIONS_GONE,
                    INTERACTIONS_HANG,
                    ZONES_UNREADABLE -> Duration.ZERO;
        };
    }
}
