package dev.contactcenter.language;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;

/** Whether somebody else has to approve before an action is granted. */
public sealed interface Approval {

    /** The stricter of the two. */
    Approval and(Approval other);

    /** Nobody has to. */
    record NotAsked() implements Approval {
        @Override
        public Approval and(Approval other) {
            return other;
        }
    }

    /**
     * Somebody has to.
     *
     * @param by actions, each of which whoever approves asks for in detail, and is permitted
     * @param within how long the request waits for it
     */
    record Asked(Set<String> by, Duration within) implements Approval {

        public Asked {
            by = Set.copyOf(by);
        }

        @Override
        public Approval and(Approval other) {
            return switch (other) {
                case NotAsked ignored -> this;
                case Asked asked -> {
                    Set<String> all = new TreeSet<>(by);
                    all.addAll(asked.by);
                    yield new Asked(all, within.compareTo(asked.within) < 0 ? within : asked.within);
                }
            };
        }
    }
}
