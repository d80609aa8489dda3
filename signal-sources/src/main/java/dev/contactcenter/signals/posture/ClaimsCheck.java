package dev.contactcenter.signals.posture;

import com.fasterxml.jackson.databind.JsonNode;
import dev.contactcenter.kit.device.Device;
import dev.contactcenter.kit.signal.Telling;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether a token of the issuer is meant for this realm, this session and this moment. */
final class ClaimsCheck {

    /** So long a token may live at most: so long Keycloak keeps in mind which session showed it. */
    static final Duration LONGEST_LIFE = Duration.ofHours(1);

    private static final int LONGEST_ID = 255;

    /** The year 9999: what RFC 7519 calls a NumericDate goes further than any calendar. */
    private static final long LAST_SECOND = 253_402_300_799L;

    private final PostureTokenSettings.Issuer issuer;
    private final Duration skew;

    ClaimsCheck(PostureTokenSettings settings) {
        this.issuer = settings.issuer();
        this.skew = settings.clockSkew();
    }

    /** What is wrong; nothing if it counts. That it has expired comes last: only a token that was right once can grow old. */
    Optional<Telling.Failed> fault(JsonNode claims, String sessionId, Instant now) {
        return whose(claims, sessionId)
                .or(() -> shape(claims))
                .map(Rejected::malformed)
                .or(() -> times(claims, now));
    }

    private Optional<String> whose(JsonNode claims, String sessionId) {
        if (!claims.path("iss").isTextual() || !claims.path("iss").textValue().equals(issuer.name())) {
            return Optional.of("the token's iss is not the issuer of this source");
        }
        if (audiences(claims.path("aud")).noneMatch(issuer.audience()::equals)) {
            return Optional.of("the token's aud is not the audience of this source");
        }
        boolean bound = claims.has("sid");
        return bound && (sessionId.isEmpty() || !claims.path("sid").asText().equals(sessionId))
                ? Optional.of("the token's sid is another session")
                : Optional.empty();
    }

    private static Stream<String> audiences(JsonNode aud) {
        return aud.isArray() ? aud.valueStream().map(JsonNode::asText) : Stream.of(aud.asText());
    }

    private static Optional<String> shape(JsonNode claims) {
        String jti = claims.path("jti").asText();
        if (jti.isEmpty() || jti.length() > LONGEST_ID) {
            return Optional.of("the token's jti is missing or too long");
        }
        String device = claims.path("sub").isTextual() ? claims.path("sub").textValue() : "";
        if (device.isBlank() || !Device.fits(device)) {
            return Optional.of("the token's sub is not the id of a device");
        }
        if (moment(claims, "iat").isEmpty() || moment(claims, "exp").isEmpty()) {
            return Optional.of("the token's iat or exp is not a moment in seconds");
        }
        return claims.has("nbf") && moment(claims, "nbf").isEmpty()
                ? Optional.of("the token's nbf is not a moment in seconds")
                : Optional.empty();
    }

    private Optional<Telling.Failed> times(JsonNode claims, Instant now) {
        Instant issued = issued(claims);
        Instant expires = expires(claims);
        Instant begins = moment(claims, "nbf").orElse(issued);
        if (expires.isBefore(issued) || Duration.between(issued, expires).compareTo(LONGEST_LIFE) > 0) {
            return Optional.of(Rejected.malformed("the token lives longer than " + LONGEST_LIFE + ", or not at all"));
        }
        if (issued.isAfter(now.plus(skew)) || begins.isAfter(now.plus(skew))) {
            return Optional.of(
                    Rejected.malformed("the token is from the future; do the clocks of issuer and server agree?"));
        }
        return now.isBefore(expires.plus(skew))
                ? Optional.empty()
                : Optional.of(Rejected.stale("the token expired at " + expires));
    }

    /** When a token that was checked was issued. */
    static Instant issued(JsonNode claims) {
        return moment(claims, "iat").orElseThrow();
    }

    /** When a token that was checked expires. */
    static Instant expires(JsonNode claims) {
        return moment(claims, "exp").orElseThrow();
    }

    private static Optional<Instant> moment(JsonNode claims, String name) {
        JsonNode seconds = claims.path(name);
        return seconds.isIntegralNumber()
                        && seconds.canConvertToLong()
                        && seconds.longValue() >= 0
                        && seconds.longValue() <= LAST_SECOND
                ? Optional.of(Instant.ofEpochSecond(seconds.longValue()))
                : Optional.empty();
    }
}
