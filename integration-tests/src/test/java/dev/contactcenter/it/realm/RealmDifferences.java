package dev.contactcenter.it.realm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What one realm file says and another does not. Ids and the order of lists do not matter, and neither does what only the
 * other says: Keycloak writes its defaults into an export.
 */
final class RealmDifferences {

    private static final Set<String> IDS = Set.of("id", "containerId", "flowId", "authenticationFlow");
    private static final List<String> NAMES = List.of("clientId", "alias", "name", "executor", "condition", "priority");

    private final List<String> found = new ArrayList<>();

    private RealmDifferences() {}

    /** Each difference as a path and what was wanted. */
    static List<String> of(JsonNode wanted, JsonNode there) {
        RealmDifferences differences = new RealmDifferences();
        differences.compare("", wanted, there);
        return List.copyOf(differences.found);
    }

    private void compare(String path, JsonNode wanted, JsonNode there) {
        if (wanted.isObject()) {
            wanted.properties().stream()
                    .filter(member -> !IDS.contains(member.getKey()))
                    .forEach(member ->
                            compare(path + "/" + member.getKey(), member.getValue(), there.path(member.getKey())));
        } else if (wanted.isArray()) {
            compareElements(path, wanted, there);
        } else if (!wanted.asText().equals(there.asText())) {
            found.add(path + ": " + wanted + " became " + there);
        }
    }

    private void compareElements(String path, JsonNode wanted, JsonNode there) {
        for (JsonNode element : wanted) {
            if (element.isObject()) {
                String name = name(element).orElse("");
                JsonNode other = named(there, name).orElse(null);
                if (other == null) {
                    found.add(path + "/" + name + " is gone");
                } else {
                    compare(path + "/" + name, element, other);
                }
            } else if (!texts(there).contains(element.asText())) {
                found.add(path + ": " + element + " is gone");
            }
        }
    }

    private static Optional<JsonNode> named(JsonNode array, String name) {
        return array.valueStream()
                .filter(element -> name(element).filter(name::equals).isPresent())
                .findFirst();
    }

    private static Optional<String> name(JsonNode element) {
        return NAMES.stream()
                .filter(element::has)
                .findFirst()
                .map(key -> element.path(key).asText());
    }

    private static Set<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).collect(Collectors.toSet());
    }
}
