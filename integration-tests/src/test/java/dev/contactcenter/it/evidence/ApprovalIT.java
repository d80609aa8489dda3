package dev.contactcenter.it.evidence;

import static dev.contactcenter.it.evidence.EvidenceRealm.MODE;
import static dev.contactcenter.it.evidence.EvidenceRealm.PARAMETER;
import static dev.contactcenter.it.evidence.EvidenceRealm.RECORDINGS;
import static dev.contactcenter.it.evidence.EvidenceRealm.WHY;
import static dev.contactcenter.it.evidence.EvidenceRealm.details;
import static dev.contactcenter.it.evidence.EvidenceRealm.recordingOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contactcenter.it.client.Person;
import dev.contactcenter.it.client.Screen;
import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.Admin;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.RealmFixture;
import dev.contactcenter.it.server.Waiting;
import dev.contactcenter.it.server.WithKeycloak;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The evidence of a call that somebody else has to approve: the supervisor asks, a second one approves. */
@Tag("attack")
@Tag("story")
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("Evidence that somebody else has to approve")
final class ApprovalIT {

    private static final String SECOND = "second-supervisor";
    private static final String SCOPE = "evidence:approve";
    private static final String APPROVING = "Agreed with the head of the team";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final KeycloakServer server;
    private final EvidenceRealm realm;
    private Person second = new Person(SECOND);
    private Person agent = new Person("agent");

    ApprovalIT(KeycloakServer server) {
        this.server = server;
        this.realm = EvidenceRealm.of(server, "approval", plan -> planned(plan, "PT10M"));
    }

    private static RealmFixture.Plan planned(RealmFixture.Plan plan, String within) {
        return plan.policy(text -> text.replaceFirst(
                                "(recording:play:) +\\{ justification: (\\{[^}]*}), use: once }",
                                "$1 { justification: $2, approval: { by: evidence:approve, within: " + within
                                        + " }, use: once }\n  evidence:approve: { justification: { least: 10 } }")
                        .replaceFirst(
                                "(?m)^(  recording:download:.*)$",
                                "$1\n  evidence:approve:   { tier: 3, privileged: true, audience: [recordings-api] }")
                        .replace("transcript:view, export:create]", "transcript:view, export:create, evidence:approve]")
                        .replace(
                                "actions: [recording:play, recording:download, transcript:view]",
                                "actions: [recording:play, recording:download, transcript:view, evidence:approve]"))
                .client(
                        "supervisor-console",
                        client -> client.withArray("/optionalClientScopes").add(SCOPE))
                .change(ApprovalIT::addSecondSupervisor);
    }

    private static void addSecondSupervisor(ObjectNode realm) {
        ObjectNode scope = realm.withArray("/clientScopes").addObject();
        scope.put("name", SCOPE).put("protocol", "openid-connect");
        scope.withObject("/attributes").put("include.in.token.scope", "true");
        for (JsonNode user : realm.withArray("/users").deepCopy()) {
            if (user.path("username").asText().equals("supervisor")) {
                ObjectNode another = user.deepCopy();
                another.put("username", SECOND).put("email", SECOND + "@example.test");
                realm.withArray("/users").add(another);
            }
        }
    }

    @BeforeAll
    void enrol() {
        second.signIn(realm.console(), EvidenceRealm.EVERYDAY);
        agent.signIn(realm.console(), "mode:agent record:view");
    }

    @AfterAll
    void close() {
        realm.close();
    }

    /** The supervisor has said why and is shown the code that they wait under. */
    private static Screen waiting(EvidenceRealm at, Person person, String call) {
        Screen shown = EvidenceRealm.answer(person, at.askedWhy(person, recordingOf(call)), WHY);
        assertThat(shown.has("contact-center-approval")).as(shown.toString()).isTrue();
        return shown;
    }

    private Screen waiting(Person person, String call) {
        return waiting(realm, person, call);
    }

