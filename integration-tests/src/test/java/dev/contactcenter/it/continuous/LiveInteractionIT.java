package dev.contactcenter.it.continuous;

import static dev.contactcenter.it.continuous.ContinuityRealm.EVERYDAY;
import static dev.contactcenter.it.continuous.ContinuityRealm.PRIVILEGED;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.contactcenter.it.attack.Clients;
import dev.contactcenter.it.client.Person;
import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.Waiting;
import dev.contactcenter.it.server.WithKeycloak;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@Tag("continuous")
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("A violation in a live call")
final class LiveInteractionIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String RULES = """
            continuity: { grace: PT10M }
            rules:
              - id: failing-device
                when: device.compliance == "noncompliant"
                deny: { reason: device_not_compliant }
            """;

    private final ContinuityRealm stage;
    private final Phone phone;

    LiveInteractionIT(KeycloakServer server) {
        stage = ContinuityRealm.of(server, "live");
        stage.source("telephony", "contact-center-interaction", Map.of());
        stage.policy(RULES);
        phone = Phone.in(stage.realm());
    }

    @AfterAll
    void close() {
        stage.close();
    }

    private Tokens signInOn(String device) {
        return stage.supervisorOn(device).signIn(stage.console(), ContinuityRealm.ALL);
    }

    private List<String> atRefresh(Tokens tokens) {
        Answer answer = stage.console().refresh(tokens.refresh());
        return answer.status() == 200 ? new Tokens(answer).scope() : List.of();
    }

    private List<String> atTheGateway(Tokens tokens) {
        return List.of(stage.introspect(Clients.ALL_GRANTS, tokens.access())
                .text("scope")
                .split(" "));
    }

    private void assertNothingIsLeft(Tokens tokens) {
        assertThat(atRefresh(tokens)).isEmpty();
        assertThat(stage.isActive(Clients.ALL_GRANTS, tokens.access())).isFalse();
    }

    @Test
    void lets_the_call_go_on_without_what_is_privileged_until_the_call_ends() {
        Tokens tokens = signInOn("l-1");
        phone.live(tokens, "call-1", 1);
        stage.device("l-1", "noncompliant");

        assertThat(atTheGateway(tokens)).contains(EVERYDAY).doesNotContain(PRIVILEGED);
        assertThat(atRefresh(tokens)).contains(EVERYDAY).doesNotContain(PRIVILEGED);
        assertThat(stage.userInfo(tokens.access()).status()).isEqualTo(200);
        JsonNode record = stage.realm()
                .server()
                .records()
                .await(
                        stage.realm().name(),
                        one -> one.at("/actor/session").asText().equals(Phone.sid(tokens))
                                && one.path("hook").asText().equals("refresh")
                                && one.path("outcome").asText().equals("permit"));
        assertThat(record.at("/excused/0/reason").asText()).isEqualTo("live_interaction");
        assertThat(record.at("/excused/0/rule").asText()).isEqualTo("failing-device");
        assertThat(record.at("/excused/0/until").asText()).isNotEmpty();

        phone.idle(tokens, 2);

        assertNothingIsLeft(tokens);
    }

    @Test
    void is_over_as_soon_as_it_heals_and_all_is_back() {
        Tokens tokens = signInOn("l-2");
        phone.live(tokens, "call-1", 1);
        stage.device("l-2", "noncompliant");
        assertThat(atRefresh(tokens)).contains(EVERYDAY).doesNotContain(PRIVILEGED);

        stage.device("l-2", "compliant");

        assertThat(atRefresh(tokens)).contains(EVERYDAY, PRIVILEGED);
    }

    @Test
    void gives_nothing_to_who_asks_anew_in_the_middle_of_it() {
        Person person = stage.supervisorOn("l-3");
        Tokens tokens = person.signIn(stage.console(), ContinuityRealm.ALL);
        phone.live(tokens, "call-1", 1);
        stage.device("l-3", "noncompliant");

        assertThat(stage.code(person, ContinuityRealm.MODE + " " + EVERYDAY)).doesNotContainKey("code");
        assertThat(atRefresh(tokens)).contains(EVERYDAY);
    }

    @Test
    void that_began_before_the_call_has_no_grace() {
        Tokens tokens = signInOn("l-4");
        stage.device("l-4", "noncompliant");
        assertNothingIsLeft(tokens);

        phone.live(tokens, "call-1", 1);

        assertNothingIsLeft(tokens);
    }

    @Test
    void of_the_call_before_has_no_grace_in_the_next_unless_it_healed() {
        Tokens tokens = signInOn("l-5");
        phone.live(tokens, "call-1", 1);
        stage.device("l-5", "noncompliant");
        assertThat(atRefresh(tokens)).contains(EVERYDAY);

        phone.live(tokens, "call-2", 2);
        assertNothingIsLeft(tokens);

        stage.device("l-5", "compliant");
        assertThat(atRefresh(tokens)).contains(EVERYDAY);
        phone.live(tokens, "call-3", 3);
        stage.device("l-5", "noncompliant");
        assertThat(atRefresh(tokens)).contains(EVERYDAY);
    }

    @Test
    void ends_with_its_grace_which_neither_repetition_nor_flapping_makes_longer() {
        Tokens tokens = signInOn("l-6");
        phone.live(tokens, "call-1", 1);
        stage.device("l-6", "noncompliant");
        assertThat(atRefresh(tokens)).contains(EVERYDAY);

        // The note says since when, so that a shorter grace ends for a violation that began under a longer one.
        stage.policy(RULES.replace("PT10M", "PT1S"));
        Waiting.until(
                PATIENCE,
                () -> atRefresh(tokens).isEmpty() ? Optional.of(true) : Optional.empty(),
                () -> "The grace never ends");

        phone.live(tokens, "call-1", 2);
        assertNothingIsLeft(tokens);
        stage.device("l-6", "compliant");
        assertThat(atRefresh(tokens)).contains(EVERYDAY, PRIVILEGED);
        stage.device("l-6", "noncompliant");
        assertNothingIsLeft(tokens);
        stage.policy(RULES);
    }

    @Test
    void has_no_grace_once_the_telephony_system_has_gone_quiet() {
        Tokens tokens = signInOn("l-7");
        phone.stored(tokens, "{\"state\":\"live\",\"interaction_id\":\"call-1\",\"sequence\":1,\"expires_in\":1}");
        stage.device("l-7", "noncompliant");

        Waiting.until(
                PATIENCE,
                () -> atRefresh(tokens).isEmpty() ? Optional.of(true) : Optional.empty(),
                () -> "The call never ends");
    }

    @Test
    void of_one_session_is_none_of_another() {
        Tokens tokens = signInOn("l-8");
        Tokens other = signInOn("l-8");
        phone.live(other, "call-1", 1);
        stage.device("l-8", "noncompliant");

        assertNothingIsLeft(tokens);
        assertThat(atRefresh(other)).contains(EVERYDAY);
    }
}
