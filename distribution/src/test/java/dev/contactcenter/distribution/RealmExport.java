package dev.contactcenter.distribution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The realm that is imported, and the policy that stands in it. */
final class RealmExport {

    static final Path FILE = Checkout.ROOT.resolve("realm-exports/contact-center-realm.json");
    static final Path POLICY = Checkout.ROOT.resolve("realm-exports/policies/contact-center.yaml");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode realm;
    private final JsonNode policy;

    RealmExport() throws IOException {
        realm = JSON.readTree(FILE.toFile());
        policy = new YAMLMapper().readTree(embeddedPolicy());
    }

    JsonNode realm() {
        return realm;
    }

    JsonNode policy() {
        return policy;
    }

    String embeddedPolicy() {
        return realm.at("/components/dev.contactcenter.kit.policy.PolicyProvider/0/config/policy/0")
                .textValue();
    }

    /** Puts the policy file's text into the realm file and leaves everything else in it as it is. */
    void embed(String text) throws IOException {
        Files.writeString(
                FILE,
                Files.readString(FILE)
                        .replace(JSON.writeValueAsString(embeddedPolicy()), JSON.writeValueAsString(text)));
    }

    /** Names of the realm's client scopes of one kind. */
    Set<String> scopes(Predicate<String> kind) {
        return names(realm.get("clientScopes"), "name").stream().filter(kind).collect(Collectors.toSet());
    }

    JsonNode scope(String name) {
        return find(realm.get("clientScopes"), "name", name);
    }

    JsonNode client(String id) {
        return find(realm.get("clients"), "clientId", id);
    }

    static Set<String> names(JsonNode list, String key) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(entry -> entry.get(key).textValue())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static Set<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static Set<String> keys(JsonNode map) {
        var keys = new TreeSet<String>();
        map.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    private static JsonNode find(JsonNode list, String key, String value) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(entry -> value.equals(entry.get(key).textValue()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("The realm has no " + key + " '" + value + "'"));
    }
}
