package dev.contactcenter.it.continuous;

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
import dev.contactcenter.it.services.ServiceKey;
import dev.contactcenter.it.signals.PostureIssuer;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A realm whose supervisors play recordings on compliant devices only, with the device registry to change that in mid-session. */
final class ContinuityRealm implements AutoCloseable {

    static final String MODE = "mode:supervisor";
    static final String EVERYDAY = "queue:monitor";
    static final String PRIVILEGED = "recording:play";
    static final List<String> ACTIONS = List.of(EVERYDAY, PRIVILEGED);
    static final String ALL = MODE + " " + EVERYDAY + " " + PRIVILEGED;

    /** What is in force unless a test says otherwise. */
    static final String COMPLIANT_ONLY = """
            rules:
              - id: compliant-only
                actions: [recording:play]
                when: device.compliance != "compliant"
                deny: { reason: device_not_compliant }
            """;

    private static final String HEAD = """
            contactCenterPolicy: 1
            revision: REVISION
            assurance: [password, phr, phrh]
            zones:
              desk: { trust: high, cidrs: [127.0.0.1/32, "::1/128"] }
            actions:
              record:view:    { tier: 0 }
              queue:monitor:  { tier: 1 }
              recording:play: { tier: 3, privileged: true, audience: [recordings-api] }
            modes:
              supervisor: { roles: [contact-center-supervisor], actions: [record:view, queue:monitor, recording:play] }
            services:
              cti-connector: { actions: [record:view], tokenLifespan: PT2M }
            """;

    private static final String EXCHANGER = "exchanger";
    private static final ServiceKey EXCHANGERS_KEY = new ServiceKey();

    private final RealmFixture realm;
    private final PostureIssuer issuer = new PostureIssuer();
    private int revisions;

    private ContinuityRealm(RealmFixture realm) {
        this.realm = realm;
    }

    static ContinuityRealm of(KeycloakServer server, String name) {
        var made = new ContinuityRealm(RealmFixture.plan(server, name)
                .withoutEnrolment()
                .addClient(Clients.allGrants())
                .addClient(exchanger())
                .client("supervisor-console", ContinuityRealm::exchangeable)
                .client("recordings-api", ContinuityRealm::asking)
                .client("crm-api", ContinuityRealm::asking)
                .client("cti-connector", Clients::greedyService)
                .create());
        made.policy(COMPLIANT_ONLY);
        made.source(
                "endpoint agent",
                "contact-center-posture-token",
                Map.of(
                        "issuer",
                        PostureIssuer.NAME,
                        "audience",
                        PostureIssuer.AUDIENCE,
                        "jwksUrl",
                        made.issuer.keysUrl()));
        made.source("registry", "contact-center-device-registry", Map.of());
        return made;
    }

    /** Who exchanges what is privileged needs a key. */
    private static ObjectNode exchanger() {
        ObjectNode client = Clients.allGrants();
        client.put("clientId", EXCHANGER);
        EXCHANGERS_KEY.proves(client);
        return client;
    }

    private static void exchangeable(ObjectNode client) {
        Clients.exchangeable(client);
        ObjectNode mapper =
                (ObjectNode) client.withArray("/protocolMappers").get(0).deepCopy();
        mapper.put("name", "audience of the exchanger");
        mapper.withObject("/config").put("included.client.audience", EXCHANGER);
        client.withArray("/protocolMappers").add(mapper);
    }

    private static void asking(ObjectNode client) {
        client.put("clientAuthenticatorType", "client-secret");
        client.put("secret", Clients.SECRET);
        client.put("publicClient", false);
        client.put("bearerOnly", false);
    }

    /** Configures a source. */
    void source(String name, String kind, Map<String, String> settings) {
        ObjectNode component = Admin.object();
        component.put("name", name);
        component.put("providerId", kind);
        component.put("providerType", "org.keycloak.services.ui.extend.UiPageProvider");
        settings.forEach((key, value) -> component.withObject("/config").set(key, Admin.array(value)));
        realm.admin().post("/components", component).orFail();
    }

    RealmFixture realm() {
        return realm;
    }

