package dev.contactcenter.it.evidence;

import static dev.contactcenter.it.evidence.EvidenceRealm.CRM;
import static dev.contactcenter.it.evidence.EvidenceRealm.MODE;
import static dev.contactcenter.it.evidence.EvidenceRealm.OTHER;
import static dev.contactcenter.it.evidence.EvidenceRealm.PARAMETER;
import static dev.contactcenter.it.evidence.EvidenceRealm.RECORDINGS;
import static dev.contactcenter.it.evidence.EvidenceRealm.WHY;
import static dev.contactcenter.it.evidence.EvidenceRealm.details;
import static dev.contactcenter.it.evidence.EvidenceRealm.recordingOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.contactcenter.it.client.Person;
import dev.contactcenter.it.client.Screen;
import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.WithKeycloak;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("attack")
@Tag("story")
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("The evidence of a call")
final class EvidenceReviewIT {

    private static final int AT_ONCE = 12;

    private final KeycloakServer server;
    private final EvidenceRealm realm;

    EvidenceReviewIT(KeycloakServer server) {
        this.server = server;
        this.realm = EvidenceRealm.of(server, "evidence");
    }

    @AfterAll
    void close() {
        realm.close();
    }

    @Test
    void is_reviewed_with_a_passkey_and_a_reason_and_one_token_that_serves_once() {
        Tokens tokens = realm.review("call-1");

        JsonNode first = realm.introspect(RECORDINGS, tokens.access());
        JsonNode second = realm.introspect(RECORDINGS, tokens.access());

        assertThat(details(tokens.claims())).isEqualTo(EvidenceRealm.json("""
                [{"type":"contact_center_action","actions":["recording:play"],"interaction":"call-1","use":"once"}]"""));
        assertThat(tokens.scope()).doesNotContain("recording:play");
        assertThat(tokens.acr()).isEqualTo("phr");
        assertThat(tokens.answer().json().has("refresh_token")).isFalse();
        assertThat(first.path("active").asBoolean()).isTrue();
        assertThat(details(first)).isEqualTo(details(tokens.claims()));
        assertThat(second.path("active").asBoolean()).isFalse();
        assertThat(second).hasSize(1);
    }

    @Test
    void leaves_privileged_records_of_who_why_for_which_call_and_who_used_it() {
        Tokens tokens = realm.review("call-2");
        realm.introspect(RECORDINGS, tokens.access());

        JsonNode login = await("authorization", "call-2");
        JsonNode used = await("introspection", "call-2");

        assertThat(login.path("privileged").asBoolean()).isTrue();
        assertThat(login.path("actions")).hasToString("[\"recording:play\"]");
        assertThat(login.at("/about/justification").asText()).isEqualTo(WHY);
        assertThat(login.at("/actor/username").asText()).isEqualTo("supervisor");
        assertThat(used.at("/about/used_by").asText()).isEqualTo(RECORDINGS);
        assertThat(used.path("privileged").asBoolean()).isTrue();
    }

    private JsonNode await(String hook, String interaction) {
        return server.records()
                .await(
                        realm.realm().name(),
                        record -> record.path("hook").asText().equals(hook)
                                && record.path("outcome").asText().equals("permit")
                                && record.at("/about/authorization_details")
                                        .asText()
                                        .contains(interaction));
    }

    @Test
    void serves_one_of_many_who_ask_at_the_same_time() throws Exception {
        String token = realm.review("call-3").access();
        List<Callable<Boolean>> asking = IntStream.range(0, AT_ONCE)
                .<Callable<Boolean>>mapToObj(i -> () -> realm.isActive(i % 2 == 0 ? RECORDINGS : CRM, token))
                .toList();

        List<Future<Boolean>> answers;
        try (ExecutorService many = Executors.newFixedThreadPool(AT_ONCE)) {
            answers = many.invokeAll(asking);
        }

        assertThat(answers).extracting(Future::get).containsOnlyOnce(true).hasSize(AT_ONCE);
    }

    @Test
    void is_not_used_up_by_somebody_whom_it_is_not_for() {
        String token = realm.review("call-4").access();

        boolean other = realm.isActive(OTHER, token);
        boolean asPartyToken = realm.introspect(RECORDINGS, token, Map.of("token_type_hint", "requesting_party_token"))
                .json()
                .path("active")
                .asBoolean();

        assertThat(other).isFalse();
        assertThat(asPartyToken).isFalse();
        assertThat(realm.isActive(CRM, token)).isTrue();
        assertThat(realm.isActive(RECORDINGS, token))
                .as("after another resource server")
                .isFalse();
    }

