package dev.contactcenter.benchmarks.workflows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.contactcenter.benchmarks.server.Candidate;
import dev.contactcenter.benchmarks.server.RecorderOff;
import dev.contactcenter.benchmarks.server.SameRealm;
import dev.contactcenter.benchmarks.server.SignIns;
import dev.contactcenter.demo.cluster.Database;
import dev.contactcenter.demo.server.KeycloakOptions;
import dev.contactcenter.demo.server.ProjectFolder;
import dev.contactcenter.demo.web.LoopbackPorts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The realm of the load, at a server with the pack and at one without it: a service with a secret, and passwords that cost nothing. */
final class LoadRealm {

    /** The service, in both realms. */
    static final String SERVICE = "cti-connector";

    /** The telephony system, in both realms. */
    static final String TELEPHONY = "telephony";

    /** The secret of both. */
    static final String SECRET = "a-secret-of-the-bench";

    /** Keycloak's own limit of 10,000 would leave the other sessions, and their states, to the database. */
    private static final List<String> ALL_IN_MEMORY =
            List.of("--cache-embedded-sessions-max-count=100000", "--cache-embedded-client-sessions-max-count=100000");

    private static final String FEED = "contact-center-interaction-feed";

    private final ProjectFolder project;
    private final Path folder;
    private final Database database;
    private final SameRealm realm;
    private final Consumer<ObjectNode> fit;

    /** @param database in which each server has one of its own */
    LoadRealm(ProjectFolder project, Path folder, Database database) {
        this(project, folder, database, LoadRealm::fit);
    }

    private LoadRealm(ProjectFolder project, Path folder, Database database, Consumer<ObjectNode> fit) {
        this.fit = fit;
        this.project = project;
        this.folder = folder;
        this.database = database;
        this.realm = new SameRealm(project);
    }

    /** The same, at which a password is enough to begin a session: they are begun by the ten thousand. */
    LoadRealm admittingPasswords() {
        return new LoadRealm(project, folder, database, one -> {
            fit(one);
            admitPasswords(one);
        });
    }

    /** A server without the pack. */
    Candidate without() throws IOException {
        return new Candidate(options("without", List.of(), List.of())
                .withImports(realm.withoutPack(folder.resolve("realm-without"), fit)));
    }

    /** One with it, and with a source of the state of interactions. */
    Candidate with() throws IOException {
        return new Candidate(packed(
                        "with",
                        List.of(),
                        List.of("--spi-contact-center-recorder--outbox--file=" + folder.resolve("records.jsonl")))
                .withProviders(List.of(project.providerJar())));
    }

    /** The same that keeps no records. */
    Candidate withoutRecords() throws IOException {
        return new Candidate(packed("mapping", List.of(RecorderOff.OPTION), List.of())
                .withProviders(List.of(project.providerJar(), RecorderOff.jar(folder))));
    }

    private KeycloakOptions packed(String name, List<String> build, List<String> more) throws IOException {
        return options(name, build, more).withImports(realm.withPack(folder.resolve("realm-" + name), one -> {
            fit.accept(one);
            addSource(one);
        }));
    }

    private KeycloakOptions options(String name, List<String> build, List<String> more) {
        database.create(name);
        List<Integer> ports = LoopbackPorts.free(2);
        List<String> arguments = Stream.of(database.keycloakArguments(name), ALL_IN_MEMORY, more)
                .flatMap(List::stream)
                .toList();
        return KeycloakOptions.plain(
                        project.keycloak(),
                        folder.resolve(name),
                        new KeycloakOptions.Ports(ports.getFirst(), ports.getLast()))
                .withLaunch(new KeycloakOptions.Launch(
                        Stream.concat(Stream.of("--db=postgres"), build.stream())
                                .toList(),
                        arguments,
                        Map.of()));
    }

    private static void fit(ObjectNode realm) {
        // How long a password takes to check, and how fast people type, is not what is measured.
        realm.put("passwordPolicy", "hashAlgorithm(pbkdf2-sha256) and hashIterations(1)");
        realm.put("bruteForceProtected", false);
        realm.path("clients").forEach(LoadRealm::giveSecret);
        realm.path("components").findValues("policy").forEach(LoadRealm::liftRate);
        addTelephony(realm);
    }

    private static void admitPasswords(ObjectNode realm) {
        realm.remove(List.of("clientPolicies", "clientProfiles"));
        realm.path("clients").forEach(client -> {
            if (client.path("clientId").asText().equals(SignIns.CLIENT)) {
                ((ObjectNode) client).put("directAccessGrantsEnabled", true);
            }
        });
    }

    private static void giveSecret(JsonNode client) {
        if (client.path("clientId").asText().equals(SERVICE)) {
            ((ObjectNode) client)
                    .put("clientAuthenticatorType", "client-secret")
                    .put("secret", SECRET)
                    .withObject("/attributes")
                    .put("contact-center.service", "false")
                    .put("dpop.bound.access.tokens", "false");
        }
    }

    /** The load asks for more tokens in a minute than a connector does. */
    private static void liftRate(JsonNode policyTexts) {
        if (policyTexts instanceof ArrayNode texts) {
            for (int i = 0; i < texts.size(); i++) {
                texts.set(i, TextNode.valueOf(texts.get(i).asText().replaceFirst("(?m)^ +tokenRate: .*\\R", "")));
            }
        }
    }

    private static void addTelephony(ObjectNode realm) {
        ObjectNode client = realm.withArray("/clients").addObject();
        client.put("clientId", TELEPHONY).put("protocol", "openid-connect");
        client.put("publicClient", false).put("clientAuthenticatorType", "client-secret");
        client.put("secret", SECRET).put("serviceAccountsEnabled", true);
        client.put("standardFlowEnabled", false).put("fullScopeAllowed", true);
        client.putArray("defaultClientScopes").add("basic").add("roles");
        ObjectNode account = realm.withArray("/users").addObject();
        account.put("username", "service-account-" + TELEPHONY).put("enabled", true);
        account.put("serviceAccountClientId", TELEPHONY).putArray("realmRoles").add(FEED);
    }

    private static void addSource(ObjectNode realm) {
        ObjectNode source = realm.withObject("/components")
                .putArray("org.keycloak.services.ui.extend.UiPageProvider")
                .addObject();
        source.put("name", "telephony").put("providerId", "contact-center-interaction");
        source.putObject("config");
    }
}
