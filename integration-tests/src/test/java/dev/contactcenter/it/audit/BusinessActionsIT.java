package dev.contactcenter.it.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contactcenter.it.client.Person;
import dev.contactcenter.it.oidc.TestApp;
import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.RealmFixture;
import dev.contactcenter.it.server.WithKeycloak;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@Tag("audit")
@Tag("attack")
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("What an application says that it did")
final class BusinessActionsIT {

    private static final String MONITOR = "queue:monitor";

    private final KeycloakServer server;
    private final RealmFixture realm;
    private final ActionFeed feed;
    private final TestApp console;
    private Tokens tokens;
    private String service = "";

    BusinessActionsIT(KeycloakServer server) {
        this.server = server;
        this.realm = ActionFeed.plan(RealmFixture.plan(server, "actions").withoutEnrolment())
                .create();
        this.feed = new ActionFeed(realm);
        this.console = new TestApp(realm, "supervisor-console");
        this.tokens = new Person("supervisor").signIn(console, "mode:supervisor " + MONITOR);
    }

    @BeforeAll
    void aResourceServer() {
        feed.admit(ActionFeed.CLIENT);
        service = feed.token(ActionFeed.CLIENT);
    }

    @AfterAll
    void close() {
        realm.close();
    }

    private ObjectNode shown(ObjectNode event) {
        return event.put("token", tokens.access());
    }

    private JsonNode record(String id) {
        return server.records()
                .await(
                        realm.name(),
                        one -> one.path("event").asText().equals("business_action")
                                && one.path("about").path("event").asText().equals(id));
    }

    private List<JsonNode> records(String id) {
        return realm.records().stream()
                .filter(one -> one.path("about").path("event").asText().equals(id))
                .toList();
    }

    @Test
    void is_on_record_with_who_did_it_and_the_decision_that_permitted_it() {
        Answer answer = feed.tell(service, shown(ActionFeed.event("e-1", MONITOR, tokens)));

        assertThat(ActionFeed.outcome(answer, 0)).isEqualTo("recorded");
        JsonNode record = record("e-1");
        assertThat(record.path("outcome").asText()).isEqualTo("success");
        assertThat(record.path("decision").asText())
                .isEqualTo(tokens.claims().path("txn").asText())
                .isNotEmpty();
        assertThat(record.path("actions").toString()).isEqualTo("[\"" + MONITOR + "\"]");
        assertThat(record.path("resources").toString()).isEqualTo("[{\"type\":\"queue\",\"id\":\"billing\"}]");
        assertThat(record.path("actor").path("username").asText()).isEqualTo("supervisor");
        assertThat(record.path("actor").path("session").asText())
                .isEqualTo(tokens.claims().path("sid").asText());
        assertThat(record.path("about").path("told_by").asText()).isEqualTo(ActionFeed.CLIENT);
        assertThat(record.toString()).doesNotContain(tokens.access());
    }

    @Test
    void can_be_told_by_whoever_was_shown_the_token_and_of_that_token_alone() {
        Answer own = feed.tell(tokens.access(), ActionFeed.event("e-2", MONITOR, tokens));
        Answer another = feed.tell(tokens.access(), shown(ActionFeed.event("e-3", MONITOR, tokens)));

        assertThat(ActionFeed.outcome(own, 0)).isEqualTo("recorded");
        assertThat(record("e-2").path("about").path("told_by").asText()).isEqualTo("bearer");
        assertThat(another.status()).isEqualTo(400);
    }