    private static String code(Screen waiting) {
        return waiting.page().select("#contact-center-approval-code").text();
    }

    private static Screen goOn(Person person, Screen waiting) {
        return person.browser().submit(waiting, "#contact-center-approval-form", Map.of());
    }

    private static String approvalOf(String call, String code) {
        return """
                [{"type":"contact_center_action","actions":["evidence:approve"],"interaction":"%s","identifier":"%s"}]""".formatted(call, code);
    }

    /** Somebody asks to approve, uses the passkey, and says why if asked. */
    private static Screen approve(EvidenceRealm at, Person person, String mode, String call, String code) {
        Screen asked = person.goOn(person.open(at.console(), mode, Map.of(PARAMETER, approvalOf(call, code))));
        return asked.has("contact-center-justify") ? EvidenceRealm.answer(person, asked, APPROVING) : asked;
    }

    private Screen approve(Person person, String call, String code) {
        return approve(realm, person, MODE, call, code);
    }

    private void assertRefused(Screen screen, String reason) {
        assertThat(screen.isRefusal()).as(screen.toString()).isTrue();
        JsonNode record = server.records()
                .await(realm.realm().name(), one -> one.path("id").asText().startsWith(screen.refusalCode()));
        assertThat(record.path("reason").asText()).isEqualTo(reason);
    }

    @Test
    void is_opened_once_a_second_supervisor_approves_and_the_records_tell_both() {
        Person person = realm.supervisor();
        Screen waits = waiting(person, "call-1");
        assertThat(goOn(person, waits).callback()).as("before anybody approved").isEmpty();

        Person approver = second.elsewhere();
        Screen shown = approver.goOn(
                approver.open(realm.console(), MODE, Map.of(PARAMETER, approvalOf("call-1", code(waits)))));
        assertThat(shown.page().select(".contact-center-approves").text())
                .contains("supervisor", "Play a recording", WHY);
        assertThat(EvidenceRealm.answer(approver, shown, APPROVING).callback()).containsKey("code");
        Tokens tokens = Person.tokens(realm.console(), goOn(person, waits));

        assertThat(details(tokens.claims()).at("/0/interaction").asText()).isEqualTo("call-1");
        assertThat(realm.isActive(RECORDINGS, tokens.access())).isTrue();
        JsonNode opened = record("approved_by", "call-1");
        assertThat(opened.at("/about/approved_by").asText()).isEqualTo(SECOND);
        assertThat(opened.at("/about/justification").asText()).isEqualTo(WHY);
        assertThat(opened.path("privileged").asBoolean()).isTrue();
        JsonNode approved = record("approved_for", "call-1");
        assertThat(approved.at("/actor/username").asText()).isEqualTo(SECOND);
        assertThat(approved.at("/about/approved_for").asText()).isEqualTo("supervisor");
        assertThat(approved.at("/about/justification").asText()).isEqualTo(APPROVING);
    }

    private JsonNode record(String member, String call) {
        return server.records()
                .await(
                        realm.realm().name(),
                        one -> one.path("about").has(member)
                                && one.at("/about/authorization_details")
                                        .asText()
                                        .contains(call + "\""));
    }

    @Test
    void is_not_approved_by_the_person_who_asks_at_another_browser_or_the_same() {
        Person person = realm.supervisor();
        Screen waits = waiting(person, "call-2");

        assertRefused(approve(realm.supervisor(), "call-2", code(waits)), "approval_of_own_request");
        assertThat(goOn(person, waits).callback()).isEmpty();
    }

    @Test
    void is_not_approved_twice_with_one_code() {
        Person person = realm.supervisor();
        Screen waits = waiting(person, "call-3");
        approve(second.elsewhere(), "call-3", code(waits));

        assertRefused(approve(second.elsewhere(), "call-3", code(waits)), "approval_not_open");
        assertThat(goOn(person, waits).callback()).containsKey("code");
        assertRefused(approve(second.elsewhere(), "call-3", code(waits)), "approval_not_open");
    }

