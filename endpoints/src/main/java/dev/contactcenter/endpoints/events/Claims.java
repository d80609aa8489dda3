package dev.contactcenter.endpoints.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads members of a token's claims. */
final class Claims {

    /** The year 9999: what RFC 7519 calls a NumericDate goes further than any calendar. */
    private static final long LAST_SECOND = 253_402_300_799L;

    private static final int LONGEST_REASON = 255;

    private Claims() {}

    static boolean isFor(JsonNode claims, String audience) {
        JsonNode aud = claims.path("aud");
        Stream<String> named = aud.isArray() ? aud.valueStream().map(JsonNode::asText) : Stream.of(aud.asText());
        return named.anyMatch(audience::equals);
    }

    /** A moment in seconds; those that are no whole number are cut off. */
    static Optional<Instant> moment(JsonNode seconds) {
        return seconds.isNumber() && seconds.doubleValue() >= 0 && seconds.doubleValue() <= LAST_SECOND
                ? Optional.of(Instant.ofEpochSecond(seconds.longValue()))
                : Optional.empty();
    }

    /** One of some words; nothing for any other. */
    static <E extends Enum<E>> Optional<E> word(JsonNode text, Class<E> words) {
        return Arrays.stream(words.getEnumConstants())
                .filter(word -> word.name()
                        .toLowerCase(Locale.ROOT)
                        .replace('_', '-')
                        .equals(text.asText().toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** In English if it is there, else in any language (CAEP 1.0 §2); transmitters of earlier drafts tell a plain text. */
    static String reason(JsonNode told) {
        String text = told.isObject()
                ? told.path("en")
                        .asText(
                                told.elements().hasNext()
                                        ? told.elements().next().asText()
                                        : "")
                : told.asText();
        String line = text.replaceAll("\\p{Cntrl}", " ").strip();
        return line.length() > LONGEST_REASON ? line.substring(0, LONGEST_REASON) : line;
    }
}
