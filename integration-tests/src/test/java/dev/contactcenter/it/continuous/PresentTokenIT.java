package dev.contactcenter.it.continuous;

import static dev.contactcenter.it.continuous.ContinuityRealm.ALL;
import static dev.contactcenter.it.continuous.ContinuityRealm.COMPLIANT_ONLY;
import static dev.contactcenter.it.continuous.ContinuityRealm.EVERYDAY;
import static dev.contactcenter.it.continuous.ContinuityRealm.MODE;
import static dev.contactcenter.it.continuous.ContinuityRealm.PRIVILEGED;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.contactcenter.it.attack.Clients;
import dev.contactcenter.it.client.Person;
import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.WithKeycloak;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@Tag("continuous")
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("A token whose session lost an action")
final class PresentTokenIT {

    private final ContinuityRealm stage;

    PresentTokenIT(KeycloakServer server) {
        this.stage = ContinuityRealm.of(server, "present-token");
    }

    @AfterAll
    void close() {
        stage.close();
    }

    @BeforeEach
    void compliantOnly() {
        stage.policy(COMPLIANT_ONLY);
    }

    @Test
    void is_told_without_it_and_is_not_active_where_nothing_else_is_served() {
        Tokens tokens = stage.supervisorOn("p-1").signIn(stage.console(), ALL);
        assertThat(stage.isActive("recordings-api", tokens.access())).isTrue();

        stage.device("p-1", "noncompliant");

        JsonNode elsewhere =
                stage.introspect(Clients.ALL_GRANTS, tokens.access()).json();
        assertThat(elsewhere.path("active").asBoolean()).isTrue();
        assertThat(elsewhere.path("scope").asText()).contains(EVERYDAY).doesNotContain(PRIVILEGED);
        assertThat(elsewhere.path("contact_center").path("withheld").toString())
                .contains("recording:play", "device_not_compliant");
        Answer player = stage.introspect("recordings-api", tokens.access());
        assertThat(player.json()).hasToString("{\"active\":false}");
        assertThat(stage.userInfo(tokens.access()).status()).isEqualTo(200);
    }

    @Test
    void leaves_one_record_however_often_somebody_asks() {
        Tokens tokens = stage.supervisorOn("p-2").signIn(stage.console(), ALL);
        String sid = tokens.claims().path("sid").asText();
        stage.introspect(Clients.ALL_GRANTS, tokens.access());
        stage.device("p-2", "noncompliant");

        for (int i = 0; i < 3; i++) {
            stage.introspect(Clients.ALL_GRANTS, tokens.access());
            stage.introspect("recordings-api", tokens.access());
        }
        stage.device("p-2", "compliant");
        stage.introspect(Clients.ALL_GRANTS, tokens.access());
        Tokens last = new Person("supervisor").signIn(stage.console(), MODE + " " + EVERYDAY);

        stage.realm()
                .server()
                .records()
                .await(
                        stage.realm().name(),
                        one -> one.path("id")
                                .asText()
                                .equals(last.claims().path("txn").asText()));
        assertThat(stage.realm().records().stream()
                        .filter(one ->
                                one.path("actor").path("session").asText().equals(sid))
                        .filter(one -> one.path("hook").asText().equals("introspection")))
                .singleElement()
                .satisfies(record -> {
                    assertThat(record.path("outcome").asText()).isEqualTo("deny");
                    assertThat(record.path("reason").asText()).isEqualTo("device_not_compliant");
                    assertThat(record.path("actor").path("client").asText()).isEqualTo("supervisor-console");
                });
    }

    @Test
    void is_judged_by_where_its_session_was_last_and_not_by_where_the_gateway_is() {
        stage.policy("""
                rules:
                  - id: desk-only
                    actions: [recording:play]
                    when: network.zone != "desk"
                    deny: { reason: not_from_here }
                """);
        Tokens tokens = stage.supervisorOn("p-3").signIn(stage.console(), ALL);

        assertThat(stage.introspectFromElsewhere("recordings-api", tokens.access())
                        .json()
                        .path("active")
                        .asBoolean())
                .isTrue();

        Tokens away = new Tokens(stage.refreshFromElsewhere(tokens.refresh()));
        assertThat(away.scope()).contains(EVERYDAY).doesNotContain(PRIVILEGED);
        assertThat(stage.isActive("recordings-api", tokens.access())).isFalse();
        assertThat(stage.introspect(Clients.ALL_GRANTS, tokens.access()).text("scope"))
                .contains(EVERYDAY);
    }

    @Test
    void is_invalid_at_userinfo_if_nothing_is_left_of_it() {
        Tokens play = stage.supervisorOn("p-5").signIn(stage.console(), MODE + " " + PRIVILEGED);
        assertThat(stage.userInfo(play.access()).status()).isEqualTo(200);

        stage.device("p-5", "noncompliant");

        Answer refused = stage.userInfo(play.access());
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.headers().firstValue("WWW-Authenticate").orElse(""))
                .startsWith("Bearer ")
                .contains("error=\"invalid_token\"", "error_description=\"device_not_compliant\"");
        assertThat(refused.body()).doesNotContain("supervisor");
    }

    @Test
    void says_at_refresh_what_it_lacks_and_why() {
        Tokens tokens = stage.supervisorOn("p-6").signIn(stage.console(), ALL);
        stage.device("p-6", "noncompliant");

        Tokens less = new Tokens(stage.console().refresh(tokens.refresh()).orFail());
        stage.device("p-6", "compliant");
        Tokens again = new Tokens(stage.console().refresh(less.refresh()).orFail());

        assertThat(less.scope()).contains(EVERYDAY).doesNotContain(PRIVILEGED);
        assertThat(ContinuityRealm.withheld(less)).isEqualTo(Map.of(PRIVILEGED, "device_not_compliant"));
        assertThat(again.scope()).contains(PRIVILEGED);
        assertThat(ContinuityRealm.withheld(again)).isEmpty();
    }
}
