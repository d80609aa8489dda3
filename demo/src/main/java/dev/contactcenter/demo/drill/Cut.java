package dev.contactcenter.demo.drill;

import java.util.List;
import java.util.stream.Stream;

/** What is cut in the drill, and what the sample policy says each tier does then. */
enum Cut {
    NOTHING("all sources up", Cut.ALL, Cut.ALL, Cut.ALL, Cut.ALL, Cut.ALL),
    KEYS("the agent's key server is down", Cut.ALL, Cut.ALL, Cut.ALL, Cut.ALL, Cut.NOT_FROM_HERE),
    FORGED(
            "somebody forges the agent's report",
            Cut.ALL,
            Cut.NOT_FROM_HERE,
            Cut.NOT_FROM_HERE,
            Cut.UNKNOWN,
            Cut.NOT_FROM_HERE),
    SILENT("a desk without an agent signs in", Cut.ALL, Cut.ALL, Cut.STEP, Cut.STEP, Cut.NOT_FROM_HERE),
    NOTHING_ANY_MORE("all sources up again", Cut.ALL, Cut.ALL, Cut.ALL, Cut.ALL, Cut.ALL);

    /** The actions that are asked for: one of each tier, and of the highest one that asks about the device and one that does not. */
    static final List<String> ACTIONS =
            List.of("record:view", "queue:monitor", "transcript:view", "recording:play", "export:create");

    private static final String ALL = "permit";
    private static final String STEP = "step-up";
    private static final String NOT_FROM_HERE = "deny: Not from this device";
    private static final String UNKNOWN = "deny: Nothing is known about this device";

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
}
