package dev.contactcenter.it.evidence;

import static dev.contactcenter.it.evidence.EvidenceRealm.CRM;
import static dev.contactcenter.it.evidence.EvidenceRealm.EVERYDAY;
import static dev.contactcenter.it.evidence.EvidenceRealm.MODE;
import static dev.contactcenter.it.evidence.EvidenceRealm.PARAMETER;
import static dev.contactcenter.it.evidence.EvidenceRealm.details;
import static dev.contactcenter.it.evidence.EvidenceRealm.fields;
import static dev.contactcenter.it.evidence.EvidenceRealm.recordingOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import dev.contactcenter.it.client.Person;
import dev.contactcenter.it.client.Screen;
import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.Http;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.WithKeycloak;
import java.net.URI;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("attack")
@Tag("modes")
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("What is asked for in detail")
final class AuthorizationDetailsIT {

    private static final String INVALID = "invalid_authorization_details";

    private final EvidenceRealm realm;

    AuthorizationDetailsIT(KeycloakServer server) {
        this.realm = EvidenceRealm.of(server, "details");
    }

    @AfterAll
    void close() {
        realm.close();
    }

    @Test
    void has_a_type_that_discovery_names() {
        JsonNode discovery = Http.get(realm.realm().url() + "/.well-known/openid-configuration")
                .orFail()
                .json();

        assertThat(discovery.path("authorization_details_types_supported").toString())
                .contains("\"contact_center_action\"");
    }

    @Test
    void stands_in_the_token_the_answer_and_introspection_and_is_no_scope() {
        Tokens tokens = signIn(EVERYDAY, fields("status", "id"));

        assertThat(details(tokens.claims())).isEqualTo(EvidenceRealm.json("""
                [{"type":"contact_center_action","actions":["record:view"],"identifier":"C-17","fields":["id","status"]}]"""));
        assertThat(details(tokens.answer().json())).isEqualTo(details(tokens.claims()));
        assertThat(details(realm.introspect(CRM, tokens.access()))).isEqualTo(details(tokens.claims()));
        assertThat(tokens.scope()).contains("queue:monitor").doesNotContain("record:view");
        assertThat(tokens.claims().path("aud").toString()).contains(CRM);
    }

