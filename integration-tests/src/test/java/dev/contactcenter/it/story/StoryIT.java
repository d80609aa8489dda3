package dev.contactcenter.it.story;

import com.fasterxml.jackson.databind.JsonNode;
import dev.contactcenter.demo.DemoOptions;
import dev.contactcenter.demo.DemoServices;
import dev.contactcenter.demo.story.Story;
import dev.contactcenter.demo.story.StoryBrowser;
import dev.contactcenter.demo.web.WebServer;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.Pictures;
import dev.contactcenter.it.server.RealmFixture;
import dev.contactcenter.it.server.WithKeycloak;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The steps build on each other: who runs one alone runs none. */
@Tag("story")
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@DisplayName("From sign-in to a played recording")
final class StoryIT {

    private static final DemoOptions.Pace PACE = new DemoOptions.Pace(Duration.ofSeconds(25), Duration.ofSeconds(3));

    private RealmFixture realm;
    private DemoServices apps;
    private Path recordsOfThisRealm;
    private Story story;

    @BeforeAll
    void openTheApps(KeycloakServer server, StoryBrowser browser, @TempDir Path folder) {
        DemoOptions.Ports ports = DemoOptions.Ports.free();
        recordsOfThisRealm = folder.resolve("records.jsonl");
        realm = RealmFixture.plan(server, "story")
                .freshness(PACE.freshness())
                .app("supervisor-console", WebServer.url(ports.console()))
                .app("agent-desktop", WebServer.url(ports.desktop()))
                .create();
        apps = DemoServices.start(realm.url(), ports, PACE, recordsOfThisRealm);
        story = new Story(
                browser,
                new Story.Scene(
                        WebServer.url(ports.console()),
                        WebServer.url(ports.desktop()),
                        WebServer.url(ports.records()),
                        PACE.freshness()));
    }

    @Test
    @Order(1)
    void step_1_the_supervisor_signs_in_enrols_a_passkey_and_watches_the_queues() {
        story.signInAndEnrol();
    }

    @Test
    @Order(2)
    void step_2_playing_a_recording_asks_for_the_passkey_only_and_plays() {
        story.playAfterStepUp();
    }

    @Test
    @Order(3)
    void step_3a_another_recording_plays_without_a_prompt() {
        story.playAgainWithoutPrompt();
    }

    @Test
    @Order(4)
    void step_3b_an_aged_proof_takes_playback_away_at_refresh_and_a_step_up_brings_it_back() {
        story.losePlaybackAndStepUpAgain();
    }

    @Test
    @Order(5)
    void step_4_the_next_sign_in_is_the_passkey_alone_and_plays_at_once() {
        story.signInWithPasskeyAndPlay();
    }

    @Test
    @Order(6)
    void step_5_the_agent_is_refused_a_recording_and_told_why() {
        story.refuseTheAgent();
    }

    @Test
    @Order(7)
    void step_6_the_decision_records_show_all_of_it(KeycloakServer server) throws IOException {
        // The viewer shows a file, and the file of this server holds the records of other tests too.
        server.records()
                .await(realm.name(), record -> record.path("outcome").asText().equals("deny"));
        Files.writeString(
                recordsOfThisRealm,
                realm.records().stream().map(JsonNode::toString).collect(Collectors.joining("\n", "", "\n")));

        story.showTheRecords();
    }

    @AfterEach
    void takeAPicture(TestInfo test) {
        Pictures.take(
                story.shownPage(),
                "story-" + test.getTestMethod().orElseThrow().getName().substring(0, 7));
    }

    @AfterAll
    void closeTheApps() {
        apps.close();
        realm.close();
    }
}
