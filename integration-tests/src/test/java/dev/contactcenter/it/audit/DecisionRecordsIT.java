package dev.contactcenter.it.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.contactcenter.demo.pages.DenialPage;
import dev.contactcenter.demo.story.StoryBrowser;
import dev.contactcenter.demo.story.VirtualPasskey;
import dev.contactcenter.it.oidc.Person;
import dev.contactcenter.it.oidc.TestApp;
import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.RealmFixture;
import dev.contactcenter.it.server.Records;
import dev.contactcenter.it.server.Waiting;
import dev.contactcenter.it.server.WithKeycloak;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("audit")
@WithKeycloak
@DisplayName("Decision records")
final class DecisionRecordsIT {

    private static final String EVERYDAY = "mode:supervisor queue:monitor";
    private static final String PLAY = EVERYDAY + " recording:play";
    private static final Duration FRESHNESS = Duration.ofSeconds(4);

    private final KeycloakServer server;
    private RealmFixture realm;
    private TestApp console;
    private Person supervisor;

    DecisionRecordsIT(KeycloakServer server) {
        this.server = server;
    }

    @BeforeEach
    void aSupervisorWithAPasskey(StoryBrowser browser) {
        realm = RealmFixture.plan(server, "records").freshness(FRESHNESS).create();
        console = new TestApp(realm, "supervisor-console");
        supervisor = new Person(browser, "supervisor", VirtualPasskey.Kind.SYNCED);
    }

    @AfterEach
    void leave() {
        supervisor.close();
        realm.close();
    }

    @Test
    void there_is_one_of_each_decision_and_no_more() {
        supervisor.signInAndEnrol(console, EVERYDAY);
        Tokens elevated = supervisor.stepUp(console, PLAY);
        Tokens narrowed = awaitLossOfPlayback(elevated);
        supervisor.refused(console, EVERYDAY + " admin:configure");
        // A last one of its own kind: when it is there, so is whatever came before.
        console.refresh(narrowed.refresh(), "mode:supervisor").orFail();
        server.records()
                .await(
                        realm.name(),
                        record -> record.path("hook").asText().equals("refresh")
                                && record.path("actions").isEmpty());

        assertThat(withoutRefreshesBeforeTheLoss())
                .containsExactlyInAnyOrder(
                        // sign-in: at the login page, then when the code is redeemed
                        "authorization permit [queue:monitor]",
                        "token permit [queue:monitor]",
                        // step-up: asked for, then proven, then the code
                        "authorization step_up [queue:monitor, recording:play]",
                        "authorization permit [queue:monitor, recording:play]",
                        "token permit [queue:monitor, recording:play]",
                        // refresh: one action withheld, the other kept
                        "refresh step_up [recording:play]",
                        "refresh permit [queue:monitor]",
                        // refusal
                        "authorization deny [admin:configure, queue:monitor]",
                        "refresh permit []");
    }

    /** While the proof is fresh, refreshes are permitted in full: how many there are depends on the machine's pace. */
    private List<String> withoutRefreshesBeforeTheLoss() {
        return server.records().decisionsOf(realm.name()).stream()
                .map(record -> record.path("hook").asText() + " "
                        + record.path("outcome").asText() + " "
                        + record.path("actions")
                                .valueStream()
                                .map(JsonNode::asText)
                                .toList())
                .filter(told -> !told.equals("refresh permit [queue:monitor, recording:play]"))
                .toList();
    }

    private Tokens awaitLossOfPlayback(Tokens elevated) {
        return Waiting.until(
                FRESHNESS.plusSeconds(20),
                () -> Optional.of(new Tokens(console.refresh(elevated.refresh()).orFail()))
                        .filter(tokens -> !tokens.scope().contains("recording:play")),
                () -> "A refresh still brings recording:play");
    }

    @Test
    void of_a_permit_tell_who_as_what_under_which_rule_and_how_proven() {
        supervisor.signInAndEnrol(console, EVERYDAY);
        Tokens tokens = supervisor.stepUp(console, PLAY);

        JsonNode record = server.records()
                .await(
                        realm.name(),
                        one -> one.path("id")
                                .asText()
                                .equals(tokens.claims().path("txn").asText()));

        assertThat(record.path("outcome").asText()).isEqualTo("permit");
        assertThat(record.path("mode").asText()).isEqualTo("supervisor");
        assertThat(record.path("privileged").asBoolean()).isTrue();
        assertThat(record.path("policy").asText())
                .isEqualTo(tokens.claims().at("/contact_center/policy").asText())
                .isNotEmpty();
        assertThat(record.path("rules").valueStream().map(JsonNode::asText).toList())
                .containsExactly("playback-needs-recent-passkey");
        assertThat(record.path("time").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        JsonNode actor = record.path("actor");
        assertThat(actor.path("username").asText()).isEqualTo("supervisor");
        assertThat(actor.path("user_id").asText()).isEqualTo(realm.admin().userId("supervisor"));
        assertThat(actor.path("session").asText())
                .isEqualTo(tokens.claims().path("sid").asText());
        assertThat(actor.path("client").asText()).isEqualTo("supervisor-console");
        assertThat(actor.path("address").asText()).isNotEmpty();
        assertThat(record.path("assurance").path("acr").asText()).isEqualTo("phr");
        assertThat(record.path("passkey").path("backup_eligible").asText()).isEqualTo("true");
        assertThat(record.path("obligations").path("fresh_for").asText()).startsWith("PT");
    }

    @Test
    void of_a_refusal_tell_the_reason_and_the_code_that_the_page_shows() {
        supervisor.signInAndEnrol(console, EVERYDAY);

        DenialPage page = supervisor.refused(console, EVERYDAY + " admin:configure");

        JsonNode record =
                server.records().await(realm.name(), Records.decided("deny", "admin:configure", "queue:monitor"));
        assertThat(record.path("reason").asText()).isEqualTo("action_not_granted");
        assertThat(record.path("id").asText()).startsWith(page.code());
        assertThat(record.path("privileged").asBoolean()).isTrue();
    }

    @Test
    void and_the_log_hold_nothing_that_opens_a_door() {
        Secrets secrets = new Secrets();
        Tokens first = supervisor.signInAndEnrol(console, EVERYDAY);
        secrets.add(supervisor.page());
        secrets.add(first);
        Tokens elevated = supervisor.stepUp(console, PLAY);
        secrets.add(supervisor.page());
        secrets.add(elevated);
        secrets.add(new Tokens(console.refresh(elevated.refresh()).orFail()));
        supervisor.refused(console, EVERYDAY + " admin:configure");
        server.records().await(realm.name(), Records.decided("deny", "admin:configure", "queue:monitor"));

        String written = server.log() + server.records().text();

        assertThat(secrets.all()).hasSizeGreaterThan(10);
        assertThat(secrets.all().stream().filter(written::contains).collect(Collectors.toSet()))
                .isEmpty();
    }
}
