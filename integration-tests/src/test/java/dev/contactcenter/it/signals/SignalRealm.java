package dev.contactcenter.it.signals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contactcenter.it.attack.Clients;
import dev.contactcenter.it.client.Person;
import dev.contactcenter.it.client.Screen;
import dev.contactcenter.it.oidc.TestApp;
import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.Admin;
import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.Http;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.RealmFixture;
import dev.contactcenter.it.services.ServiceAccount;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A realm with a small policy of these rules, an engine that tells risks, and the admin console's components. */
public final class SignalRealm implements AutoCloseable {

    /** What a supervisor may have with the password alone. */
    public static final String EVERYDAY = "mode:supervisor queue:monitor";

    /** The same and something privileged. */
    public static final String PRIVILEGED = EVERYDAY + " recording:play";

    /** The client that may tell signals. */
    public static final String ENGINE = "risk-engine";

    private static final String ROLE = "contact-center-signal-feed";
    private static final String PAGES = "org.keycloak.services.ui.extend.UiPageProvider";

    private final RealmFixture realm;

    private SignalRealm(RealmFixture realm) {
        this.realm = realm;
    }

    /** Makes it, with the engine's role. */
    public static SignalRealm of(KeycloakServer server, String name, String rules) {
        return of(server, name, rules, plan -> plan);
    }

    /** The same with something different about it. */
    public static SignalRealm of(
            KeycloakServer server, String name, String rules, UnaryOperator<RealmFixture.Plan> change) {
        RealmFixture realm = change.apply(RealmFixture.plan(server, name))
                .addClient(service(ENGINE))
                .addClient(service("stranger"))
                .withoutEnrolment()
                .policy(before -> policy(rules))
                .create();
        var made = new SignalRealm(realm);
        made.admitEngine();
        return made;
    }

    /** The text of a policy. */
    public static String policy(String rules) {
        return """
                contactCenterPolicy: 1
                revision: signals.1
                assurance: [password, phr, phrh]
                zones:
                  desk:   { trust: low }
                  office: { trust: high, cidrs: [192.0.2.0/24] }
                actions:
                  record:view:   { tier: 0 }
                  queue:monitor: { tier: 1 }
                  recording:play: { tier: 3, privileged: true, audience: [recordings-api] }
                modes:
                  supervisor:
                    roles: [contact-center-supervisor]
                    actions: [record:view, queue:monitor, recording:play]
                services:
                  cti-connector: { actions: [record:view], tokenLifespan: PT2M }
                """ + rules;
    }

    private static ObjectNode service(String name) {
        ObjectNode client = Clients.confidential(name);
        client.put("serviceAccountsEnabled", true);
        client.put("fullScopeAllowed", true);
        client.set("defaultClientScopes", Admin.array("basic", "roles"));
        return client;
    }

    private void admitEngine() {
        ObjectNode role = Admin.object();
        role.put("name", ROLE);
        realm.admin().post("/roles", role);
        String account = realm.admin()
                .get("/clients/" + realm.admin().clientId(ENGINE) + "/service-account-user")
                .orFail()
                .text("id");
        realm.admin()
                .post(
                        "/users/" + account + "/role-mappings/realm",
                        Admin.array()
                                .add(realm.admin()
                                        .get("/roles/" + ROLE)
                                        .orFail()
                                        .json()))
                .orFail();
    }

    /** The realm. */
    public RealmFixture realm() {
        return realm;
    }

    /** The app of supervisors. */
    public TestApp console() {
        return new TestApp(realm, "supervisor-console");
    }

    /** A token of a client's service account. */
    public String token(String client) {
        return ServiceAccount.token(realm.url(), client);
    }

    /** Posts a signal. */
    public Answer tell(String token, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(realm.url() + "/contact-center/signals"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        return Http.send(token.isEmpty() ? request : request.header("Authorization", "Bearer " + token));
    }

    /** Keeps a component of one of the pack's pages. */
    public Answer keep(String provider, Map<String, String> settings) {
        ObjectNode component = Admin.object();
        component.put("name", provider);
        component.put("providerId", provider);
        component.put("providerType", PAGES);
        settings.forEach((key, value) -> component.withObject("/config").set(key, Admin.array(value)));
        return realm.admin().post("/components", component);
    }

    /** Deletes the components of a provider. */
    public void drop(String provider) {
        realm.admin()
                .get("/components?type=" + PAGES)
                .orFail()
                .json()
                .valueStream()
                .filter(one -> one.path("providerId").asText().equals(provider))
                .forEach(one -> realm.admin()
                        .delete("/components/" + one.path("id").asText())
                        .orFail());
    }

    /** The record of the decision that a token was issued on. */
    public JsonNode recordOf(Tokens tokens) {
        String txn = tokens.claims().path("txn").asText();
        return realm.server()
                .records()
                .await(realm.name(), one -> one.path("id").asText().equals(txn));
    }

    /** Signs in and is refused; gives the record. */
    public JsonNode refused(Person person, String reason) {
        Screen screen = person.goOn(person.open(console(), EVERYDAY));
        if (!screen.isRefusal()) {
            throw new AssertionError("Not refused: " + screen);
        }
        JsonNode record = realm.server()
                .records()
                .await(realm.name(), one -> one.path("id").asText().startsWith(screen.refusalCode()));
        if (!record.path("reason").asText().equals(reason)) {
            throw new AssertionError("Refused for something else: " + record);
        }
        return record;
    }

    @Override
    public void close() {
        realm.close();
    }
}