    @Test
    void is_not_opened_by_an_approval_of_an_earlier_request() {
        Person person = realm.supervisor();
        Screen waits = waiting(person, "call-4");
        approve(second.elsewhere(), "call-4", code(waits));
        assertThat(goOn(person, waits).callback()).containsKey("code");

        Person anew = realm.supervisor();
        Screen again = waiting(anew, "call-4");

        assertThat(code(again)).isNotEqualTo(code(waits));
        assertThat(goOn(anew, again).callback()).isEmpty();
    }

    @Test
    void is_of_the_call_that_was_approved() {
        Person person = realm.supervisor();
        Screen waits = waiting(person, "call-5");

        assertRefused(approve(second.elsewhere(), "call-6", code(waits)), "approval_not_open");
        assertThat(goOn(person, waits).callback()).isEmpty();
    }

    @Test
    void is_not_opened_by_an_approval_that_another_waits_for() {
        Person person = realm.supervisor();
        Screen mine = waiting(person, "call-7");
        Screen other = waiting(realm.supervisor(), "call-8");
        approve(second.elsewhere(), "call-8", code(other));

        Screen forged = person.browser()
                .submit(
                        mine,
                        "#contact-center-approval-form",
                        Map.of("code", code(other), "approval", code(other), "interaction", "call-8"));

        assertThat(forged.callback()).isEmpty();
    }

    @Test
    void is_not_approved_by_somebody_who_may_not() {
        Person person = realm.supervisor();
        Screen waits = waiting(person, "call-9");

        Screen end = approve(realm, agent.elsewhere(), "mode:agent", "call-9", code(waits));

        assertThat(end.callback()).doesNotContainKey("code");
        assertThat(goOn(person, waits).callback()).isEmpty();
    }

    @Test
    void is_not_approved_with_a_code_that_nobody_waits_under() {
        assertRefused(approve(second.elsewhere(), "call-10", "BCDF-GHJK"), "approval_not_open");
    }

    @Test
    void is_not_opened_by_an_approval_that_comes_too_late() {
        try (EvidenceRealm hasty = EvidenceRealm.of(server, "hasty", plan -> planned(plan, "PT2S"))) {
            Person approver = new Person(SECOND);
            approver.signIn(hasty.console(), EvidenceRealm.EVERYDAY);
            Person person = hasty.supervisor();
            Screen waits = waiting(hasty, person, "call-11");
            String first = code(waits);
            // Each look begins to wait anew once the time is over.
            Screen anew = Waiting.until(
                    PATIENCE,
                    () -> Optional.of(goOn(person, waits))
                            .filter(screen -> !code(screen).equals(first)),
                    () -> "The code never ends");

            Screen late = approve(hasty, approver, MODE, "call-11", first);

            assertThat(late.isRefusal()).as(late.toString()).isTrue();
            assertThat(anew.callback()).isEmpty();
            assertThat(goOn(person, anew).callback()).isEmpty();
        }
    }

    @Test
    void cannot_be_told_by_the_browser_that_it_is_approved() {
        Person person = realm.supervisor();
        Screen waits = waiting(person, "call-12");

        Screen forged = person.browser()
                .submit(
                        waits,
                        "#contact-center-approval-form",
                        Map.of("approved_by", SECOND, "approved", "true", "justification", WHY));

        assertThat(forged.callback()).isEmpty();
        assertThat(forged.has("contact-center-approval")).isTrue();
    }

    @Test
    void asks_a_policy_for_an_approver_who_says_why() {
        String before = realm.realm().admin().policy();

        String refusal = realm.realm()
                .admin()
                .putPolicy(before.replaceFirst("(?m)^  evidence:approve: \\{ justification.*$", ""))
                .body();

        assertThat(refusal).contains("cannot approve, because it is not asked for in detail with a justification");
        assertThat(Admin.object(refusal)).isNotEmpty();
    }
}
