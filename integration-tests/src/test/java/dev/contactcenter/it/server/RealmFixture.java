package dev.contactcenter.it.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contactcenter.demo.server.DemoRealm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The production realm under a name of its own, with the demo's users and with what a test needs different. Its apps may
 * lead back to {@link #APPS}. Closing it deletes it.
 */
public final class RealmFixture implements AutoCloseable {

    /** Where apps of tests live, for example {@code http://localhost:9999}: an empty page at every path. */
    public static final String APPS = EmptyApps.start();

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final KeycloakServer server;
    private final String name;

    private RealmFixture(KeycloakServer server, String name) {
        this.server = server;
        this.name = name;
    }

    /** A realm to be made; its name starts with the given one. */
    public static Plan plan(KeycloakServer server, String name) {
        return new Plan(server, name + "-" + COUNT.incrementAndGet());
    }

    /** The realm's name. */
    public String name() {
        return name;
    }

    /** The issuer of its tokens. */
    public URI url() {
        return server.realmUrl(name);
    }

    /** The same realm at another server with the same database; it is closed once. */
    public RealmFixture at(KeycloakServer another) {
        return new RealmFixture(another, name);
    }

    /** The server that it is on. */
    public KeycloakServer server() {
        return server;
    }

    /** Its administration. */
    public RealmAdmin admin() {
        return new RealmAdmin(server.admin(), name);
    }

    /** Its decision records so far. */
    public List<JsonNode> records() {
        return server.records().of(name);
    }

    @Override
    public void close() {
        server.admin().delete("/" + name).orFail();
    }

    /** What a realm shall be like. */
    public static final class Plan {

        private final KeycloakServer server;
        private final String name;
        private final ObjectNode realm;

        private Plan(KeycloakServer server, String name) {
            this.server = server;
            this.name = name;
            this.realm = read(server.project().realmFile());
            realm.put("realm", name).put("privateKey", RealmKey.made());
            for (JsonNode client : realm.path("clients")) {
                if (client.path("publicClient").asBoolean()) {
                    admit((ObjectNode) client, APPS);
                }
            }
            addUsers(read(server.project().usersFile()));
        }

        private void addUsers(ObjectNode users) {
            for (JsonNode user : users.path("users")) {
                ObjectNode added = (ObjectNode) user;
                List<String> roles = new ArrayList<>();
                user.path("realmRoles")
                        .forEach(role -> roles.add(
                                role.asText().replace("default-roles-" + DemoRealm.NAME, "default-roles-" + name)));
                added.set("realmRoles", Admin.array(roles.toArray(String[]::new)));
                realm.withArray("/users").add(added);
            }
        }

        private static ObjectNode read(Path file) {
            try {
                return Admin.object(Files.readString(file));
            } catch (IOException e) {
                throw new UncheckedIOException("A realm file cannot be read", e);
            }
        }

        private static void admit(ObjectNode client, String app) {
            client.withArray("/redirectUris").add(app + "/*");
            client.withArray("/webOrigins").add(app);
            ObjectNode attributes = client.withObject("/attributes");
            String before = attributes.path("post.logout.redirect.uris").asText("+");
            attributes.put("post.logout.redirect.uris", before + "##" + app + "/*");
        }

        /** Another age up to which a passkey counts as recent; whole seconds. The flow asks a second earlier. */
        public Plan freshness(Duration freshness) {
            for (JsonNode config : realm.path("authenticatorConfig")) {
                ObjectNode values = (ObjectNode) config.path("config");
                if (values.path("loa-max-age").asText().equals("299")) {
                    values.put("loa-max-age", String.valueOf(freshness.toSeconds() - 1));
                }
            }
            return policy(text -> text.replace("maxAge: PT5M", "maxAge: " + freshness));
        }

        /** Another text of the policy. */
        public Plan policy(UnaryOperator<String> change) {
            for (JsonNode component : realm.path("components").path("dev.contactcenter.kit.policy.PolicyProvider")) {
                String text = component.path("config").path("policy").path(0).asText();
                ((ObjectNode) component.path("config")).set("policy", Admin.array(change.apply(text)));
            }
            return this;
        }

        /** An app of the demo at this address, which Keycloak's pages lead back to. */
        public Plan app(String clientId, URI app) {
            return client(clientId, client -> {
                admit(client, app.toString());
                client.put("rootUrl", app.toString());
                client.put("baseUrl", app + "/");
            });
        }

        /** A client of the realm, changed. */
        public Plan client(String clientId, Consumer<ObjectNode> change) {
            for (JsonNode client : realm.path("clients")) {
                if (client.path("clientId").asText().equals(clientId)) {
                    change.accept((ObjectNode) client);
                    return this;
                }
            }
            throw new IllegalArgumentException("The realm has no client '" + clientId + "'");
        }

        /** One more client. */
        public Plan addClient(ObjectNode client) {
            realm.withArray("/clients").add(client);
            return this;
        }

        /** No user must enrol a passkey at the first sign-in. */
        public Plan withoutEnrolment() {
            realm.path("users").forEach(user -> ((ObjectNode) user).set("requiredActions", Admin.array()));
            return this;
        }

        /** Anything else about the realm as it is imported. */
        public Plan change(Consumer<ObjectNode> change) {
            change.accept(realm);
            return this;
        }

        /** The name that the realm will have. */
        public String name() {
            return name;
        }

        /** Imports the realm. */
        public RealmFixture create() {
            server.admin().post("", realm).orFail();
            return new RealmFixture(server, name);
        }
    }
}
