package dev.contactcenter.benchmarks.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contactcenter.demo.server.ProjectFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** The realm of the pack, and the same realm as Keycloak alone can hold it: same clients, scopes, users and lifetimes. */
public final class SameRealm {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OURS = "contact-center-";

    private final ProjectFolder project;

    /** That of a checkout. */
    public SameRealm(ProjectFolder project) {
        this.project = project;
    }

    /** With the pack. */
    public List<Path> withPack(Path folder) throws IOException {
        return withPack(folder, realm -> {});
    }

    /** With the pack, and changed. */
    public List<Path> withPack(Path folder, Consumer<ObjectNode> change) throws IOException {
        ObjectNode realm = (ObjectNode) JSON.readTree(project.realmFile().toFile());
        change.accept(realm);
        return write(folder, realm);
    }

    /** With the pack, as it is sent to a server that has no files of ours: without users, and changed. */
    public ObjectNode toSend(Consumer<ObjectNode> change) throws IOException {
        ObjectNode realm = (ObjectNode) JSON.readTree(project.realmFile().toFile());
        admitLoad(realm);
        change.accept(realm);
        return realm;
    }

    /** With the pack and all its sources of signals. */
    public List<Path> withSignals(Path folder, AllSignals signals) throws IOException {
        ObjectNode realm = (ObjectNode) JSON.readTree(project.realmFile().toFile());
        signals.addTo(realm, folder);
        return write(folder, realm);
    }

    /** As Keycloak alone can hold it. */
    public List<Path> withoutPack(Path folder) throws IOException {
        return withoutPack(folder, realm -> {});
    }

    /** As Keycloak alone can hold it, and changed. */
    public List<Path> withoutPack(Path folder, Consumer<ObjectNode> change) throws IOException {
        ObjectNode realm = (ObjectNode) JSON.readTree(project.realmFile().toFile());
        change.accept(realm);
        realm.remove(List.of("authenticationFlows", "authenticatorConfig", "loginTheme", "components"));
        realm.put("browserFlow", "browser");
        realm.withObject("/attributes").remove(OURS.replaceFirst("-$", "") + ".governed");
        for (JsonNode scope : realm.path("clientScopes")) {
            if (scope.path("protocolMappers") instanceof ArrayNode mappers) {
                removeOurs(mappers);
            }
        }
        return write(folder, realm);
    }

    private static void removeOurs(ArrayNode mappers) {
        for (int i = mappers.size() - 1; i >= 0; i--) {
            if (mappers.get(i).path("protocolMapper").asText().startsWith(OURS)) {
                mappers.remove(i);
            }
        }
    }

    private static void admitLoad(ObjectNode realm) {
        realm.path("clients").forEach(client -> {
            if (client.path("clientId").asText().equals(SignIns.CLIENT)) {
                ((ObjectNode) client).withArray("/redirectUris").add(SignIns.CALLBACK);
            }
        });
    }

    private List<Path> write(Path folder, ObjectNode realm) throws IOException {
        Files.createDirectories(folder);
        admitLoad(realm);
        Path file = folder.resolve(project.realmFile().getFileName());
        Files.write(file, JSON.writeValueAsBytes(realm));
        return List.of(file, usersWithoutRequiredActions(folder));
    }

    /** Keycloak's protection against guessing refuses who signs in while it still notes down that they just did. */
    private static void addAgents(ArrayNode users) {
        JsonNode agent = users.valueStream()
                .filter(user -> user.path("username").asText().equals("agent"))
                .findFirst()
                .orElseThrow();
        for (int number = 0; number < SignIns.AGENTS; number++) {
            String name = SignIns.agent(number);
            ObjectNode another = agent.deepCopy();
            users.add(another.put("username", name).put("email", name + "@example.test"));
        }
    }

    private Path usersWithoutRequiredActions(Path folder) throws IOException {
        JsonNode users = JSON.readTree(project.usersFile().toFile());
        users.path("users").forEach(user -> ((ObjectNode) user).remove("requiredActions"));
        addAgents(users.withArray("/users"));
        Path file = folder.resolve(project.usersFile().getFileName());
        Files.write(file, JSON.writeValueAsBytes(users));
        return file;
    }
}
