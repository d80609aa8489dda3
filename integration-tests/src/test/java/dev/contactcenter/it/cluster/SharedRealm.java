package dev.contactcenter.it.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contactcenter.it.attack.Clients;
import dev.contactcenter.it.client.Person;
import dev.contactcenter.it.oidc.TestApp;
import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.Cluster;
import dev.contactcenter.it.server.Http;
import dev.contactcenter.it.server.RealmFixture;
import dev.contactcenter.it.signals.PostureIssuer;
import dev.contactcenter.it.signals.SignalRealm;
import java.net.URI;
import java.net.http.HttpRequest;
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
        this.realm = SignalRealm.of(cluster.first(), name, rules, plan -> plan.client(ASKING, SharedRealm::withSecret));
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

    private static void withSecret(ObjectNode client) {
        client.put("clientAuthenticatorType", "client-secret");
        client.put("secret", Clients.SECRET);
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
        person.browser()
                .carry(HEADER, issuer.token(device).compliance("unknown").signed());
        return person.signIn(console(here()), SCOPE);
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

    @Override
    public void close() {
        realm.close();
        issuer.close();
    }
}
