package dev.contactcenter.it.signals;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contactcenter.it.client.Person;
import dev.contactcenter.it.client.Screen;
import dev.contactcenter.it.oidc.TestApp;
import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.Admin;
import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.RealmFixture;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** A realm in which a supervisor may monitor queues from a compliant device only, and the sources that tell of devices. */
public final class DeviceRealm implements AutoCloseable {

    /** Where sources of these tests read the token. */
    public static final String HEADER = "Contact-Center-Posture";

    /** What takes a compliant device. */
    public static final String MONITOR = "mode:supervisor queue:monitor";

    /** The same and something privileged, which takes a proof and does not ask about the device. */
    public static final String PRIVILEGED = MONITOR + " recording:play";

    private static final String CONDITION = "device.compliance != \"compliant\"";

    private static final String POLICY = """
            contactCenterPolicy: 1
            revision: devices.1
            assurance: [password, phr, phrh]
            actions:
              record:view:   { tier: 0 }
              queue:monitor: { tier: 1 }
              recording:play: { tier: 3, privileged: true }
            modes:
              supervisor: { roles: [contact-center-supervisor], actions: [record:view, queue:monitor, recording:play] }
            services: {}
            rules:
              - id: compliant-only
                actions: [queue:monitor]
                when: CONDITION
                deny: { reason: device_not_compliant }
              - id: proven
                actions: [recording:play]
                require: { acr: password }
            """;

    private final RealmFixture realm;

    private DeviceRealm(RealmFixture realm) {
        this.realm = realm;
    }

    /** Such a realm, without any source; nobody has to enrol a passkey. */
    public static DeviceRealm of(KeycloakServer server, String name) {
        return of(server, name, plan -> plan);
    }

    /** The same with something different about it. */
    static DeviceRealm of(KeycloakServer server, String name, UnaryOperator<RealmFixture.Plan> change) {
        return of(server, name, CONDITION, change);
    }

    /** The same with another condition on which a device may not monitor queues. */
    public static DeviceRealm of(KeycloakServer server, String name, String condition) {
        return of(server, name, condition, plan -> plan);
    }

    /** The same with both. */
    public static DeviceRealm of(
            KeycloakServer server, String name, String condition, UnaryOperator<RealmFixture.Plan> change) {
        return new DeviceRealm(change.apply(RealmFixture.plan(server, name)
                        .withoutEnrolment()
                        .policy(text -> POLICY.replace("CONDITION", condition)))
                .create());
    }

    /** Configures a source that reads the tokens of an issuer, with settings on top of those that must be given. */
    public Answer trust(PostureIssuer issuer, Map<String, String> more) {
        Map<String, String> settings = new TreeMap<>(
                Map.of("issuer", PostureIssuer.NAME, "audience", PostureIssuer.AUDIENCE, "jwksUrl", issuer.keysUrl()));
        settings.putAll(more);
        return source("endpoint agent", "contact-center-posture-token", settings);
    }

    /** The realm itself. */
    public RealmFixture fixture() {
        return realm;
    }

    /** Configures a source. */
    public Answer source(String name, String kind, Map<String, String> settings) {
        ObjectNode component = Admin.object();
        component.put("name", name);
        component.put("providerId", kind);
        component.put("providerType", "org.keycloak.services.ui.extend.UiPageProvider");
        settings.forEach((key, value) -> component.withObject("/config").set(key, Admin.array(value)));
        return realm.admin().post("/components", component);
    }

    /** The app of supervisors. */
    public TestApp console() {
        return new TestApp(realm, "supervisor-console");
    }

    /** A supervisor at a new browser that carries a token in the header. */
    public static Person supervisor(String token) {
        Person person = new Person("supervisor");
        person.browser().carry(HEADER, token);
        return person;
    }

    /** The sign-in is let in. */
    public Tokens granted(Person person) {
        return Person.tokens(console(), attempt(person));
    }

    /** The sign-in ends at the policy's page; gives the record of it. */
    public JsonNode refused(Person person) {
        return refusal(attempt(person));
    }

    /** Whatever the sign-in ends with. */
    public Screen attempt(Person person) {
        return person.goOn(person.open(console(), MONITOR));
    }

    /** The record of what a page refused. */
    public JsonNode refusal(Screen screen) {
        assertThat(screen.isRefusal()).as(screen.toString()).isTrue();
        JsonNode record = realm.server()
                .records()
                .await(realm.name(), one -> one.path("id").asText().startsWith(screen.refusalCode()));
        assertThat(record.path("reason").asText()).isEqualTo("device_not_compliant");
        return record;
    }

    /** The record of the sign-in that led to a token: the app that fetches it carries nothing itself. */
    public JsonNode recordOf(Tokens tokens) {
        String session = tokens.claims().path("sid").asText();
        return realm.server()
                .records()
                .await(
                        realm.name(),
                        one -> one.path("hook").asText().equals("authorization")
                                && one.path("outcome").asText().equals("permit")
                                && one.path("actor").path("session").asText().equals(session));
    }

    /** What the sources told, in short: {@code source outcome detail}, one after another. */
    public static String told(JsonNode record) {
        StringBuilder told = new StringBuilder();
        record.path("evidence")
                .forEach(one -> told.append(one.path("source").asText())
                        .append(' ')
                        .append(one.path("outcome").asText())
                        .append(' ')
                        .append(one.path("detail").asText())
                        .append('\n'));
        return told.toString().strip();
    }

    @Override
    public void close() {
        realm.close();
    }
}
