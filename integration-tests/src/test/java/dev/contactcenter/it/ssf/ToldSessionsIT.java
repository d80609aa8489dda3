package dev.contactcenter.it.ssf;

import static dev.contactcenter.it.ssf.KeycloakStream.body;
import static dev.contactcenter.it.ssf.KeycloakStream.session;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contactcenter.it.client.Person;
import dev.contactcenter.it.oidc.TestApp;
import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.Admin;
import dev.contactcenter.it.server.BesideOthers;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.RealmFixture;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@Tag("continuous")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@BesideOthers
@DisplayName("A receiver of CAEP events, told of sessions,")
final class ToldSessionsIT {

    private static final String LEVEL = "assurance-level-change";
    private static final String CLAIMS = "token-claims-change";
    private static final String AGENT = "mode:agent record:view";
    private static final String SUPERVISOR = "mode:supervisor queue:monitor record:view";

    private static final String POLICY = """
            contactCenterPolicy: 1
            revision: told.1
            assurance: [password, phr, phrh]
            actions:
              record:view:   { tier: 0 }
              queue:monitor: { tier: 1 }
            modes:
              agent:      { roles: [contact-center-agent], actions: [record:view] }
              supervisor: { roles: [contact-center-supervisor], actions: [record:view, queue:monitor] }
            rules:
              - id: supervisors-have-proven-it
                modes: [supervisor]
                require: { acr: phr, maxAge: PT5M }
            """;

    private final KeycloakServer server = KeycloakStream.server();
    private final RealmFixture realm = KeycloakStream.plan(
                    RealmFixture.plan(server, "told-sessions").policy(before -> POLICY), "ALL")
            .create();
    private final KeycloakStream stream = KeycloakStream.of(realm, LEVEL, CLAIMS);
    private final TestApp console = new TestApp(realm, "supervisor-console");
    private Person enrolled = new Person("supervisor");

    @BeforeAll
    void enrol() {
        enrolled.signIn(console, "");
        enrolled = enrolled.elsewhere();
    }

    @AfterAll
    void close() {
        server.close();
    }

    private List<JsonNode> told(String type, Tokens of) {
        return stream.told(type).stream()
                .filter(claims -> session(claims).equals(sid(of)))
                .toList();
    }

    private static String sid(Tokens tokens) {
        return tokens.claims().path("sid").asText();
    }

    @Test
    void learns_of_a_step_up_once_with_the_level_before_and_after() {
        Person person = enrolled.elsewhere();
        Tokens low = person.signIn(console, AGENT);
        assertThat(told(LEVEL, low)).isEmpty();

        person.signIn(console, SUPERVISOR);
        person.signIn(console, SUPERVISOR);

        JsonNode told = stream.await(LEVEL, claims -> session(claims).equals(sid(low)));
        assertThat(told(LEVEL, low)).hasSize(1);
        JsonNode event = body(told, LEVEL);
        assertThat(event.path("namespace").asText()).isEqualTo("acr");
        assertThat(event.path("previous_level").asText()).isEqualTo("password");
        assertThat(event.path("current_level").asText()).isEqualTo("phr");
        assertThat(event.path("change_direction").asText()).isEqualTo("increase");
        assertThat(event.path("initiating_entity").asText()).isEqualTo("user");
        assertThat(event.properties()).hasSize(6);
        assertThat(told.at("/sub_id/user/sub").asText())
                .isEqualTo(low.claims().path("sub").asText());
        JsonNode decision = realm.server()
                .records()
                .await(
                        realm.name(),
                        record -> record.path("id")
                                .asText()
                                .equals(told.path("txn").asText()));
        assertThat(decision.path("outcome").asText()).isEqualTo("permit");
    }

    @Test
    void learns_of_another_mode_with_the_token_that_is_in_it() {
        Person person = enrolled.elsewhere();
        person.signIn(console, SUPERVISOR);

        Tokens agent = person.signIn(console, AGENT);
        Tokens refreshed = new Tokens(console.refresh(agent.refresh()).orFail());

        JsonNode told = stream.await(CLAIMS, claims -> session(claims).equals(sid(refreshed)));
        assertThat(told(CLAIMS, refreshed)).hasSize(1);
        JsonNode claims = body(told, CLAIMS).path("claims");
        assertThat(claims.at("/contact_center/mode").asText()).isEqualTo("agent");
        assertThat(claims.path("scope").asText())
                .isEqualTo(agent.claims().path("scope").asText());
        assertThat(body(told, CLAIMS).path("initiating_entity").asText()).isEqualTo("user");
        assertThat(told.path("txn").asText())
                .isEqualTo(agent.claims().path("txn").asText());
        assertThat(told.toString())
                .doesNotContain(agent.access())
                .doesNotContain("supervisor@")
                .doesNotContain("supervisors-have-proven-it");
    }

    @Test
    void learns_that_a_session_has_proven_less_after_its_proofs_were_declared_void() {
        try (Transmitter transmitter = new Transmitter("https://transmitter.example.test")) {
            Map<String, String> settings = StreamRealm.settings("voiding", transmitter);
            settings.put("authorization", StreamRealm.AUTHORIZATION);
            settings.put("onSessionRevoked", "step-up");
            ObjectNode component = Admin.object()
                    .put("name", "voiding")
                    .put("providerId", StreamRealm.PROVIDER)
                    .put("providerType", "org.keycloak.services.ui.extend.UiPageProvider");
            settings.forEach((key, value) -> component.withObject("/config").set(key, Admin.array(value)));
            realm.admin().post("/components", component).orFail();
            Person person = enrolled.elsewhere();
            Tokens high = person.signIn(console, SUPERVISOR);
            SetText set = transmitter.set("session-revoked").aboutSession(sid(high));

            assertThat(StreamRealm.push(
                                    realm,
                                    "voiding",
                                    set.signed(),
                                    "application/secevent+jwt",
                                    StreamRealm.AUTHORIZATION)
                            .status())
                    .isEqualTo(202);
            realm.server()
                    .records()
                    .await(
                            realm.name(),
                            one -> one.path("about").path("jti").asText().equals(set.jti()));
            person.signIn(console, AGENT);

            JsonNode event = body(stream.await(LEVEL, claims -> session(claims).equals(sid(high))), LEVEL);
            assertThat(event.path("previous_level").asText()).isEqualTo("phr");
            assertThat(event.path("current_level").asText()).isNotEqualTo("phr");
            assertThat(event.path("change_direction").asText()).isEqualTo("decrease");
        }
    }

    @Test
    void that_paused_its_stream_is_told_when_it_goes_on() {
        Person person = enrolled.elsewhere();
        stream.become("paused");

        Tokens tokens = person.signIn(console, AGENT);
        person.signIn(console, SUPERVISOR);

        assertThat(told(LEVEL, tokens)).isEmpty();
        stream.become("enabled");
        stream.await(LEVEL, claims -> session(claims).equals(sid(tokens)));
        assertThat(told(LEVEL, tokens)).hasSize(1);
    }
}
