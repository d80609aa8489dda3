package dev.contactcenter.it.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import dev.contactcenter.it.attack.Clients;
import dev.contactcenter.it.client.Person;
import dev.contactcenter.it.oidc.TestApp;
import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.Admin;
import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.Cluster;
import dev.contactcenter.it.server.Http;
import dev.contactcenter.it.server.RealmFixture;
import dev.contactcenter.it.signals.PostureIssuer;
import dev.contactcenter.it.signals.SignalRealm;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;

/** A realm of two servers: what is done at the first, and how it looks at the second. */
final class SharedRealm implements AutoCloseable {

    /** What may be taken away. */
    static final String MONITOR = "queue:monitor";

    static final String SCOPE = "mode:supervisor record:view " + MONITOR;

    /** A resource server that asks about tokens. */
    private static final String ASKING = "crm-api";

    private static final String HEADER = "Contact-Center-Posture";

    private final SignalRealm realm;
    private final PostureIssuer issuer = new PostureIssuer();
    private final RealmFixture there;

    SharedRealm(Cluster cluster, String name, String rules) {
        this.realm = SignalRealm.of(cluster.first(), name, rules, SharedRealm::fit);
        this.there = realm.realm().at(cluster.second());
        realm.keep("contact-center-risk", Map.of("quiet", "low")).orFail();
        realm.keep("contact-center-device-registry", Map.of()).orFail();
        realm.keep(
                        "contact-center-posture-token",
                        Map.of(
                                "issuer", PostureIssuer.NAME,
                                "audience", PostureIssuer.AUDIENCE,
                                "jwksUrl", issuer.keysUrl()))
                .orFail();
    }

    private static RealmFixture.Plan fit(RealmFixture.Plan plan) {
        return plan.client(ASKING, client -> {
                    client.put("clientAuthenticatorType", "client-secret");
                    client.put("secret", Clients.SECRET);
                })
                // It refuses who signs in again before it is quite done with the sign-in before.
                .change(realm -> realm.put("bruteForceProtected", false));
    }

    /** The realm at the first server, where things are ordered and told. */
    RealmFixture here() {
        return realm.realm();
    }

    /** The realm at the second server, where things must show. */
    RealmFixture there() {
        return there;
    }

    /** What tells of risks, at the first server. */
    SignalRealm signals() {
        return realm;
    }

    /** The app of supervisors, which talks to one of the servers. */
    TestApp console(RealmFixture at) {
        return new TestApp(at, "supervisor-console");
    }

    /** Signs in at the first server from a device. */
    Tokens signIn(Person person, String device) {
        return showing(person, posture(device)).signIn(console(here()), SCOPE);
    }

    /** A token of a device of which nothing is known to be wrong. */
    String posture(String device) {
        return issuer.token(device).compliance("unknown").signed();
    }

    /** Has the person's browser show a device's token with each request. */
    Person showing(Person person, String posture) {
        person.browser().carry(HEADER, posture);
        return person;
    }

    /** Refreshes at the second server. */
    Answer refreshThere(Tokens tokens) {
        return console(there).refresh(tokens.refresh());
    }

    /** Whether a refresh at the second server still yields the action that may be taken away. */
    boolean monitorsThere(Tokens tokens) {
        Answer answer = refreshThere(tokens);
        return answer.status() == 200 && new Tokens(answer).scope().contains(MONITOR);
    }

    /** What a resource server hears of an access token from the second server. */
    Answer introspectThere(Tokens tokens) {
        return Http.post(
                        there.url() + "/protocol/openid-connect/token/introspect",
                        Map.of("client_id", ASKING, "client_secret", Clients.SECRET, "token", tokens.access()))
                .orFail();
    }

    /** Asks the second server about the person. */
    Answer userInfoThere(Tokens tokens) {
        return Http.send(HttpRequest.newBuilder(URI.create(there.url() + "/protocol/openid-connect/userinfo"))
                .header("Authorization", "Bearer " + tokens.access()));
    }

    /** Whether a browser with the session's cookie is signed in by the second server without being asked for anything. */
    boolean signsInThere(Person person) {
        return !person.open(console(there), SCOPE)
                .callback()
                .getOrDefault("code", "")
                .isEmpty();
    }

    /**
     * Orders to stop something, at one of the servers.
     *
     * @param kind for example {@code device}
     * @param key what tells the order from all others
     */
    static Answer revoke(RealmFixture at, String kind, String value, String key) {
        var order = Admin.object();
        order.put(kind, value).put("reason", "device_lost").put("key", key);
        return at.admin().post("/contact-center/revocations", order);
    }

    /** The records of the end of a session. */
    List<JsonNode> endings(Tokens tokens) {
        String session = session(tokens);
        return here().records().stream()
                .filter(record -> record.path("event").asText().equals("session_ended"))
                .filter(record -> record.path("actor").path("session").asText().equals(session))
                .toList();
    }

    /** The session's id. */
    static String session(Tokens tokens) {
        return tokens.claims().path("sid").asText();
    }

    @Override
    public void close() {
        realm.close();
        issuer.close();
    }
}