    @Test
    void is_taken_from_a_session_only_so_often_a_minute() {
        Tokens own = new Person("supervisor").signIn(console, "mode:supervisor " + MONITOR);
        Answer answer = feed.tell(own.access(), ActionFeed.event("r-0", MONITOR, own));
        // Two minutes' worth and one: whatever second it begins in, one minute is used up.
        for (int i = 1; i <= 120 && answer.status() == 200; i++) {
            answer = feed.tell(own.access(), ActionFeed.event("r-0", MONITOR, own));
        }

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.body()).contains("60 requests a minute");
    }

    @Test
    void is_taken_once_however_often_it_is_told() {
        ObjectNode event = shown(ActionFeed.event("e-4", MONITOR, tokens));

        assertThat(ActionFeed.outcome(feed.tell(service, event, event), 1)).isEqualTo("known");
        assertThat(ActionFeed.outcome(feed.tell(service, event), 0)).isEqualTo("known");
        record("e-4");
        assertThat(records("e-4")).hasSize(1);
    }

    @Test
    void is_disputed_when_it_is_told_again_and_otherwise() {
        ObjectNode event = shown(ActionFeed.event("o-1", MONITOR, tokens));
        ObjectNode otherwise = event.deepCopy().put("result", "failure");

        assertThat(ActionFeed.outcome(feed.tell(service, event), 0)).isEqualTo("recorded");
        assertThat(ActionFeed.outcome(feed.tell(service, otherwise), 0)).isEqualTo("disputed told_otherwise_before");
        assertThat(ActionFeed.outcome(feed.tell(service, otherwise), 0)).isEqualTo("known");
        assertThat(ActionFeed.outcome(feed.tell(service, event), 0)).isEqualTo("known");
        server.records()
                .await(
                        realm.name(),
                        one -> one.path("reason").asText().equals("told_otherwise_before")
                                && one.path("about").path("result").asText().equals("failure"));
        assertThat(records("o-1")).hasSize(2);
    }

    @Test
    void is_taken_once_when_it_is_told_many_times_at_the_same_moment() throws Exception {
        ObjectNode event = shown(ActionFeed.event("e-5", MONITOR, tokens));
        List<Callable<Answer>> tellings = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            tellings.add(() -> feed.tell(service, event));
        }

        List<String> outcomes = new ArrayList<>();
        try (ExecutorService many = Executors.newFixedThreadPool(8)) {
            for (Future<Answer> answer : many.invokeAll(tellings)) {
                outcomes.add(ActionFeed.outcome(answer.get(), 0));
            }
        }

        assertThat(outcomes).containsOnlyOnce("recorded");
        record("e-5");
        assertThat(records("e-5")).hasSize(1);
    }

    @Test
    void that_the_token_does_not_bear_out_is_on_record_as_disputed() {
        Answer answer = feed.tell(
                service,
                shown(ActionFeed.event("l-1", "export:create", tokens)),
                shown(ActionFeed.event("l-2", MONITOR, tokens).put("txn", "another-decision")),
                shown(ActionFeed.event("l-3", MONITOR, tokens).put("sid", "another-session")),
                shown(ActionFeed.event("l-4", MONITOR, tokens).put("jti", "another-token")),
                shown(ActionFeed.event("l-5", MONITOR, tokens))
                        .put("time", Instant.now().minus(Duration.ofHours(3)).toString()),
                ActionFeed.event("l-6", MONITOR, tokens).put("token", forged()));

        assertThat(List.of(
                        ActionFeed.outcome(answer, 0),
                        ActionFeed.outcome(answer, 1),
                        ActionFeed.outcome(answer, 2),
                        ActionFeed.outcome(answer, 3),
                        ActionFeed.outcome(answer, 4),
                        ActionFeed.outcome(answer, 5)))
                .containsExactly(
                        "disputed action_not_in_token",
                        "disputed token_mismatch",
                        "disputed token_mismatch",
                        "disputed token_mismatch",
                        "disputed outside_token_life",
                        "disputed token_not_genuine");
        JsonNode lie = record("l-2");
        assertThat(lie.path("outcome").asText()).isEqualTo("disputed");
        assertThat(lie.path("privileged").asBoolean()).isTrue();
        assertThat(lie.path("about").path("claimed_txn").asText()).isEqualTo("another-decision");
        assertThat(record("l-6").path("actor").has("username")).isFalse();
    }

    /** The same token with another signature. */
    private String forged() {
        String genuine = tokens.access();
        int signature = genuine.lastIndexOf('.') + 1;
        char first = genuine.charAt(signature);
        return genuine.substring(0, signature) + (first == 'A' ? 'B' : 'A') + genuine.substring(signature + 1);
    }

    @Test
    void on_another_thing_than_the_token_is_for_is_disputed() {
        Tokens ofRecord = detailed("\"identifier\":\"C-17\"");
        Tokens ofCall = detailed("\"interaction\":\"call-1\"");
        Tokens ofBoth = detailed("\"interaction\":\"call-1\",\"identifier\":\"C-17\"");

        assertThat(tellView(ofRecord, "v-1", "record", "C-17")).isEqualTo("recorded");
        assertThat(tellView(ofRecord, "v-2", "record", "C-18")).isEqualTo("disputed resource_not_in_token");
        assertThat(tellView(ofCall, "v-3", "interaction", "call-1")).isEqualTo("recorded");
        assertThat(tellView(ofBoth, "v-5", "interaction", "call-1")).isEqualTo("recorded");
        assertThat(tellView(ofBoth, "v-6", "record", "C-17")).isEqualTo("recorded");
        assertThat(tellView(ofBoth, "v-7", "record", "call-1")).isEqualTo("disputed resource_not_in_token");
        assertThat(tellView(ofCall, "v-4", "interaction", "call-2")).isEqualTo("disputed resource_not_in_token");
        assertThat(record("v-4").path("resources").toString())
                .isEqualTo("[{\"type\":\"interaction\",\"id\":\"call-2\"}]");
    }

    /** Tokens for looking at one record, or those of one call. */
    private Tokens detailed(String about) {
        String details = "[{\"type\":\"contact_center_action\",\"actions\":[\"record:view\"]," + about + "}]";
        return new Person("supervisor")
                .signIn(console, "mode:supervisor " + MONITOR, Map.of("authorization_details", details));
    }

    private String tellView(Tokens shown, String id, String type, String resource) {
        ObjectNode event = ActionFeed.event(id, "record:view", shown);
        event.putObject("resource").put("type", type).put("id", resource);
        return ActionFeed.outcome(feed.tell(shown.access(), event), 0);
    }

    @Test
    void that_it_refused_needs_no_permission() {
        ObjectNode event =
                shown(ActionFeed.event("e-6", "export:create", tokens)).put("result", "denied");

        assertThat(ActionFeed.outcome(feed.tell(service, event), 0)).isEqualTo("recorded");
        assertThat(record("e-6").path("outcome").asText()).isEqualTo("denied");
    }

    @Test
    void on_a_token_that_is_not_meant_for_it_is_disputed() {
        feed.admit("stranger");

        Answer answer = feed.tell(feed.token("stranger"), shown(ActionFeed.event("e-7", MONITOR, tokens)));

        assertThat(ActionFeed.outcome(answer, 0)).isEqualTo("disputed not_for_teller");
    }

    @Test
    void is_not_taken_from_who_may_not_tell() {
        ObjectNode event = shown(ActionFeed.event("e-8", MONITOR, tokens));

        assertThat(feed.tell("", event).status()).isEqualTo(401);
        assertThat(feed.tell("no-token", event).status()).isEqualTo(401);
        assertThat(feed.tell(forged(), ActionFeed.event("e-8", MONITOR, tokens)).status())
                .isEqualTo(401);
    }

    @Test
    void is_taken_as_a_whole_batch_or_not_at_all() {
        Answer answer = feed.tell(
                service,
                shown(ActionFeed.event("e-9", MONITOR, tokens)),
                shown(ActionFeed.event("e-10", MONITOR, tokens)).put("result", "perhaps"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("detail")).startsWith("Event 1: Member 'result'");
        assertThat(ActionFeed.outcome(feed.tell(service, shown(ActionFeed.event("e-9", MONITOR, tokens))), 0))
                .isEqualTo("recorded");
    }

    @Test
    void has_limits() {
        ObjectNode event = shown(ActionFeed.event("e-11", MONITOR, tokens));
        JsonNode[] many = new JsonNode[101];
        Arrays.fill(many, event);

        assertThat(feed.tell(service, many).status()).isEqualTo(400);
        assertThat(feed.tell(service, "{\"events\":[],\"more\":\"" + "x".repeat(600_000) + "\"}")
                        .status())
                .isEqualTo(413);
        assertThat(feed.tell(service, event.deepCopy().put("id", "line\nbreak")).status())
                .isEqualTo(400);
        assertThat(feed.tell(service, event.deepCopy().put("id", "x".repeat(129)))
                        .status())
                .isEqualTo(400);
    }
}
