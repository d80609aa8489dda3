package dev.contactcenter.it.continuous;

import static dev.contactcenter.it.continuous.ContinuityRealm.EVERYDAY;
import static dev.contactcenter.it.continuous.ContinuityRealm.MODE;
import static dev.contactcenter.it.continuous.ContinuityRealm.PRIVILEGED;
import static org.assertj.core.api.Assertions.assertThat;

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

/** What the telephony system tells changes what the same session may do, with the same refresh token. */
@Tag("continuous")
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("Who has just hung up")
final class WrapUpIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String RULES = """
            signals:
              interaction:
                missing:
                  - { tiers: [0, 1, 2, 3], read: unknown }
            rules:
              - id: not-in-wrap-up
                actions: [recording:play]
                when: interaction.state == "wrap-up"
                deny: { reason: not_in_wrap_up }
            """;

    private final ContinuityRealm stage;
    private final Phone phone;

    WrapUpIT(KeycloakServer server) {
        stage = ContinuityRealm.of(server, "wrap-up");
        stage.source("telephony", "contact-center-interaction", Map.of());
        stage.policy(RULES);
        phone = Phone.in(stage.realm());
    }

    @AfterAll
    void close() {
        stage.close();
    }

    private Tokens signIn() {
        return stage.supervisorOn("desk").signIn(stage.console(), ContinuityRealm.ALL);
    }

    private void wrapUp(Tokens tokens, int sequence) {
        phone.stored(
                tokens, "{\"state\":\"wrap-up\",\"interaction_id\":\"call-1\",\"sequence\":%d}".formatted(sequence));
    }

    private List<String> atRefresh(Tokens tokens) {
        return refreshed(tokens).scope();
    }

    private Tokens refreshed(Tokens tokens) {
        return new Tokens(stage.console().refresh(tokens.refresh()).orFail());
    }

    private List<String> atTheGateway(Tokens tokens) {
        return List.of(stage.introspect(Clients.ALL_GRANTS, tokens.access())
                .text("scope")
                .split(" "));
    }

    @Test
    void keeps_what_wrap_up_is_for_and_has_the_rest_again_with_the_next_call() {
        Tokens tokens = signIn();
        phone.live(tokens, "call-1", 1);
        assertThat(atRefresh(tokens)).contains(EVERYDAY, PRIVILEGED);

        wrapUp(tokens, 2);

        Tokens narrow = refreshed(tokens);
        assertThat(narrow.scope()).contains(EVERYDAY).doesNotContain(PRIVILEGED);
        assertThat(ContinuityRealm.withheld(narrow)).containsExactly(Map.entry(PRIVILEGED, "not_in_wrap_up"));

        phone.live(tokens, "call-2", 3);

        assertThat(atRefresh(tokens)).contains(EVERYDAY, PRIVILEGED);
    }

    @Test
    void loses_it_in_the_tokens_that_are_out_already_too() {
        Tokens tokens = signIn();
        phone.live(tokens, "call-1", 1);
        assertThat(atTheGateway(tokens)).contains(EVERYDAY, PRIVILEGED);

        wrapUp(tokens, 2);

        assertThat(atTheGateway(tokens)).contains(EVERYDAY).doesNotContain(PRIVILEGED);
        Answer exchanged = stage.exchange(tokens.access(), PRIVILEGED);
        assertThat(exchanged.status()).as(exchanged.toString()).isEqualTo(400);

        phone.idle(tokens, 3);

        assertThat(atTheGateway(tokens)).contains(EVERYDAY, PRIVILEGED);
    }

    @Test
    void is_not_given_it_anew_in_that_session() {
        Person person = stage.supervisorOn("desk");
        Tokens tokens = person.signIn(stage.console(), ContinuityRealm.ALL);
        wrapUp(tokens, 1);

        assertThat(stage.code(person, MODE + " " + PRIVILEGED)).doesNotContainKey("code");
        assertThat(stage.code(person, MODE + " " + EVERYDAY)).containsKey("code");
    }

    @Test
    void has_it_again_when_the_telephony_system_has_gone_quiet() {
        Tokens tokens = signIn();
        phone.stored(tokens, "{\"state\":\"wrap-up\",\"interaction_id\":\"call-1\",\"sequence\":1,\"expires_in\":3}");
        assertThat(atRefresh(tokens)).doesNotContain(PRIVILEGED);

        Waiting.until(
                PATIENCE,
                () -> Optional.of(atRefresh(tokens)).filter(scope -> scope.contains(PRIVILEGED)),
                () -> "The wrap-up never ends");
    }
}
