package dev.contactcenter.listeners.configuration;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.keycloak.crypto.JavaAlgorithm;
import org.keycloak.jose.jws.crypto.HashUtils;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.utils.StripSecretsUtils;
import org.keycloak.representations.idm.ComponentRepresentation;
import org.keycloak.util.JsonSerialization;

/**
 * What a configured thing is at a moment, without its secrets.
 *
 * @param type kind of thing, lower snake case
 * @param name as administrators know it
 * @param members its representation in the Admin REST API
 */
record Snapshot(String type, String name, ObjectNode members) {

    /** The longest that a value stays in a record, in characters. */
    private static final int LONGEST = 32_768;

    private static final ObjectMapper JSON = JsonSerialization.mapper;

    static Snapshot of(KeycloakSession session, String type, String name, Object representation) {
        ObjectNode members = JSON.valueToTree(StripSecretsUtils.stripSecrets(session, representation));
        // Kept where only the server reads them, and so masked by nobody.
        members.remove("secret");
        members.remove("registrationAccessToken");
        if (members.get("attributes") instanceof ObjectNode attributes) {
            maskSecrets(attributes);
        }
        return new Snapshot(type, name, members);
    }

    /** Keycloak masks the secrets of a client, but not the keys that it keeps among a client's attributes. */
    private static void maskSecrets(ObjectNode attributes) {
        List<String> names = new ArrayList<>();
        attributes.fieldNames().forEachRemaining(names::add);
        names.stream()
                .filter(name -> name.endsWith("private.key") || name.contains("secret"))
                .forEach(name -> attributes.put(name, ComponentRepresentation.SECRET_VALUE));
    }

    /**
     * What differs, as JSON, under {@code old} and {@code new}; neither where there is none. What is too long is cut, and then the SHA-256
     * of all of it is beside it, under {@code old_sha256} and {@code new_sha256}.
     */
    static Map<String, String> difference(Optional<Snapshot> before, Optional<Snapshot> now) {
        Difference differing = Difference.of(members(before), members(now));
        Map<String, String> difference = new TreeMap<>();
        put(difference, "old", differing.was());
        put(difference, "new", differing.is());
        return difference;
    }

    private static ObjectNode members(Optional<Snapshot> of) {
        return of.map(Snapshot::members).orElseGet(JsonNodeFactory.instance::objectNode);
    }

    private static void put(Map<String, String> difference, String side, JsonNode members) {
        String text = members.toString();
        if (text.length() > LONGEST) {
            difference.put(side, text.substring(0, LONGEST));
            difference.put(
                    side + "_sha256",
                    HexFormat.of().formatHex(HashUtils.hash(JavaAlgorithm.SHA256, text.getBytes(UTF_8))));
        } else if (!members.isEmpty()) {
            difference.put(side, text);
        }
    }
}
