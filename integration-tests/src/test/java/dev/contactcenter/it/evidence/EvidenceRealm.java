package dev.contactcenter.it.evidence;

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
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The realm as it is shipped, whose resource servers have secrets; recordings may also be asked for by the CRM. */
final class EvidenceRealm implements AutoCloseable {

    static final String MODE = "mode:supervisor";
    static final String EVERYDAY = MODE + " queue:monitor";
    static final String RECORDINGS = "recordings-api";
    static final String CRM = "crm-api";

    /** A resource server that no action is for. */
    static final String OTHER = "other-api";

    static final String WHY = "The customer complains about what was agreed";

    static final String PARAMETER = "authorization_details";

    private final RealmFixture realm;
    private final Person enrolled;

    private EvidenceRealm(RealmFixture realm) {
        this.realm = realm;
        Person first = new Person("supervisor");
        first.signIn(console(), EVERYDAY);
        this.enrolled = first;
    }

    static EvidenceRealm of(KeycloakServer server, String name) {
        return of(server, name, plan -> plan);
    }

    static EvidenceRealm of(KeycloakServer server, String name, UnaryOperator<RealmFixture.Plan> change) {
        return new EvidenceRealm(change.apply(plan(server, name)).create());
    }

    private static RealmFixture.Plan plan(KeycloakServer server, String name) {
        return RealmFixture.plan(server, name)
                .policy(text ->
                        text.replaceFirst("(recording:play: +\\{.*audience: \\[recordings-api)]", "$1, crm-api]"))
                .change(plan -> plan.put("bruteForceProtected", false))
                .addClient(Clients.allGrants())
                .addClient(Clients.confidential(OTHER))
                .client("supervisor-console", Clients::exchangeable)
                .client(RECORDINGS, EvidenceRealm::asking)
                .client(CRM, EvidenceRealm::asking)
                .client("cti-connector", Clients::greedyService);
    }

    private static void asking(ObjectNode client) {
        client.put("clientAuthenticatorType", "client-secret");
        client.put("secret", Clients.SECRET);
        client.put("publicClient", false);
        client.put("bearerOnly", false);
    }

    RealmFixture realm() {
        return realm;
    }

    TestApp console() {
        return new TestApp(realm, "supervisor-console");
    }

    /** The supervisor, who has a passkey, at a browser that nobody used yet. */
    Person supervisor() {
        return enrolled.elsewhere();
    }

    /** One recording of one call. */
    static String recordingOf(String interaction) {
        return """
                [{"type":"contact_center_action","actions":["recording:play"],"interaction":"%s"}]""".formatted(interaction);
    }

    /** Some fields of a record. */
    static String fields(String... names) {
        return """
                [{"type":"contact_center_action","actions":["record:view"],"identifier":"C-17","fields":["%s"]}]""".formatted(String.join("\",\"", names));
    }

    /** The page on which the supervisor is asked why. */
    Screen askedWhy(Person person, String details) {
        Screen asked = person.goOn(person.open(console(), MODE, Map.of(PARAMETER, details)));
        if (!asked.has("contact-center-justify")) {
            throw new AssertionError("Nobody asks why: " + asked);
        }
        return asked;
    }

    static Screen answer(Person person, Screen asked, String why) {
        return person.browser().submit(asked, "#contact-center-justify", Map.of("justification", why));
    }

    /** The whole review up to the code. */
    Screen reviewed(Person person, String interaction) {
        return answer(person, askedWhy(person, recordingOf(interaction)), WHY);
    }

    /** A token for the recording of one call. */
    Tokens review(String interaction) {
        return Person.tokens(console(), reviewed(supervisor(), interaction));
    }

    /** Redeems a code, and says more than that. */
    Answer redeem(String code, Map<String, String> more) {
        Map<String, String> form = new HashMap<>(Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                TestApp.CALLBACK,
                "code_verifier",
                TestApp.VERIFIER));
        form.putAll(more);
        return console().token(form);
    }

    Answer refresh(String token, String details) {
        return console().token(Map.of("grant_type", "refresh_token", "refresh_token", token, PARAMETER, details));
    }

    Answer introspect(String by, String token, Map<String, String> more) {
        Map<String, String> form =
                new TreeMap<>(Map.of("client_id", by, "client_secret", Clients.SECRET, "token", token));
        form.putAll(more);
        return Http.post(realm.url() + "/protocol/openid-connect/token/introspect", form)
                .orFail();
    }

    JsonNode introspect(String by, String token) {
        return introspect(by, token, Map.of()).json();
    }

    boolean isActive(String by, String token) {
        return introspect(by, token).path("active").asBoolean();
    }

    Answer push(Map<String, String> more) {
        return Http.post(
                realm.url() + "/protocol/openid-connect/ext/par/request",
                console().authorization(MODE, more));
    }

    Answer userInfo(String token) {
        return Http.send(HttpRequest.newBuilder(URI.create(realm.url() + "/protocol/openid-connect/userinfo"))
                .header("Authorization", "Bearer " + token));
    }

    Answer exchange(String token, Map<String, String> more) {
        Map<String, String> form = new TreeMap<>();
        form.put("grant_type", "urn:ietf:params:oauth:grant-type:token-exchange");
        form.put("client_secret", Clients.SECRET);
        form.put("subject_token", token);
        form.put("subject_token_type", "urn:ietf:params:oauth:token-type:access_token");
        form.put("scope", "openid");
        form.putAll(more);
        return new TestApp(realm, Clients.ALL_GRANTS).token(form);
    }

    Answer service(String details) {
        return new TestApp(realm, "cti-connector")
                .token(Map.of("grant_type", "client_credentials", "client_secret", Clients.SECRET, PARAMETER, details));
    }

    /** A text as it is compared, whatever the order of members. */
    static JsonNode json(String text) {
        return Admin.object("{\"it\":" + text + "}").path("it");
    }

    /** The details of a token, or of what is told of one. */
    static JsonNode details(JsonNode claims) {
        return claims.path(PARAMETER);
    }

    @Override
    public void close() {
        realm.close();
    }
}
