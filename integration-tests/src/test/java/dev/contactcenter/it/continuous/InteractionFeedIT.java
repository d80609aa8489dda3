package dev.contactcenter.it.continuous;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contactcenter.it.attack.Clients;
import dev.contactcenter.it.client.Person;
import dev.contactcenter.it.oidc.TestApp;
import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.Admin;
import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.RealmAdmin;
import dev.contactcenter.it.server.RealmFixture;
import dev.contactcenter.it.server.WithKeycloak;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("continuous")
@Tag("attack")
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("The state of an interaction")
final class InteractionFeedIT {

    private static final String SOFTPHONE = "softphone";
    private static final String LIVE = "{\"state\":\"live\",\"interaction_id\":\"call-1\",\"sequence\":7}";

    private final ContinuityRealm stage;
    private final ContinuityRealm other;
    private final Phone phone;

    InteractionFeedIT(KeycloakServer server) {
        stage = ContinuityRealm.of(server, "interactions");
        other = ContinuityRealm.of(server, "interactions-other");
        phone = Phone.in(stage.realm());
    }

    @AfterAll
    void close() {
        stage.close();
        other.close();
    }

    private static Tokens signIn(ContinuityRealm realm) {
        return realm.supervisorOn("f-1").signIn(realm.console(), ContinuityRealm.ALL);
    }

    @Test
    void is_taken_once_and_in_the_order_of_its_sender() {
        String sid = Phone.sid(signIn(stage));

        Answer taken = phone.tell(sid, LIVE);
        assertThat(taken.orFail().text("outcome")).isEqualTo("stored");
        assertThat(taken.headers().firstValue("Cache-Control")).contains("no-store");
        Answer again = phone.tell(sid, LIVE);
        assertThat(again.orFail().text("outcome")).isEqualTo("ignored");
        assertThat(again.json().path("known")).hasToString("{\"state\":\"live\",\"sequence\":7}");
        assertThat(phone.tell(sid, "{\"state\":\"idle\",\"sequence\":6}").text("outcome"))
                .isEqualTo("ignored");
        assertThat(phone.tell(
                                sid,
                                "{\"state\":\"wrap-up\",\"interaction_id\":\"call-1\",\"sequence\":8,\"queue\":\"billing\","
                                        + "\"customer\":\"customer-88\",\"expires_in\":60}")
                        .text("outcome"))
                .isEqualTo("stored");
        JsonNode changed = stage.realm()
                .server()
                .records()
                .await(
                        stage.realm().name(),
                        record -> record.path("event").asText().equals("interaction_changed")
                                && record.at("/actor/session").asText().equals(sid)
                                && record.toString().contains("wrap-up"));
        assertThat(changed.path("about").path("interaction").asText()).isEqualTo("call-1");
        assertThat(changed.path("about").path("queue").asText()).isEqualTo("billing");
        assertThat(changed.toString())
                .as("a chain of records is no place for customers")
                .doesNotContain("customer-88");
    }

    @Test
    void is_that_of_all_sessions_of_a_person_or_of_those_at_a_desk() {
        Tokens here = stage.supervisorOn("f-2").signIn(stage.console(), ContinuityRealm.ALL);
        Tokens there = stage.supervisorOn("f-3").signIn(stage.console(), ContinuityRealm.ALL);
        String account = stage.realm().admin().userId("supervisor");

        assertThat(phone.tellOf("supervisor", "f-2", "{\"state\":\"idle\",\"sequence\":20}")
                        .text("outcome"))
                .isEqualTo("stored");
        assertThat(known(there, 19)).isEqualTo("stored");
        assertThat(known(here, 19)).isEqualTo("ignored");
        assertThat(phone.tellOf(account, "", "{\"state\":\"idle\",\"sequence\":30}")
                        .text("outcome"))
                .isEqualTo("stored");
        assertThat(known(here, 29)).isEqualTo("ignored");
        assertThat(known(there, 29)).isEqualTo("ignored");
        assertThat(phone.tellOf("supervisor", "", "{\"state\":\"idle\",\"sequence\":30}")
                        .text("outcome"))
                .isEqualTo("ignored");
    }

    /** What comes of a state of this session with that sequence: ignored, if a later one is known. */
    private String known(Tokens of, int sequence) {
        return phone.tell(Phone.sid(of), "{\"state\":\"idle\",\"sequence\":" + sequence + "}")
                .text("outcome");
    }

