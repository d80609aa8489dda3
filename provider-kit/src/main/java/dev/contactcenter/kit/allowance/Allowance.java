package dev.contactcenter.kit.allowance;

import java.time.Instant;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.SingleUseObjectProvider;

/**
 * Whether somebody may have something once more in this minute of the clock (ADR 0037). A minute has as many slots as it may be had in it,
 * and each time takes one for good: who takes it is settled by the cluster, as it is for a code that is redeemed.
 */
public sealed interface Allowance {

    /** A slot was free, and is taken now. */
    record Taken() implements Allowance {}

    /**
     * There was none.
     *
     * @param secondsLeft until the next minute
     */
    record Spent(long secondsLeft) implements Allowance {}

    /**
     * Takes a slot.
     *
     * @param what it is, and whose, in the realm of the request
     */
    static Allowance take(KeycloakSession session, String what, int perMinute, Instant now) {
        var minute = new Minute(session.singleUseObjects(), key(session, what, now), perMinute);
        return minute.take()
                ? new Taken()
                : new Spent(Minute.SECONDS - Math.floorMod(now.getEpochSecond(), Minute.SECONDS));
    }

    private static String key(KeycloakSession session, String what, Instant now) {
        return "contact-center." + what + " " + session.getContext().getRealm().getId() + " "
                + Math.floorDiv(now.getEpochSecond(), Minute.SECONDS) + " ";
    }

    /** The slots of one minute: those that are taken are always the first ones. */
    record Minute(SingleUseObjectProvider taken, String key, int slots) {

        private static final int SECONDS = 60;

        /** The clocks of two nodes may differ: what is kept longer than its minute takes nothing from another. */
        private static final int KEPT_SECONDS = 2 * SECONDS;

        private boolean take() {
            for (int slot = firstFree(); slot < slots; slot++) {
                if (taken.putIfAbsent(key + slot, KEPT_SECONDS)) {
                    return true;
                }
            }
            return false;
        }

        /** Others may take it meanwhile, so this is where to begin. */
        private int firstFree() {
            int from = 0;
            int to = slots;
            while (from < to) {
                int middle = (from + to) >>> 1;
                if (taken.contains(key + middle)) {
                    from = middle + 1;
                } else {
                    to = middle;
                }
            }
            return from;
        }
    }
}