    @Test
    void is_good_for_nothing_else() {
        String token = realm.review("call-5").access();

        Answer userInfo = realm.userInfo(token);
        Answer exchanged = realm.exchange(token, Map.of());

        assertThat(userInfo.status()).as(userInfo.toString()).isEqualTo(401);
        assertThat(exchanged.status()).as(exchanged.toString()).isEqualTo(400);
        assertThat(exchanged.body()).doesNotContain("access_token").contains("single_use_token");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void is_closed_without_a_reason_that_others_can_read(String what, String why, String flaw) {
        Person person = realm.supervisor();

        Screen again = EvidenceRealm.answer(person, realm.askedWhy(person, recordingOf("call-6")), why);

        assertThat(again.callback()).isEmpty();
        assertThat(again.page().select("#contact-center-justify-flaw").text())
                .as(again.toString())
                .contains(flaw);
        assertThat(EvidenceRealm.answer(person, again, WHY).callback()).containsKey("code");
    }

    static Stream<Arguments> is_closed_without_a_reason_that_others_can_read() {
        return Stream.of(
                arguments("nothing", "", "a little more"),
                arguments("spaces and lines", " \r\n\r\n          \n     ", "a little more"),
                arguments("one word", "because", "a little more"),
                arguments("an essay", "a".repeat(301), "too long"),
                arguments("a bell", "the customer\u0007 complained", "cannot be seen"),
                arguments("an escape", "the customer \u001b[2J complained", "cannot be seen"),
                arguments("text that runs backwards", "the customer \u202ecomplained", "cannot be seen"),
                arguments("a line separator", "the customer \u2028 complained about it", "cannot be seen"));
    }

    @Test
    void is_of_the_call_that_was_asked_for_whatever_a_form_says() {
        Person person = realm.supervisor();
        Screen asked = realm.askedWhy(person, recordingOf("call-7"));

        Screen end = person.browser()
                .submit(
                        asked,
                        "#contact-center-justify",
                        Map.of("justification", WHY, PARAMETER, recordingOf("call-8"), "interaction", "call-8"));

        assertThat(details(Person.tokens(realm.console(), end).claims())
                        .at("/0/interaction")
                        .asText())
                .isEqualTo("call-7");
    }

    @Test
    void is_not_had_by_a_reason_that_was_given_before_the_passkey() {
        Person person = realm.supervisor();
        Screen stepUp =
                person.typePassword(person.open(realm.console(), MODE, Map.of(PARAMETER, recordingOf("call-9"))));

        Screen forged = person.browser().submit(stepUp, "#webauth", Map.of("justification", WHY));

        assertThat(forged.callback()).doesNotContainKey("code");
    }

    @Test
    void needs_a_reason_anew_for_each_call() {
        Person person = realm.supervisor();
        realm.reviewed(person, "call-10");

        Screen next = person.open(realm.console(), MODE, Map.of(PARAMETER, recordingOf("call-11")));

        assertThat(next.has("contact-center-justify")).as(next.toString()).isTrue();
    }

    @Test
    void is_had_once_by_two_logins_of_one_browser_that_are_redeemed_late() {
        Person person = realm.supervisor();
        String first = realm.reviewed(person, "call-12").callback().get("code");
        String second = realm.reviewed(person, "call-12").callback().get("code");

        Tokens one = new Tokens(realm.redeem(first, Map.of()).orFail());
        Tokens other = new Tokens(realm.redeem(second, Map.of()).orFail());

        assertThat(Stream.of(one, other)
                        .filter(tokens -> details(tokens.claims()).size() == 1))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {MODE + " queue:monitor", MODE + " offline_access"})
    void is_asked_for_alone(String scope) {
        Map<String, String> back = realm.supervisor()
                .open(realm.console(), scope, Map.of(PARAMETER, recordingOf("call-13")))
                .callback();

        assertThat(back.get("error")).isIn("invalid_authorization_details", "invalid_scope");
    }

    @Test
    void can_be_left_alone() {
        Person person = realm.supervisor();
        Screen asked = realm.askedWhy(person, recordingOf("call-14"));

        Screen back = person.browser().submit(asked, "#contact-center-justify", Map.of("cancel", "true"));

        assertThat(back.callback()).containsEntry("error", "access_denied");
    }

    @Test
    void stays_closed_where_the_login_has_no_step_that_asks_why() {
        try (EvidenceRealm without = EvidenceRealm.of(
                server,
                "no-step",
                plan -> plan.change(found -> found.path("authenticationFlows")
                        .forEach(flow -> removeStep((ArrayNode) flow.path("authenticationExecutions")))))) {
            Person person = without.supervisor();

            Screen end = person.goOn(person.open(without.console(), MODE, Map.of(PARAMETER, recordingOf("call-15"))));

            assertThat(end.isRefusal()).as(end.toString()).isTrue();
            server.records()
                    .await(
                            without.realm().name(),
                            record -> record.path("reason").asText().equals("justification_missing"));
        }
    }

    private static void removeStep(ArrayNode executions) {
        for (int i = executions.size() - 1; i >= 0; i--) {
            if (executions.get(i).path("authenticator").asText().equals("contact-center-justification")) {
                executions.remove(i);
            }
        }
    }
}
