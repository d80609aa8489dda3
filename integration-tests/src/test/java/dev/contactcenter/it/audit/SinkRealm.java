package dev.contactcenter.it.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contactcenter.it.attack.Clients;
import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.Admin;
import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.Http;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.RealmFixture;
import dev.contactcenter.it.server.Waiting;
import dev.contactcenter.it.services.ServiceAccount;
import dev.contactcenter.trail.RealmKeys;
import dev.contactcenter.trail.TrailCheck;
import dev.contactcenter.trail.TrailReport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** A realm with sinks of its own, in which a service asks for tokens: a decision, and so a record, each time. */
final class SinkRealm implements AutoCloseable {

    static final String NAME = "siem";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String PAGES = "org.keycloak.services.ui.extend.UiPageProvider";
    private static final String SERVICE = "cti-connector";

    private final RealmFixture realm;
    private final List<String> decided = new CopyOnWriteArrayList<>();

    SinkRealm(KeycloakServer server) {
        realm = RealmFixture.plan(server, "sinks")
                .client(SERVICE, Clients::greedyService)
                // More tokens are asked for in a minute than a connector may have.
                .policy(text -> text.replaceFirst("(?m)^ +tokenRate: .*\\R", ""))
                .create();
        realm.admin().allowOptionalScope("report:query", SERVICE);
    }

    /** Configures a sink. */
    Answer sink(String kind, Map<String, String> settings) {
        ObjectNode component = Admin.object();
        component.put("name", NAME);
        component.put("providerId", "contact-center-" + kind + "-sink");
        component.put("providerType", PAGES);
        settings.forEach((key, value) -> component.withObject("/config").set(key, Admin.array(value)));
        return realm.admin().post("/components", component);
    }

    /** Configures a webhook. */
    void webhook(Receiver receiver, Map<String, String> more) {
        Map<String, String> settings = new TreeMap<>(Map.of(
                "name", NAME, "url", receiver.url(), "secret", Receiver.SECRET, "timeout", "PT1S", "batch", "3"));
        settings.putAll(more);
        sink("webhook", settings).orFail();
    }

    /** Changes a setting of the sink. */
    Answer change(String key, String value) {
        JsonNode component = realm.admin()
                .get("/components?type=" + PAGES)
                .orFail()
                .json()
                .valueStream()
                .filter(one -> one.path("name").asText().equals(NAME))
                .findFirst()
                .orElseThrow();
        ((ObjectNode) component).withObject("/config").set(key, Admin.array(value));
        return realm.admin().put("/components/" + component.path("id").asText(), component);
    }

    /** The setting as it is stored. */
    String setting(String key) {
        return realm.admin()
                .get("/components?type=" + PAGES)
                .orFail()
                .json()
                .valueStream()
                .filter(one -> one.path("name").asText().equals(NAME))
                .findFirst()
                .orElseThrow()
                .path("config")
                .path(key)
                .path(0)
                .asText();
    }

    void removeSink() {
        JsonNode component = realm.admin()
                .get("/components?type=" + PAGES)
                .orFail()
                .json()
                .valueStream()
                .filter(one -> one.path("name").asText().equals(NAME))
                .findFirst()
                .orElseThrow();
        realm.admin().delete("/components/" + component.path("id").asText()).orFail();
    }

    /** How the sink is doing. */
    JsonNode standing() {
        return realm.admin().get("/contact-center/audit/sinks/" + NAME).orFail().json();
    }

    /** Waits until a member of how the sink is doing is as it should be. */
    void awaitStanding(String member, Predicate<JsonNode> wanted) {
        Waiting.until(
                PATIENCE,
                () -> Optional.of(standing().path(member)).filter(wanted),
                () -> "The sink is like this: " + standing());
    }

    Answer test() {
        return realm.admin().post("/contact-center/audit/sinks/" + NAME + "/test", Admin.object());
    }

    Answer redrive() {
        return realm.admin().post("/contact-center/audit/sinks/" + NAME + "/redrive", Admin.object());
    }

    /** Is decided about so many times, and permitted. */
    void permit(int times) {
        for (int i = 0; i < times; i++) {
            permitAt(realm);
        }
    }

    /** Is decided about once by one of several servers, and permitted. */
    void permitAt(RealmFixture at) {
        decided.add(
                new Tokens(ask(at, "record:view").orFail()).claims().path("txn").asText());
    }

    /** What comes of asking for a permit, whatever it is. */
    Answer request() {
        return requestAt(realm);
    }

    /** The same at one of several servers. */
    Answer requestAt(RealmFixture at) {
        return ask(at, "record:view");
    }

    /** Is decided about once, and denied. */
    void deny() {
        ask(realm, "report:query");
    }

    private static Answer ask(RealmFixture at, String scope) {
        return ServiceAccount.ask(at.url(), SERVICE, scope);
    }

    /** Ids of the decisions that were answered with a permit, in order. */
    List<String> decided() {
        return List.copyOf(decided);
    }

    RealmFixture fixture() {
        return realm;
    }

    /** What an auditor would find, who has the realm's published keys. */
    TrailReport verify(List<String> lines) {
        return verify(realm.url(), lines);
    }

    /** The same of any realm. */
    static TrailReport verify(URI realm, List<String> lines) {
        var keys = new RealmKeys();
        keys.add(Http.get(realm + "/protocol/openid-connect/certs").orFail().body());
        var check = new TrailCheck(keys);
        try {
            check.read("received", new ByteArrayInputStream((String.join("\n", lines) + "\n").getBytes(UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return check.end(false);
    }

    @Override
    public void close() {
        realm.close();
    }
}
