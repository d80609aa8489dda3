package dev.contactcenter.benchmarks.engine;

import java.util.Locale;

/** Who is compared, the reference first; public because JMH names them. */
public enum Contenders {
    HAND_WRITTEN,
    ENGINE,
    CEL_PLANNER,
    CEDAR,
    JCASBIN;

    /** Compiles the policy for this contender. */
    Contender make(NeutralPolicy policy) {
        return switch (this) {
            case HAND_WRITTEN -> new HandWritten(policy);
            case ENGINE -> new Engine(policy);
            case CEL_PLANNER -> new CelPlanner(policy);
            case CEDAR -> new Cedar(policy);
            case JCASBIN -> new JCasbin(policy);
        };
    }

    /** As it is printed. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
