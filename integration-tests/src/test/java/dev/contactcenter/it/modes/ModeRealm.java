package dev.contactcenter.it.modes;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * A realm in which one person may be an agent, a coach and a supervisor, the last only with a passkey of this moment. The client policies
 * of the realm are taken away, so that nothing but the pack stands between an exchange and what it asks for.
 */
final class ModeRealm implements AutoCloseable {

    static final String AGENT = "mode:agent record:view";
    static final String SUPERVISOR = "mode:supervisor queue:monitor record:view";

    /** What agents, coaches and supervisors may do alike. */
    static final String VIEW = "record:view";

    static final String SUPERVISORS = "[contact-center-supervisor]";

    private static final String POLICY = """
            contactCenterPolicy: 1
            revision: modes.REVISION
            assurance: [password, phr, phrh]
            actions:
              record:view:    { tier: 0 }
              queue:monitor:  { tier: 1 }
              recording:play: { tier: 3, privileged: true, audience: [recordings-api] }
            modes:
              agent:      { roles: [contact-center-agent], actions: [record:view] }
              coach:      { roles: [contact-center-agent], actions: [record:view] }
              supervisor: { roles: SUPERVISORS, actions: [record:view, queue:monitor, recording:play] }
            rules:
              - id: supervisors-have-just-proven-it
                modes: [supervisor]
                require: { acr: phr, maxAge: PT5M }
            """;

    private final RealmFixture realm;
    private int revisions;

    private ModeRealm(RealmFixture realm) {
        this.realm = realm;
    }

    static ModeRealm of(KeycloakServer server, String name) {
        ObjectNode gateway = Clients.allGrants();
        gateway.withArray("/optionalClientScopes").add("mode:agent");
        var made = new ModeRealm(RealmFixture.plan(server, name)
                .addClient(gateway)
                .addClient(modeless())
                .client("supervisor-console", Clients::exchangeable)
                .client(
                        "supervisor-console",
                        client -> client.withArray("/optionalClientScopes").add("offline_access"))
                .client("agent-desktop", Clients::exchangeable)
                .change(one -> one.withObject("/clientPolicies").set("policies", Admin.array()))
                .create());
        made.supervisors(SUPERVISORS);
        return made;
    }

    /** An app that nobody let ask for modes. */
    private static ObjectNode modeless() {
        ObjectNode client = Admin.object();
        client.put("clientId", "modeless").put("protocol", "openid-connect");
        client.put("publicClient", true).put("standardFlowEnabled", true).put("fullScopeAllowed", false);
        client.set("redirectUris", Admin.array(RealmFixture.APPS + "/*"));
        client.set("defaultClientScopes", Admin.array("basic", "acr", "contact-center"));
        client.set("optionalClientScopes", Admin.array(VIEW));
        return client;
    }

    /** Puts a policy in force by which these may be supervisors: roles, and what else the mode asks for. */
    void supervisors(String eligibility) {
        realm.admin()
                .putPolicy(POLICY.replace("REVISION", "" + ++revisions).replace("SUPERVISORS", eligibility))
                .orFail();
    }

    RealmFixture realm() {
        return realm;
    }

    TestApp console() {
        return app("supervisor-console");
    }

    TestApp app(String clientId) {
        return new TestApp(realm, clientId);
    }

    /** Somebody who may have all modes and has enrolled a passkey, at a browser of their own. */
    Person enrolled() {
        Person person = new Person("supervisor");
        person.signIn(console(), "");
        return person.elsewhere();
    }

    boolean isActive(Tokens tokens) {
        return Http.post(
                        realm.url() + "/protocol/openid-connect/token/introspect",
                        Map.of(
                                "client_id",
                                Clients.ALL_GRANTS,
                                "client_secret",
                                Clients.SECRET,
                                "token",
                                tokens.access()))
                .orFail()
                .json()
                .path("active")
                .asBoolean();
    }

    int userInfo(Tokens tokens) {
        return Http.send(HttpRequest.newBuilder(URI.create(realm.url() + "/protocol/openid-connect/userinfo"))
                        .header("Authorization", "Bearer " + tokens.access()))
                .status();
    }

    Answer exchange(Tokens subject, String scope) {
        Map<String, String> form = new TreeMap<>();
        form.put("grant_type", "urn:ietf:params:oauth:grant-type:token-exchange");
        form.put("client_secret", Clients.SECRET);
        form.put("subject_token", subject.access());
        form.put("subject_token_type", "urn:ietf:params:oauth:token-type:access_token");
        form.put("scope", ("openid " + scope).strip());
        return app(Clients.ALL_GRANTS).token(form);
    }

    /** Every way on is closed to what was given in a mode that was left. */
    void assertOver(TestApp app, Tokens tokens, String scope) {
        assertLeft(app.refresh(tokens.refresh()));
        // Asking for less, without the mode, does not make it another token.
        assertLeft(app.refresh(tokens.refresh(), "openid " + VIEW));
        assertLeft(exchange(tokens, scope));
        assertLeft(exchange(tokens, ""));
        assertThat(isActive(tokens)).isFalse();
        assertThat(userInfo(tokens)).isEqualTo(401);
    }

    /** The token endpoint said that the mode was left, and gave nothing. */
    static void assertLeft(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.text("error")).isEqualTo("invalid_grant");
        assertThat(answer.text("error_description")).startsWith("mode_not_current: ");
        assertThat(answer.body()).doesNotContain("access_token", "refresh_token", "id_token");
    }

    void assertAlive(TestApp app, Tokens tokens) {
        assertThat(isActive(tokens)).isTrue();
        assertThat(userInfo(tokens)).isEqualTo(200);
        assertThat(app.refresh(tokens.refresh()).status()).isEqualTo(200);
    }

    /** The login ended at the policy's page for this reason; gives the record of it. */
    JsonNode assertRefused(Screen screen, String reason) {
        assertThat(screen.isRefusal()).as(screen.toString()).isTrue();
        assertThat(screen.answer().status()).isEqualTo(403);
        assertThat(screen.callback()).isEmpty();
        JsonNode record = record(one -> one.path("id").asText().startsWith(screen.refusalCode()));
        assertThat(record.path("outcome").asText()).isEqualTo("deny");
        assertThat(record.path("reason").asText()).isEqualTo(reason);
        return record;
    }

    JsonNode record(Predicate<JsonNode> wanted) {
        return realm.server().records().await(realm.name(), wanted);
    }

    /** The records of switches in a session so far, each as {@code from > to at client}, once the last of them is this one. */
    List<String> switches(Tokens tokens, String last) {
        String session = tokens.claims().path("sid").asText();
        record(one -> isSwitch(one, session) && told(one).equals(last));
        return realm.records().stream()
                .filter(one -> isSwitch(one, session))
                .map(ModeRealm::told)
                .toList();
    }

    private static boolean isSwitch(JsonNode record, String session) {
        return record.path("event").asText().equals("mode_switched")
                && record.path("actor").path("session").asText().equals(session);
    }

    private static String told(JsonNode record) {
        return record.path("about").path("from").asText() + " > "
                + record.path("about").path("to").asText() + " at "
                + record.path("actor").path("client").asText();
    }

    @Override
    public void close() {
        realm.close();
    }
}
