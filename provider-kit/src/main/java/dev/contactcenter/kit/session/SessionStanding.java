package dev.contactcenter.kit.session;

import dev.contactcenter.engine.decision.Reason;
import java.time.Duration;

/** Where a session stands in its limits. */
public sealed interface SessionStanding {

    /** It is within them. */
    record GoesOn() implements SessionStanding {}

    /** It was ended. What is still there of it was stored by a request that was under way, and must go as well. */
    record Revoked() implements SessionStanding {}

    /**
     * It is past one, and must end.
     *
     * @param reason {@link Reason#SESSION_MAX_REACHED} or {@link Reason#SESSION_IDLE_REACHED}
     * @param limit how long it might have lasted, or rested
     */
    record Over(Reason reason, Duration limit) implements SessionStanding {}
}
