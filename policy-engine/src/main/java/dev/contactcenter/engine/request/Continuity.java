package dev.contactcenter.engine.request;

import java.time.Instant;
import java.util.Set;

/** Whether a request goes on with what was granted before. */
public sealed interface Continuity {

    /** It asks for something anew. */
    record Beginning() implements Continuity {
        private static final Continuity ANEW = new Beginning();
    }

    /**
     * It is about an established session.
     *
     * @param granted names of the actions that the session had until now
     * @param since when it was first found in this interaction that the rules no longer permit them; the moment of the decision if
     *     that was not found before
     */
    record Continued(Set<String> granted, Instant since) implements Continuity {
        public Continued {
            granted = Set.copyOf(granted);
        }
    }

    /** Nothing was granted before. */
    static Continuity beginning() {
        return Beginning.ANEW;
    }
}
