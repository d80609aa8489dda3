package dev.contactcenter.mappers.lastline;

import dev.contactcenter.engine.decision.Bound;
import dev.contactcenter.engine.decision.Decision;
import dev.contactcenter.engine.decision.Demand;
import dev.contactcenter.engine.decision.Reason;
import java.util.Set;
import org.keycloak.OAuthErrorException;
import org.keycloak.models.KeycloakSession;

/**
 * What a client reads at the token endpoint when a request is refused.
 *
 * @param error {@code insufficient_user_authentication} (RFC 9470 §3) if proving more would help; {@code invalid_grant} (RFC 6749
 *     §5.2) if the session has ended or the mode was left; {@code temporarily_unavailable} (RFC 6749 §4.1.2.1, §8.5) if it has had its
 *     tokens for now; else {@code access_denied}
 * @param description the reason code, a colon and a sentence
 */
public record TokenRefusal(String error, String description) {

    private static final Set<Reason> OVER =
            Set.of(Reason.SESSION_MAX_REACHED, Reason.SESSION_IDLE_REACHED, Reason.SESSION_REVOKED);
    private static final String INSUFFICIENT = "insufficient_user_authentication";

    /** The refusal that a decision amounts to; a permit is none. */
    public static TokenRefusal of(Decision decision) {
        return switch (decision) {
            case Decision.StepUp stepUp ->
                new TokenRefusal(
                        INSUFFICIENT,
                        "step_up_required: a more recent or stronger authentication is needed, at least "
                                + stepUp.demand().acr());
            case Decision.Deny deny
            when OVER.contains(deny.reason()) -> ofEndedSession(deny.reason().code());
            case Decision.Deny deny
            when deny.reason().equals(Reason.MODE_NOT_CURRENT) ->
                new TokenRefusal(
                        OAuthErrorException.INVALID_GRANT,
                        deny.reason().code()
                                + ": the person has changed to another mode in this application; ask for new tokens");
            case Decision.Deny deny
            when deny.reason().equals(Reason.TOKEN_RATE_EXCEEDED) ->
                new TokenRefusal(
                        OAuthErrorException.TEMPORARILY_UNAVAILABLE,
                        deny.reason().code()
                                + ": the policy of this realm gives this client no more tokens this minute");
            case Decision.Deny deny ->
                new TokenRefusal(
                        "access_denied",
                        deny.reason().code() + ": the policy of this realm does not grant what was asked for");
            case Decision.Permit ignored ->
                throw new IllegalStateException("A permit has no refusal, because it refuses nothing");
        };
    }

    /** The refusal of whatever is asked for in a session that has ended for this reason. */
    public static TokenRefusal ofEndedSession(String reason) {
        return new TokenRefusal(
                OAuthErrorException.INVALID_GRANT, reason + ": the session has ended; the person has to sign in again");
    }

    /** Tells the client in a header what to ask for, as a resource server would (RFC 9470 §3). */
    public static void challenge(KeycloakSession session, Decision decision) {
        if (decision instanceof Decision.StepUp stepUp) {
            session.getContext().getHttpResponse().setHeader("WWW-Authenticate", header(stepUp.demand()));
        }
    }

    private static String header(Demand demand) {
        String acr = "Bearer error=\"" + INSUFFICIENT + "\", acr_values=\"" + demand.acr() + "\"";
        return switch (demand.maxAge()) {
            case Bound.Unbounded ignored -> acr;
            case Bound.AtMost limit -> acr + ", max_age=\"" + limit.duration().toSeconds() + "\"";
        };
    }
}