    @Test
    void of_nobody_of_somebody_who_is_not_there_or_of_a_service_is_not_found() {
        signIn(stage);

        assertThat(phone.tellOf("nobody", "", LIVE).status()).isEqualTo(404);
        assertThat(phone.tellOf("analyst", "", LIVE).status()).isEqualTo(404);
        assertThat(phone.tellOf("supervisor", "no-such-desk", LIVE).status()).isEqualTo(404);
        assertThat(phone.tellOf("service-account-telephony", "", LIVE).status()).isEqualTo(404);
        Answer unnamed = phone.tellOf("", "f-1", LIVE);
        assertThat(unnamed.status()).isEqualTo(400);
        assertThat(unnamed.text("detail")).contains("names no user");
    }

    @Test
    void of_no_session_or_of_one_of_another_realm_is_not_found() {
        String elsewhere = Phone.sid(signIn(other));

        assertThat(phone.tell("nobody", LIVE).status()).isEqualTo(404);
        assertThat(phone.tell(elsewhere, LIVE).status()).isEqualTo(404);
    }

    @Test
    void is_not_taken_from_who_has_no_token_or_none_of_this_realm() {
        String sid = Phone.sid(signIn(stage));

        assertThat(phone.tell("", sid, LIVE).status()).isEqualTo(401);
        assertThat(phone.tell("no-token", sid, LIVE).status()).isEqualTo(401);
        assertThat(phone.tell(Phone.token(other.realm(), "cti-connector"), sid, LIVE)
                        .status())
                .isEqualTo(401);
        assertThat(phone.tell(Phone.token(stage.realm(), "cti-connector"), sid, LIVE)
                        .status())
                .isEqualTo(403);
    }

    /** Whoever could say of himself that he is in a call could stay what he is no longer permitted to be. */
    @Test
    void is_not_taken_from_a_person_even_with_the_role() {
        Tokens tokens = signIn(stage);
        assertThat(phone.tell(tokens.access(), Phone.sid(tokens), LIVE).status())
                .isIn(401, 403);

        RealmAdmin admin = stage.realm().admin();
        Phone.admit(admin, admin.userId("supervisor"));
        admin.post("/clients", softphone()).orFail();
        Phone.letCarry(admin, SOFTPHONE);
        TestApp softphone = new TestApp(stage.realm(), SOFTPHONE);
        String withTheRole = new Person("supervisor").signIn(softphone, "").access();
        Answer refused = phone.tell(withTheRole, Phone.sid(tokens), LIVE);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("detail")).startsWith("The access token is a person's");
    }

    /** A client that puts every role of the person into the token. */
    private static ObjectNode softphone() {
        ObjectNode client = Clients.confidential(SOFTPHONE);
        client.remove("secret");
        client.put("publicClient", true);
        client.put("standardFlowEnabled", true);
        client.put("fullScopeAllowed", true);
        client.set("redirectUris", Admin.array(RealmFixture.APPS + "/*"));
        client.set("defaultClientScopes", Admin.array("basic", "roles"));
        return client;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]                                               | Something else than an object stands for the body.",
                "{\"state\":\"busy\",\"sequence\":1}               | Member 'state' is not one of live, wrap-up, idle.",
                "{\"state\":\"live\",\"sequence\":1}               | Member 'interaction_id' is missing",
                "{\"state\":\"idle\"}                              | Member 'sequence' is not a whole number",
                "{\"state\":\"idle\",\"sequence\":-1}              | Member 'sequence' is not a whole number",
                "{\"state\":\"idle\",\"sequence\":1.5}             | Member 'sequence' is not a whole number",
                "{\"state\":\"idle\",\"sequence\":1,\"user\":\"x\"} | There is a member that the body does not have",
                "{\"state\":\"idle\",\"sequence\":1,\"queue\":\"a\\nb\"} | Member 'queue' has a control character.",
                "{\"state\":\"idle\",\"sequence\":1,\"expires_in\":0} | Member 'expires_in' is not a whole number from 1",
                "{\"state\":\"idle\",\"state\":\"live\",\"sequence\":1} | The body is not one JSON object"
            })
    void is_refused_in_words(String body, String problem) {
        Answer refused = phone.tell("nobody", body);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(refused.text("detail")).startsWith(problem);
    }

    @Test
    void has_an_end() {
        assertThat(phone.tell("nobody", "x".repeat(5000)).status()).isEqualTo(413);
        String customer = "c".repeat(129);
        assertThat(phone.tell("nobody", "{\"state\":\"idle\",\"sequence\":1,\"customer\":\"%s\"}".formatted(customer))
                        .status())
                .isEqualTo(400);
    }
}
