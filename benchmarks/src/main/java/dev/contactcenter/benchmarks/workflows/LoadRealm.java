package dev.contactcenter.benchmarks.workflows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contactcenter.benchmarks.server.Candidate;
import dev.contactcenter.benchmarks.server.PostgresServers;
import dev.contactcenter.benchmarks.server.SameRealm;
import dev.contactcenter.benchmarks.server.SignIns;
import dev.contactcenter.demo.cluster.Database;
import dev.contactcenter.demo.server.KeycloakOptions;
import dev.contactcenter.demo.server.ProjectFolder;
import dev.contactcenter.demo.server.SamplePolicy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

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

    private final PostgresServers servers;
    private final SameRealm realm;
    private final Consumer<ObjectNode> fit;

    /** @param database in which each server has one of its own */
    LoadRealm(ProjectFolder project, Path folder, Database database) {
        this(new PostgresServers(project, database, folder), LoadRealm::fit);
    }

    private LoadRealm(PostgresServers servers, Consumer<ObjectNode> fit) {
        this.servers = servers;
        this.realm = new SameRealm(servers.project());
        this.fit = fit;
    }

    /** The same, at which a password is enough to begin a session: they are begun by the ten thousand. */
    LoadRealm admittingPasswords() {
        return new LoadRealm(servers, one -> {
            fit(one);
            admitPasswords(one);
        });
    }

    /** A server without the pack. */
    Candidate without() throws IOException {
        return candidate(
                servers.alone("without"), realm.withoutPack(servers.folder().resolve("realm-without"), fit));
    }

    /** One with it, and with a source of the state of interactions. */
    Candidate with() throws IOException {
        return candidate(servers.recording("with"), withSource("realm-with"));
    }

    /** The same that keeps no records. */
    Candidate withoutRecords() throws IOException {
        return candidate(servers.discarding("mapping"), withSource("realm-mapping"));
    }

    private List<Path> withSource(String name) throws IOException {
        return realm.withPack(servers.folder().resolve(name), one -> {
            fit.accept(one);
            addSource(one);
        });
    }

    private static Candidate candidate(KeycloakOptions server, List<Path> imports) {
        return new Candidate(server.withStartArguments(ALL_IN_MEMORY).withImports(imports));
    }

    private static void fit(ObjectNode realm) {
        // How long a password takes to check, and how fast people type, is not what is measured.
        realm.put("passwordPolicy", "hashAlgorithm(pbkdf2-sha256) and hashIterations(1)");
        realm.put("bruteForceProtected", false);
        realm.path("clients").forEach(LoadRealm::giveSecret);
        SamplePolicy.changeIn(realm, LoadRealm::withoutRate);
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
    private static String withoutRate(String policy) {
        return policy.replaceFirst("(?m)^ +tokenRate: .*\\R", "");
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
