package dev.contactcenter.demo.apps;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An access token for show. Nothing is decided on it: an access token is for the resource server, which checks it.
 *
 * @param name who signed in, from the validated ID token
 * @param expires and the other times: the local time of day
 * @param contactCenter the claim as JSON
 * @param session when the session ends, as a sentence; empty if no rule limits it
 */
record TokenView(
        String name,
        String mode,
        String scope,
        String acr,
        String authTime,
        String expires,
        String audience,
        String txn,
        String contactCenter,
        String session) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

    static TokenView of(Tokens tokens) {
        try {
            JWTClaimsSet claims =
                    SignedJWT.parse(tokens.accessToken().getValue()).getJWTClaimsSet();
            Map<String, Object> own = claims.getJSONObjectClaim("contact_center");
            return new TokenView(
                    text(tokens.person().getClaim("preferred_username")),
                    own == null ? "" : text(own.get("mode")),
                    tokens.scope().toString(),
                    text(claims.getClaim("acr")),
                    time(claims.getDateClaim("auth_time")),
                    time(claims.getExpirationTime()),
                    String.join(" ", claims.getAudience()),
                    text(claims.getClaim("txn")),
                    own == null ? "" : Json.write(own),
                    own == null
                            ? ""
                            : SessionEnd.of(own)
                                    .map(end -> end.sentence(ZoneId.systemDefault()))
                                    .orElse(""));
        } catch (ParseException e) {
            throw new IllegalStateException("The access token cannot be shown because it is not a JWT", e);
        }
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static String time(@Nullable Date date) {
        return date == null ? "" : TIME.format(date.toInstant());
    }
}
