package dev.contactcenter.endpoints.events;

import com.fasterxml.jackson.databind.JsonNode;
import dev.contactcenter.endpoints.streams.Transmitter;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Reads the claims of a security event token by the rules of RFC 8417 §2.2, SSF 1.0 §4.1 and the stream. */
public final class SetReader {

    private static final int LONGEST_ID = 255;
    private static final int LONGEST_TYPE = 255;

    private final Transmitter transmitter;

    /** For the tokens of a transmitter. */
    public SetReader(Transmitter transmitter) {
        this.transmitter = transmitter;
    }

    /** What reading gave. */
    public sealed interface Reading {

        /** An event. */
        record Legible(ReceivedSet set) implements Reading {}

        /** Something else. */
        record Illegible(SetError error) implements Reading {}
    }

    /**
     * Whether the claims are those of this transmitter for this server. They are looked at before the signature: a token of
     * another is told apart from one that is forged.
     */
    public Optional<SetError> stranger(JsonNode claims) {
        if (!claims.path("iss").isTextual() || !claims.path("iss").textValue().equals(transmitter.issuer())) {
            return Optional.of(
                    new SetError(SetError.Code.INVALID_ISSUER, "The claim iss is not the issuer of this stream."));
        }
        return Claims.isFor(claims, transmitter.audience())
                ? Optional.empty()
                : Optional.of(new SetError(
                        SetError.Code.INVALID_AUDIENCE, "The claim aud does not hold the audience of this stream."));
    }

    /** Reads claims that the transmitter signed. */
    public Reading read(JsonNode claims, Instant now) {
        return fault(claims, now)
                .map(SetError::invalidRequest)
                .<Reading>map(Reading.Illegible::new)
                .orElseGet(() -> event(claims, now));
    }

    private Optional<String> fault(JsonNode claims, Instant now) {
        String id = claims.path("jti").asText();
        if (id.isBlank() || id.length() > LONGEST_ID) {
            return Optional.of("The claim jti must be there, with at most " + LONGEST_ID + " characters.");
        }
        if (claims.has("sub") || claims.has("exp")) {
            return Optional.of("The claims sub and exp must not be in a security event token (SSF 1.0 section 4.1).");
        }
        return age(claims, now)
                .or(() -> claims.path("events").isObject()
                                && claims.path("events").size() == 1
                                && claims.path("events").elements().next().isObject()
                        ? Optional.empty()
                        : Optional.of("The claim events must hold exactly one event, which is an object."));
    }

    private Optional<String> age(JsonNode claims, Instant now) {
        Optional<Instant> issued = Claims.moment(claims.path("iat"));
        if (issued.isEmpty()) {
            return Optional.of("The claim iat must be a moment in seconds.");
        }
        if (issued.get().isAfter(now.plus(transmitter.clockSkew()))) {
            return Optional.of("The claim iat lies in the future; here it is " + now + ".");
        }
        return issued.get().isBefore(now.minus(transmitter.window()))
                ? Optional.of(
                        "The event was issued more than " + transmitter.window() + " ago and is no longer accepted.")
                : Optional.empty();
    }

    private Reading event(JsonNode claims, Instant now) {
        Map.Entry<String, JsonNode> named =
                claims.path("events").properties().iterator().next();
        JsonNode body = named.getValue();
        Instant issued = Claims.moment(claims.path("iat")).orElseThrow();
        JsonNode told = body.has("event_timestamp") ? body.path("event_timestamp") : claims.path("toe");
        Optional<Instant> occurred = told.isMissingNode() ? Optional.of(issued) : Claims.moment(told);
        if (occurred.isEmpty() || occurred.get().isAfter(now.plus(transmitter.clockSkew()))) {
            return illegible("The time of the event must be a moment in seconds that does not lie in the future.");
        }
        Optional<SubjectId> subject = SubjectId.read(claims.path("sub_id"));
        if (subject.isEmpty()) {
            return illegible(
                    "The claim sub_id must be a subject identifier (RFC 9493) with all members of its format.");
        }
        if (named.getKey().length() > LONGEST_TYPE) {
            return illegible("The type of the event has more than " + LONGEST_TYPE + " characters.");
        }
        return EventBody.read(named.getKey(), body, subject.get())
                .<Reading>map(event -> new Reading.Legible(new ReceivedSet(
                        claims.path("jti").asText(),
                        issued,
                        occurred.get(),
                        subject.get(),
                        event,
                        Claims.reason(body.path("reason_admin")))))
                .orElseGet(() ->
                        illegible("The event lacks a member that its type requires, or has one of another value."));
    }

    private static Reading illegible(String why) {
        return new Reading.Illegible(SetError.invalidRequest(why));
    }
}
