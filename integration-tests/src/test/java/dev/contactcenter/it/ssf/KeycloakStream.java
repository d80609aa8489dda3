package dev.contactcenter.it.ssf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contactcenter.demo.server.KeycloakOptions;
import dev.contactcenter.it.attack.Clients;
import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.Admin;
import dev.contactcenter.it.server.Http;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.RealmFixture;
import dev.contactcenter.it.server.Waiting;
import dev.contactcenter.it.services.ServiceAccount;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A stream of Keycloak's own transmitter in a realm, and its receiver, which polls (RFC 8936). */
final class KeycloakStream {

    static final String RECEIVER = "events-receiver";

    /** A receiver of its own: what one acknowledges, another that polls the same stream is not told any more. */
    static final String REALM_OF_OURS = "events-receiver-of-ours";

    static final String AUDIENCE = "https://receiver.example.test";
    static final String SCOPE = "ssf.read";

    private static final String TYPES = "https://schemas.openid.net/secevent/caep/event-type/";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final RealmFixture realm;
    private final String receiver;
    private final String pollUrl;
    private final List<JsonNode> told = new ArrayList<>();
    private final List<String> taken = new ArrayList<>();

    private KeycloakStream(RealmFixture realm, String receiver, String pollUrl) {
        this.realm = realm;
        this.receiver = receiver;
        this.pollUrl = pollUrl;
    }

    /** A server with the feature; all other tests run without it. */
    static KeycloakServer server() {
        return KeycloakServer.own(
                "keycloak-ssf",
                new KeycloakOptions.Launch(
                        List.of("--features=ssf"),
                        List.of(
                                "--spi-ssf-transmitter--default--allow-insecure-push-targets=true",
                                "--spi-ssf-transmitter--default--outbox-drainer-interval=300ms"),
                        Map.of()));
    }

    /** What a realm that transmits needs: of everybody, or only of those whom a list names. */
    static RealmFixture.Plan plan(RealmFixture.Plan plan, String subjects) {
        return plan.addClient(polling(RECEIVER, subjects))
                .addClient(polling(REALM_OF_OURS, subjects))
                .change(one -> one.withObject("/attributes").put("ssf.transmitterEnabled", "true"));
    }

    private static ObjectNode polling(String receiver, String subjects) {
        ObjectNode client = Clients.confidential(receiver);
        client.put("serviceAccountsEnabled", true);
        client.withObject("/attributes")
                .put("ssf.enabled", "true")
                .put("ssf.allowedDeliveryMethods", "poll")
                .put("ssf.streamAudience", AUDIENCE)
                .put("ssf.defaultSubjects", subjects)
                .put("ssf.autoVerifyStream", "false");
        return client;
    }

    /** Creates the stream of the test's own receiver, for these types of events. */
    static KeycloakStream of(RealmFixture realm, String... types) {
        return of(realm, RECEIVER, types);
    }

    /** Creates the stream of a realm that is to receive, for these types of events. */
    static KeycloakStream ofRealm(RealmFixture realm, String... types) {
        return of(realm, REALM_OF_OURS, types);
    }

    private static KeycloakStream of(RealmFixture realm, String receiver, String... types) {
        allowToRead(realm, receiver);
        ObjectNode stream = Admin.object();
        stream.set(
                "events_requested",
                Admin.array(Stream.of(types).map(type -> TYPES + type).toArray(String[]::new)));
        stream.withObject("/delivery").put("method", "urn:ietf:rfc:8936");
        realm.admin().post("/ssf/clients/" + receiver + "/stream", stream).orFail();
        String pollUrl = realm.admin()
                .get("/ssf/clients/" + receiver + "/stream")
                .orFail()
                .json()
                .at("/delivery/endpoint_url")
                .asText();
        return new KeycloakStream(realm, receiver, pollUrl);
    }

    private static void allowToRead(RealmFixture realm, String receiver) {
        boolean known = realm.admin()
                .get("/client-scopes")
                .orFail()
                .json()
                .valueStream()
                .anyMatch(scope -> scope.path("name").asText().equals(SCOPE));
        if (known) {
            realm.admin().allowOptionalScope(SCOPE, receiver);
        } else {
            realm.admin().createOptionalScope(SCOPE, receiver);
        }
    }

    String pollUrl() {
        return pollUrl;
    }

    static JsonNode body(JsonNode claims, String type) {
        return claims.path("events").path(TYPES + type);
    }

    /** Has Keycloak pause the stream, or go on. */
    void become(String status) {
        realm.admin()
                .post(
                        "/ssf/clients/" + receiver + "/stream/status",
                        Admin.object().put("status", status))
                .orFail();
    }

    /** All that was told so far of a type, the claims of each token. */
    List<JsonNode> told(String type) {
        poll();
        return told.stream()
                .filter(claims -> !body(claims, type).isMissingNode())
                .toList();
    }

    /** Waits until something of a type was told. */
    JsonNode await(String type, Predicate<JsonNode> wanted) {
        return Waiting.until(
                PATIENCE,
                () -> told(type).stream().filter(wanted).findFirst(),
                () -> "Not told of " + type + ", but: " + told + "\n" + complaints());
    }

    private String complaints() {
        return realm.server()
                .log()
                .lines()
                .filter(line -> line.contains("ERROR") || line.contains("WARN"))
                .toList()
                .toString();
    }

    private void poll() {
        ObjectNode poll = Admin.object();
        poll.put("maxEvents", 100).put("returnImmediately", true);
        poll.set("ack", Admin.array(taken.toArray(String[]::new)));
        taken.clear();
        JsonNode sets = Http.send(HttpRequest.newBuilder(URI.create(pollUrl))
                        .header("Authorization", "Bearer " + token())
                        .header("Content-Type", "application/json")
                        .header("Accept", "application/json")
                        .POST(BodyPublishers.ofString(poll.toString())))
                .orFail()
                .json()
                .path("sets");
        sets.properties().forEach(set -> {
            taken.add(set.getKey());
            told.add(Tokens.claims(set.getValue().asText()));
        });
    }

    private String token() {
        return ServiceAccount.ask(realm.url(), receiver, SCOPE).orFail().text("access_token");
    }

    /** Configures another realm, or the same, to poll it. */
    Map<String, String> receiving(String name) {
        return Map.ofEntries(
                Map.entry("name", name),
                Map.entry("issuer", realm.url().toString()),
                Map.entry("audience", AUDIENCE),
                Map.entry("jwksUrl", realm.url() + "/protocol/openid-connect/certs"),
                Map.entry("delivery", "poll"),
                Map.entry("pollUrl", pollUrl),
                Map.entry("pollInterval", "PT1S"),
                Map.entry("tokenUrl", realm.url() + "/protocol/openid-connect/token"),
                Map.entry("clientId", receiver),
                Map.entry("clientSecret", Clients.SECRET),
                Map.entry("scope", SCOPE));
    }

    /** Whom an event names as a session. */
    static String session(JsonNode claims) {
        return claims.at("/sub_id/session/id").asText();
    }

    static Optional<String> device(JsonNode claims) {
        return Optional.ofNullable(claims.at("/sub_id/device/id").textValue());
    }
}