    /** Puts a policy of these sections in force. */
    void policy(String sections) {
        realm.admin()
                .putPolicy(HEAD.replace("REVISION", "continuity." + ++revisions) + sections)
                .orFail();
    }

    /** What the registry knows of a device from now on. */
    void device(String id, String compliance) {
        ObjectNode device = Admin.object();
        device.put("id", id).put("compliance", compliance);
        realm.admin().post("/contact-center/devices", device).orFail();
    }

    TestApp console() {
        return new TestApp(realm, "supervisor-console");
    }

    /** A supervisor at a device that the registry finds compliant. */
    Person supervisorOn(String device) {
        device(device, "compliant");
        Person person = new Person("supervisor");
        person.browser().carry("Contact-Center-Posture", issuer.token(device).signed());
        return person;
    }

    /** Goes on in the session of the browser and brings back a code, if that is let in. */
    Map<String, String> code(Person person, String scope) {
        Screen screen = person.goOn(person.open(console(), scope));
        return screen.callback();
    }

    Answer introspect(String client, String token) {
        return Http.post(
                        realm.url() + "/protocol/openid-connect/token/introspect",
                        Map.of("client_id", client, "client_secret", Clients.SECRET, "token", token))
                .orFail();
    }

    /** The same by the name of another kind of token, for which Keycloak has another introspection. */
    Answer introspectAsPartyToken(String client, String token) {
        return Http.post(
                        realm.url() + "/protocol/openid-connect/token/introspect",
                        Map.of(
                                "client_id",
                                client,
                                "client_secret",
                                Clients.SECRET,
                                "token",
                                token,
                                "token_type_hint",
                                "requesting_party_token"))
                .orFail();
    }

    /** The same sent from an address that no zone holds. */
    Answer introspectFromElsewhere(String client, String token) {
        return elsewhere(
                "/token/introspect", Map.of("client_id", client, "client_secret", Clients.SECRET, "token", token));
    }

    /** A refresh of the console, sent from an address that no zone holds. */
    Answer refreshFromElsewhere(String token) {
        return elsewhere(
                "/token",
                Map.of("client_id", "supervisor-console", "grant_type", "refresh_token", "refresh_token", token));
    }

    private Answer elsewhere(String endpoint, Map<String, String> form) {
        try {
            return Http.send(
                            Http.from(InetAddress.getByName("127.0.0.2")),
                            HttpRequest.newBuilder(URI.create(realm.url() + "/protocol/openid-connect" + endpoint))
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .POST(BodyPublishers.ofString(Http.encode(form))))
                    .orFail();
        } catch (UnknownHostException e) {
            throw new IllegalStateException("An address that needs no look-up is not known", e);
        }
    }

    boolean isActive(String client, String token) {
        return introspect(client, token).json().path("active").asBoolean();
    }

    Answer userInfo(String token) {
        return Http.send(HttpRequest.newBuilder(URI.create(realm.url() + "/protocol/openid-connect/userinfo"))
                .header("Authorization", "Bearer " + token));
    }

    Answer exchange(String token, String scope) {
        Map<String, String> form = new TreeMap<>();
        form.put("grant_type", "urn:ietf:params:oauth:grant-type:token-exchange");
        form.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        form.put("client_assertion", EXCHANGERS_KEY.assertion(EXCHANGER, realm.url()));
        form.put("subject_token", token);
        form.put("subject_token_type", "urn:ietf:params:oauth:token-type:access_token");
        form.put("scope", "openid " + scope);
        return new TestApp(realm, EXCHANGER).token(form);
    }

    Answer serviceToken() {
        return ServiceAccount.ask(realm.url(), "cti-connector", "record:view");
    }

    /** What a refreshed token says that it lacks: action to reason. */
    static Map<String, String> withheld(Tokens tokens) {
        Map<String, String> withheld = new TreeMap<>();
        tokens.claims()
                .path("contact_center")
                .path("withheld")
                .forEach(one -> withheld.put(
                        one.path("action").asText(), one.path("reason").asText()));
        return withheld;
    }

    @Override
    public void close() {
        realm.close();
        issuer.close();
    }
}
