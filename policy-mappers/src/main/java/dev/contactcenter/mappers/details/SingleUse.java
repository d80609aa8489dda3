package dev.contactcenter.mappers.details;

import dev.contactcenter.kit.details.ActionDetail;
import dev.contactcenter.kit.details.DetailReader;
import java.time.Instant;
import java.util.Arrays;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.AccessToken;

/** Tokens that serve once: the first resource server that asks about one uses it up, on whatever node it asks. */
public final class SingleUse {

    private static final String USED = "contact-center.used ";

    private SingleUse() {}

    /** What asking about a token means. */
    public enum Use {
        /** It serves as often as it is shown. */
        NOT_LIMITED,
        /** It served now, and does no more. */
        FIRST,
        /** It served before, or who asks is not whom it is for. */
        REFUSED
    }

    /** Whether the token serves once. */
    public static boolean isOf(AccessToken token) {
        return ActionDetail.servesOnce(DetailReader.of(token));
    }

    /**
     * Uses the token, if it serves once.
     *
     * @param by client id of the resource server; one that the token is not for does not use it up
     */
    public static Use use(KeycloakSession session, AccessToken token, String by, Instant now) {
        if (!isOf(token)) {
            return Use.NOT_LIMITED;
        }
        boolean isFor = token.getAudience() != null
                && Arrays.asList(token.getAudience()).contains(by);
        // Remembered for longer than the token lives.
        long seconds = Math.max(1, token.getExp() - now.getEpochSecond() + 1);
        return isFor && session.singleUseObjects().putIfAbsent(USED + token.getId(), seconds) ? Use.FIRST : Use.REFUSED;
    }
}
