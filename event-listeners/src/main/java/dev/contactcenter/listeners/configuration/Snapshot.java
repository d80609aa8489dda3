package dev.contactcenter.listeners.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
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

    /** The members that differ, as JSON, under {@code old} and {@code new}; neither where there is none. */
    static Map<String, String> difference(Optional<Snapshot> before, Optional<Snapshot> now) {
        ObjectNode old = before.map(Snapshot::members).orElseGet(JsonNodeFactory.instance::objectNode);
        ObjectNode current = now.map(Snapshot::members).orElseGet(JsonNodeFactory.instance::objectNode);
        ObjectNode removed = JsonNodeFactory.instance.objectNode();
        ObjectNode added = JsonNodeFactory.instance.objectNode();
        TreeSet<String> names = new TreeSet<>();
        old.fieldNames().forEachRemaining(names::add);
        current.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            JsonNode was = old.path(name);
            JsonNode is = current.path(name);
            if (!was.equals(is)) {
                put(removed, name, was);
                put(added, name, is);
            }
        }
        Map<String, String> difference = new TreeMap<>();
        put(difference, "old", removed);
        put(difference, "new", added);
        return difference;
    }

    private static void put(ObjectNode members, String name, JsonNode value) {
        if (!value.isMissingNode()) {
            members.set(name, value);
        }
    }

    private static void put(Map<String, String> difference, String side, ObjectNode members) {
        if (!members.isEmpty()) {
            String text = members.toString();
            difference.put(side, text.length() > LONGEST ? text.substring(0, LONGEST) : text);
        }
    }
}
