package dev.contactcenter.it.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contactcenter.it.audit.Receiver.Mood;
import dev.contactcenter.it.client.Person;
import dev.contactcenter.it.oidc.TestApp;
import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.Admin;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.Waiting;
import dev.contactcenter.it.server.WithKeycloak;
import dev.contactcenter.listeners.rendering.OcsfSchema;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("audit")
@WithKeycloak
@DisplayName("A webhook")
final class WebhookSinkIT {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    /** What of each is on record, as OCSF codes it. */
    private static final List<String> KINDS =
            List.of("permit", "denial", "configuration_changed", "step_up", "revocation_ordered", "session_ended");

    private final KeycloakServer server;
    private final Receiver receiver = new Receiver();
    private SinkRealm realm;

    WebhookSinkIT(KeycloakServer server) {
        this.server = server;
    }

    @BeforeEach
    void aRealm() {
        realm = new SinkRealm(server);
    }

    @AfterEach
    void leave() {
        realm.close();
        receiver.close();
    }

    @Test
    void gets_each_decision_of_its_realm_signed_and_in_order_and_the_servers_own_sink_does_not() {
        realm.webhook(receiver, Map.of());

        realm.permit(7);

        awaitAll();
        assertThat(server.records().decisionsOf(realm.fixture().name())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"WELL", "NO_DENIALS"})
    void that_answers_badly_costs_a_grant_nothing_and_loses_nothing(Mood mood) {
        realm.webhook(receiver, Map.of());
        realm.permit(1);
        receiver.is(mood);
        receiver.awaitVisit();

        long begin = System.nanoTime();
        realm.permit(8);
        Duration taken = Duration.ofNanos(System.nanoTime() - begin);
        receiver.is(Mood.WELL);

        awaitAll();
        assertThat(taken).as("8 grants while the receiver is " + mood).isLessThan(Duration.ofSeconds(8));
    }

    @Test
    void has_what_it_took_noted_while_the_rest_of_the_batch_is_still_under_way() {
        realm.webhook(receiver, Map.of("state", "paused", "batch", "1", "timeout", "PT30S"));
        realm.permit(20);
        receiver.holdAfter(9);

        realm.change("state", "active").orFail();
        receiver.awaitHeld();

        realm.awaitStanding("delivered", delivered -> delivered.asInt() == 9);
        receiver.letGo();
        awaitAll();
        assertThat(receiver.everyLine()).as("each line once").doesNotHaveDuplicates();
    }

    @Test
    void that_refuses_one_record_gets_all_others_and_that_one_when_it_is_driven_again() {
        realm.webhook(receiver, Map.of());
        receiver.is(Mood.NO_DENIALS);
        realm.permit(2);
        realm.deny();
        realm.permit(12);
        realm.awaitStanding("dead_letters", letters -> letters.asInt() == 1);
        assertThat(outcomes()).doesNotContain("deny");

        realm.awaitStanding("waiting", waiting -> waiting.asInt() == 0);
        realm.change("state", "paused").orFail();
        assertThat(realm.redrive().orFail().json().path("redriven").asInt()).isEqualTo(1);
        assertThat(realm.standing().path("waiting").asInt())
                .as("the letter and what came of pausing, not all that came since the letter")
                .isBetween(1, 5);
        receiver.is(Mood.WELL);
        realm.change("state", "active").orFail();

        Waiting.until(
                PATIENCE,
                () -> Optional.of(outcomes()).filter(outcomes -> outcomes.contains("deny")),
                () -> "The dead letter did not come: " + receiver.lines());
        assertThat(permitted()).containsExactlyElementsOf(realm.decided());
        assertThat(realm.standing().path("dead_letters").asInt()).isZero();
    }

    @Test
    void that_is_paused_is_spared_and_gets_everything_afterwards() {
        realm.webhook(receiver, Map.of("state", "paused"));
        realm.permit(4);
        realm.awaitStanding("waiting", waiting -> waiting.asInt() >= 4);
        assertThat(receiver.lines()).isEmpty();

        realm.change("state", "active").orFail();

        awaitAll();
    }

    @Test
    void that_is_removed_leaves_what_it_did_not_get_to_the_servers_sink() {
        realm.webhook(receiver, Map.of("state", "paused"));
        realm.permit(2);
        realm.awaitStanding("waiting", waiting -> waiting.asInt() >= 2);

        realm.removeSink();

        for (String id : realm.decided()) {
            server.records()
                    .await(
                            realm.fixture().name(),
                            record -> record.path("id").asText().equals(id));
        }
    }

    @Test
    void keeps_what_waits_by_default_and_the_log_tells_that_it_is_too_much() {
        realm.webhook(receiver, Map.of("mostWaiting", "3", "state", "paused"));
        for (int i = 0; i < 6; i++) {
            realm.permit(1);
        }

        Waiting.until(
                PATIENCE,
                () -> Optional.of(server.log())
                        .filter(log -> log.contains("records wait for sink " + SinkRealm.NAME
                                + ", more than 3; they are kept as long as the database has room")),
                () -> "The log tells nothing: " + realm.standing());
        realm.change("state", "active").orFail();
        awaitAll();
    }

