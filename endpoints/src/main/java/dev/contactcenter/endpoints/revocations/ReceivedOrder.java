package dev.contactcenter.endpoints.revocations;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.contactcenter.kit.revocation.Target;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** An order to stop something, as it was posted. */
sealed interface ReceivedOrder {

    /** One that can be used. */
    record Usable(String key, Target target, String reason, String detail) implements ReceivedOrder {}

    /**
     * Nothing that could be used.
     *
     * @param problem what is wrong, and what would be right; a sentence
     */
    record Unusable(String problem) implements ReceivedOrder {}

    /** Reads the body of a request. */
    static ReceivedOrder read(byte[] body, Instant now) {
        try {
            JsonNode json = Reading.JSON.readTree(body);
            return json == null || !json.isObject()
                    ? new Unusable("The body is not a JSON object.")
                    : new Reading(json, now).order();
        } catch (IOException notJson) {
            return new Unusable("The body is not one JSON object without duplicate members.");
        }
    }

    /** Reads member by member. */
    record Reading(JsonNode body, Instant now) {
        private static final ObjectMapper JSON = new ObjectMapper()
                .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        private static final List<String> TARGETS = List.of("device", "user", "session", "passkey", "token");
        private static final Set<String> MEMBERS =
                Set.of("device", "user", "session", "passkey", "token", "exp", "reason", "detail", "key");
        private static final int LONGEST = 255;
        private static final long LAST_SECOND =
                Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

        private ReceivedOrder order() {
            Set<String> others = new TreeSet<>();
            body.fieldNames().forEachRemaining(others::add);
            others.removeAll(MEMBERS);
            List<String> targets = TARGETS.stream().filter(body::has).toList();
            if (!others.isEmpty()) {
                return new Unusable("There is a member that an order does not have; it has "
                        + String.join(", ", new TreeSet<>(MEMBERS)) + ".");
            }
            if (targets.size() != 1) {
                return new Unusable("An order names one of " + String.join(", ", TARGETS) + ".");
            }
            if (!text(targets.getFirst()).matches(".{1," + LONGEST + "}")) {
                return new Unusable(
                        "Member '" + targets.getFirst() + "' is not a text of 1 to " + LONGEST + " characters.");
            }
            if (!text("reason").matches("[a-z][a-z0-9_]{0,47}")) {
                return new Unusable(
                        "Member 'reason' is not lower snake case of 1 to 48 characters, such as device_lost.");
            }
            if (text("detail").length() > LONGEST || text("key").length() > LONGEST) {
                return new Unusable("Members 'detail' and 'key' have at most " + LONGEST + " characters.");
            }
            return targets.getFirst().equals("token") && !hasExpiry()
                    ? new Unusable(
                            "With 'token', member 'exp' is needed: the token's own, in seconds since 1970, and not over yet.")
                    : usable(targets.getFirst());
        }

        private boolean hasExpiry() {
            JsonNode exp = body.path("exp");
            return exp.isIntegralNumber()
                    && exp.canConvertToLong()
                    && exp.asLong() > now.getEpochSecond()
                    && exp.asLong() < LAST_SECOND;
        }

        private ReceivedOrder usable(String kind) {
            String id = text(kind);
            Target target = switch (kind) {
                case "device" -> new Target.Device(id);
                case "user" -> new Target.Person(id);
                case "session" -> new Target.Session(id);
                case "passkey" -> new Target.Passkey(id);
                default ->
                    new Target.Token(id, Instant.ofEpochSecond(body.path("exp").asLong()));
            };
            String key = text("key");
            return new Usable(
                    key.isEmpty() ? UUID.randomUUID().toString() : key, target, text("reason"), text("detail"));
        }

        private String text(String member) {
            return body.path(member).asText("").strip();
        }
    }
}
