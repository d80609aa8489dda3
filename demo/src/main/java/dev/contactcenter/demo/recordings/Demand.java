package dev.contactcenter.demo.recordings;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.token.BearerTokenError;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;

/**
 * What one resource asks of a genuine access token.
 *
 * @param scope the action
 * @param audience who the token must be meant for
 * @param assurance how the person must have proven who they are; {@link Assurance#ANY} if it does not matter
 */
record Demand(String scope, String audience, Assurance assurance) {

    /** The {@code realm} of challenges. */
    static final String REALM = "contact-center";

    /**
     * A level of authentication and its age (RFC 9470).
     *
     * @param accepted values of {@code acr} that do, weakest first; empty if any does
     */
    record Assurance(List<String> accepted, Duration maxAge) {

        static final Assurance ANY = new Assurance(List.of(), Duration.ofDays(365));

        Assurance {
            accepted = List.copyOf(accepted);
        }

        boolean isMet(JWTClaimsSet claims, Instant now) throws ParseException {
            if (accepted.isEmpty()) {
                return true;
            }
            String level = claims.getStringClaim("acr");
            Date proven = claims.getDateClaim("auth_time");
            return level != null
                    && accepted.contains(level)
                    && proven != null
                    && !now.isAfter(proven.toInstant().plus(maxAge));
        }
    }

    Verdict judge(JWTClaimsSet claims, Instant now) {
        try {
            boolean inScope = Scope.parse(claims.getStringClaim("scope")).contains(scope);
            if (!inScope) {
                return assurance.accepted.isEmpty() ? insufficientScope() : stepUp(", scope=\"" + scope + "\"");
            }
            if (!claims.getAudience().contains(audience)) {
                return invalidToken("The token is not meant for " + audience);
            }
            return assurance.isMet(claims, now) ? new Verdict.Granted() : stepUp("");
        } catch (ParseException e) {
            return invalidToken("A claim has the wrong type");
        }
    }

    private Verdict insufficientScope() {
        return refusal(BearerTokenError.INSUFFICIENT_SCOPE.setScope(new Scope(scope)), "");
    }

    /** A token that has the action, and does not permit what the request asks for with it. */
    static Verdict notPermitted(String why) {
        return refusal(BearerTokenError.INSUFFICIENT_SCOPE.setDescription(headerText(why)), "");
    }

    static Verdict.Refused invalidToken(String why) {
        return refusal(BearerTokenError.INVALID_TOKEN.setDescription(headerText(why)), "");
    }

    /** RFC 6750 §3.1: no error code if the request has no authentication at all. */
    static Verdict.Refused tokenMissing() {
        return refusal(BearerTokenError.MISSING_TOKEN, "");
    }

    /**
     * RFC 9470 §3. A token without the action is answered so, too: whoever may do it at all gets it by proving themselves
     * anew, since the realm takes the action out of a token when the proof has aged.
     */
    private Verdict stepUp(String further) {
        BearerTokenError error = new BearerTokenError(
                "insufficient_user_authentication", "A more recent or stronger authentication is required", 401);
        return refusal(
                error,
                ", acr_values=\"" + assurance.accepted.get(0) + "\", max_age=\"" + assurance.maxAge.toSeconds() + "\""
                        + further);
    }

    private static Verdict.Refused refusal(BearerTokenError error, String further) {
        return new Verdict.Refused(
                error.getHTTPStatusCode(), error.setRealm(REALM).toWWWAuthenticateHeader() + further);
    }

    /** RFC 6750 §3 allows no quotes, backslashes or control characters in a description. */
    private static String headerText(String text) {
        return text.replaceAll("[^\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]", "'");
    }

    /** Every audience that one of the demands is for. */
    static Set<String> audiences() {
        return Set.of("crm-api", "recordings-api", "reporting-api");
    }
}