    @Test
    void gives_up_the_oldest_only_where_its_settings_say_so_and_says_how_many() {
        realm.webhook(receiver, Map.of("mostWaiting", "3", "overflow", "drop-oldest", "state", "paused"));
        for (int i = 0; i < 8; i++) {
            realm.permit(1);
        }
        realm.awaitStanding("lost", lost -> lost.asInt() > 0);

        realm.change("state", "active").orFail();

        Waiting.until(
                PATIENCE,
                () -> Optional.of(realm.standing().path("lost").asInt())
                        .filter(lost -> lost >= 8 - permitted().size()),
                () -> "Neither delivered nor counted as lost: " + realm.standing() + ", " + receiver.lines());
        List<String> permitted = permitted();
        assertThat(permitted).containsExactlyElementsOf(realm.decided().subList(8 - permitted.size(), 8));
    }

    @Test
    void gets_records_in_ocsf_as_its_schema_has_them_where_that_is_its_format() {
        realm.webhook(receiver, Map.of("format", "ocsf"));
        realm.permit(3);
        realm.deny();
        realm.change("timeout", "PT2S").orFail();
        TestApp console = new TestApp(realm.fixture(), "supervisor-console");
        Person supervisor = new Person("supervisor");
        supervisor.signIn(console, "");
        revoke(supervisor.elsewhere().signIn(console, "mode:supervisor recording:play"));

        Waiting.until(
                PATIENCE,
                () -> Optional.of(metadata("event_code")).filter(kinds -> kinds.containsAll(KINDS)),
                () -> "Of " + KINDS + " only these came: " + metadata("event_code"));
        assertThat(metadata("uid")).doesNotHaveDuplicates().containsAll(realm.decided());
        assertThat(receiver.lines())
                .allSatisfy(event ->
                        assertThat(OcsfSchema.problems(event)).as(event).isEmpty());
    }

    @Test
    void can_be_tested() {
        realm.webhook(receiver, Map.of());

        assertThat(realm.test().status()).isEqualTo(200);
        receiver.is(Mood.REFUSING);
        assertThat(realm.test().status()).isEqualTo(502);
        assertThat(realm.test().text("detail"))
                .isEqualTo("The test record cannot be delivered to the webhook " + receiver.url()
                        + ": it answers with the status 503. See that it can be reached from here and answers with a status"
                        + " from 200 to 299.");
        assertThat(tests()).isEqualTo(1);
        assertThat(realm.fixture()
                        .admin()
                        .get("/admin-events?operationTypes=ACTION")
                        .orFail()
                        .json())
                .as("events of tests, whatever came of them")
                .hasSize(3);
    }

    @Test
    void can_be_tested_by_saving_it() {
        Map<String, String> settings =
                Map.of("name", SinkRealm.NAME, "url", receiver.url(), "secret", Receiver.SECRET, "trial", "when-saved");
        receiver.is(Mood.REFUSING);
        assertThat(realm.sink("webhook", settings).body()).contains("it answers with the status 503");

        receiver.is(Mood.WELL);
        realm.sink("webhook", settings).orFail();

        assertThat(realm.setting("trial")).isEqualTo("no");
        assertThat(tests()).isEqualTo(1);
    }

    private void awaitAll() {
        Waiting.until(
                PATIENCE,
                () -> Optional.of(permitted()).filter(permitted -> permitted.containsAll(realm.decided())),
                () -> "Of " + realm.decided() + " only these came: " + receiver.lines() + "\n" + realm.standing());
        assertThat(permitted())
                .as("in the order of the decisions, each once")
                .containsExactlyElementsOf(realm.decided());
        assertThat(realm.verify(receiver.everyLine()).findings())
                .as("what an auditor finds")
                .isEmpty();
    }

    private List<String> permitted() {
        return receiver.records().stream()
                .filter(record -> record.path("outcome").asText().equals("permit"))
                .map(record -> record.path("id").asText())
                .distinct()
                .toList();
    }

    private void revoke(Tokens tokens) {
        ObjectNode order = Admin.object();
        order.put("session", tokens.claims().path("sid").asText()).put("reason", "reported_lost");
        realm.fixture().admin().post("/contact-center/revocations", order).orFail();
    }

    /** A member of what OCSF says of each event. */
    private List<String> metadata(String member) {
        return receiver.records().stream()
                .map(event -> event.path("metadata").path(member).asText())
                .toList();
    }

    /** What is configured is on record, too, and may have come already. */
    private long tests() {
        return receiver.records().stream()
                .filter(record -> record.path("event").asText().equals("sink_test"))
                .count();
    }

    private List<String> outcomes() {
        return receiver.records().stream()
                .map(record -> record.path("outcome").asText())
                .toList();
    }
}