    @Test
    void is_shown_where_the_passkey_is_asked_for() {
        Person person = realm.supervisor();

        Screen stepUp =
                person.typePassword(person.open(realm.console(), MODE, Map.of(PARAMETER, recordingOf("call-4711"))));

        assertThat(stepUp.asksForPasskeyOnly()).as(stepUp.toString()).isTrue();
        assertThat(stepUp.page().select(".contact-center-detail").text())
                .contains("Play a recording")
                .contains("call-4711");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unusable")
    void is_refused_if_it_cannot_be_used(String what, String details) {
        Map<String, String> back = realm.supervisor()
                .open(realm.console(), EVERYDAY, Map.of(PARAMETER, details))
                .callback();
        Answer pushed = realm.push(Map.of(PARAMETER, details));

        // Of a type or a text that it does not know, Keycloak's authorization endpoint has another name for the same.
        assertThat(back.get("error")).isIn(INVALID, "invalid_request");
        assertThat(back).doesNotContainKey("code");
        assertThat(pushed.status()).as(pushed.toString()).isEqualTo(400);
        assertThat(pushed.text("error")).isEqualTo(INVALID);
    }

    static Stream<Arguments> unusable() {
        return Stream.of(
                arguments("no JSON", "play"),
                arguments("an object", "{\"type\":\"contact_center_action\",\"actions\":[\"record:view\"]}"),
                arguments("nothing", "[]"),
                arguments("an unknown type", "[{\"type\":\"payment\"}]"),
                arguments(
                        "an unknown type beside", one("record:view", "").replace("]}]", "]},{\"type\":\"payment\"}]")),
                arguments("an unknown member", one("record:view", ",\"everything\":true")),
                arguments("a member of RFC 9396 that the type lacks", one("record:view", ",\"locations\":[\"a\"]")),
                arguments("a member twice", one("record:view", ",\"actions\":[\"queue:monitor\"]")),
                arguments("an identifier that is a number", one("record:view", ",\"identifier\":17")),
                arguments("an interaction with a line break", one("record:view", ",\"interaction\":\"a\\nb\"")),
                arguments("no action", "[{\"type\":\"contact_center_action\",\"actions\":[]}]"),
                arguments("actions left out", "[{\"type\":\"contact_center_action\"}]"),
                arguments("an unknown action", one("record:burn", "")),
                arguments("an action that is not asked for so", one("queue:monitor", "")),
                arguments("a field outside the set", one("record:view", ",\"fields\":[\"billing.iban\"]")),
                arguments("a recording of no call", one("recording:play", "")),
                arguments(
                        "more than Keycloak keeps",
                        one("record:view", ",\"identifier\":\"" + "a".repeat(2000) + "\"")));
    }

    private static String one(String action, String more) {
        return "[{\"type\":\"contact_center_action\",\"actions\":[\"" + action + "\"]" + more + "}]";
    }

    @Test
    void is_refused_if_the_mode_lacks_the_action() {
        Map<String, String> back = realm.supervisor()
                .open(realm.console(), "mode:agent", Map.of(PARAMETER, recordingOf("call-1")))
                .callback();

        assertThat(back).containsEntry("error", INVALID);
    }

    @Test
    void is_refused_if_the_same_action_is_asked_for_as_a_scope() {
        Map<String, String> back = realm.supervisor()
                .open(realm.console(), MODE + " record:view", Map.of(PARAMETER, fields("id")))
                .callback();

        assertThat(back).containsEntry("error", INVALID);
    }

    @Test
    void is_decided_like_a_scope_if_the_person_lacks_the_mode() {
        Person outsider = new Person("outsider");

        Screen end = outsider.goOn(outsider.open(realm.console(), MODE, Map.of(PARAMETER, fields("id"))));

        assertThat(end.isRefusal()).as(end.toString()).isTrue();
    }

    @Test
    void cannot_be_put_beside_a_request_that_was_pushed() {
        String requestUri = realm.push(Map.of()).orFail().text("request_uri");

        Map<String, String> back = realm.supervisor()
                .open(realm.console(), MODE, Map.of("request_uri", requestUri, PARAMETER, fields("id")))
                .callback();

        assertThat(back).containsEntry("error", INVALID);
    }

    @Test
    void can_be_pushed() {
        String requestUri = realm.push(Map.of(PARAMETER, fields("id"))).orFail().text("request_uri");
        Person person = realm.supervisor();

        Screen end = person.goOn(person.browser()
                .open(URI.create(realm.realm().url()
                        + "/protocol/openid-connect/auth?client_id=supervisor-console&request_uri=" + requestUri)));

        assertThat(details(Person.tokens(realm.console(), end).claims())).hasSize(1);
    }

    @Test
    void cannot_be_added_or_changed_at_the_code_exchange() {
        Person person = realm.supervisor();
        String plain = code(person, Map.of());
        Answer added = realm.redeem(plain, Map.of(PARAMETER, fields("id")));
        String narrow = code(person, Map.of(PARAMETER, fields("id")));
        Answer changed = realm.redeem(narrow, Map.of(PARAMETER, fields("id", "status")));

        assertThat(added.status()).as(added.toString()).isEqualTo(400);
        assertThat(added.text("error")).isEqualTo(INVALID);
        assertThat(changed.status()).as(changed.toString()).isEqualTo(400);
        assertThat(changed.text("error")).isEqualTo(INVALID);
    }

    @Test
    void may_be_repeated_at_the_code_exchange() {
        Answer repeated = realm.redeem(
                code(realm.supervisor(), Map.of(PARAMETER, fields("id"))), Map.of(PARAMETER, fields("id")));

        assertThat(details(new Tokens(repeated.orFail()).claims())).hasSize(1);
    }

    @Test
    void is_had_once_for_one_login_whatever_codes_a_browser_has() {
        Person person = realm.supervisor();
        String plain = code(person, Map.of());
        String first = code(person, Map.of(PARAMETER, fields("id")));
        Tokens ofFirst = new Tokens(realm.redeem(first, Map.of()).orFail());
        Tokens ofPlain = new Tokens(realm.redeem(plain, Map.of()).orFail());
        Tokens later = new Tokens(realm.redeem(code(person, Map.of()), Map.of()).orFail());

        assertThat(details(ofFirst.claims())).hasSize(1);
        assertThat(details(ofPlain.claims()).isMissingNode()).isTrue();
        assertThat(details(later.claims()).isMissingNode()).isTrue();
    }

    @Test
    void is_only_ever_narrowed_by_a_refresh() {
        Tokens tokens = signIn(EVERYDAY, fields("id", "status"));

        Tokens same = new Tokens(realm.console().refresh(tokens.refresh()).orFail());
        Tokens narrow = new Tokens(realm.refresh(tokens.refresh(), fields("id")).orFail());
        Answer wider = realm.refresh(tokens.refresh(), fields("id", "language"));
        Answer all = realm.refresh(tokens.refresh(), one("record:view", ",\"identifier\":\"C-17\""));
        Answer another = realm.refresh(tokens.refresh(), fields("id").replace("C-17", "C-18"));
        Answer more = realm.refresh(tokens.refresh(), recordingOf("call-1"));
        Answer unknown = realm.refresh(tokens.refresh(), "[{\"type\":\"payment\"}]");

        assertThat(details(same.claims())).isEqualTo(details(tokens.claims()));
        assertThat(details(same.answer().json())).isEqualTo(details(tokens.claims()));
        assertThat(details(narrow.claims()).at("/0/fields")).hasToString("[\"id\"]");
        assertThat(Stream.of(wider, all, another, more, unknown))
                .allSatisfy(refused -> assertThat(refused.text("error")).isEqualTo(INVALID));
        Tokens again = new Tokens(realm.console().refresh(narrow.refresh()).orFail());
        assertThat(details(again.claims())).isEqualTo(details(tokens.claims()));
    }

    @Test
    void leaves_token_and_introspection_when_the_policy_closes_it_and_comes_back() {
        String before = realm.realm().admin().policy();
        Tokens tokens = signIn(EVERYDAY, fields("id"));

        realm.realm()
                .admin()
                .putPolicy(before.replace(
                        "rules:\n",
                        "rules:\n  - { id: closed, actions: [\"record:view\"], deny: { reason: closed_for_today } }\n"))
                .orFail();
        Tokens refreshed = new Tokens(realm.console().refresh(tokens.refresh()).orFail());
        boolean active = realm.isActive(CRM, tokens.access());
        realm.realm().admin().putPolicy(before).orFail();
        Tokens back = new Tokens(realm.console().refresh(refreshed.refresh()).orFail());

        assertThat(details(refreshed.claims()).isMissingNode()).isTrue();
        assertThat(details(refreshed.answer().json()).size()).isZero();
        assertThat(refreshed.claims().at("/contact_center/withheld").toString()).contains("closed_for_today");
        assertThat(active)
                .as("record:view in detail was not all that the token had for the CRM")
                .isTrue();
        assertThat(details(back.claims())).hasSize(1);
    }

    @Test
    void is_for_services_what_their_catalogue_has() {
        Tokens given = new Tokens(realm.service(fields("id")).orFail());
        Answer notTheirs = realm.service(recordingOf("call-1"));
        Answer field = realm.service(fields("billing.iban"));
        Answer anothers = realm.service(fields("id", "tier"));
        Answer unknown = realm.service("[{\"type\":\"payment\"}]");

        assertThat(details(given.claims()).at("/0/fields")).hasToString("[\"id\"]");
        assertThat(given.claims().path("aud").toString()).contains(CRM);
        assertThat(Stream.of(notTheirs, field, anothers, unknown))
                .allSatisfy(refused -> assertThat(refused.text("error")).isEqualTo(INVALID));
    }

    @Test
    void is_refused_by_a_grant_that_would_drop_it_and_not_carried_into_an_exchange() {
        Tokens tokens = signIn(EVERYDAY, fields("id"));

        Answer dropped = realm.exchange(tokens.access(), Map.of(PARAMETER, fields("id")));
        Answer exchanged = realm.exchange(tokens.access(), Map.of());

        assertThat(dropped.text("error")).as(dropped.toString()).isEqualTo(INVALID);
        assertThat(exchanged.status()).as(exchanged.toString()).isEqualTo(200);
        assertThat(details(Tokens.claims(exchanged.text("access_token"))).isMissingNode())
                .isTrue();
    }

    private Tokens signIn(String scope, String details) {
        return realm.supervisor().signIn(realm.console(), scope, Map.of(PARAMETER, details));
    }

    private String code(Person person, Map<String, String> more) {
        Screen end = person.goOn(person.open(realm.console(), EVERYDAY, more));
        return end.callback().get("code");
    }
}
