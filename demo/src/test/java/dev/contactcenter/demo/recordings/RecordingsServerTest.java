package dev.contactcenter.demo.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.contactcenter.demo.web.LoopbackPorts;
import dev.contactcenter.demo.web.WebServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The resource server tells the realm")
class RecordingsServerTest {

    private static final String PLAY = "recording:play";
    private static final String RECORDING = "/recordings/2101/audio";
    private static final String EVIDENCE = "/evidence/call-2101/audio";

    private final StubRealm realm = new StubRealm();
    private final int port = LoopbackPorts.free(1).getFirst();
    private final WebServer server = RecordingsServer.start(port, realm.issuer(), Duration.ofMinutes(5));
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        server.close();
        realm.close();
    }

    @Test
    void what_was_done_to_what_and_on_which_token_session_and_decision() throws Exception {
        assertThat(get(RECORDING, token(PLAY)).statusCode()).isEqualTo(200);

        JsonNode told = realm.told();
        assertThat(told.path("action").asText()).isEqualTo(PLAY);
        assertThat(told.path("result").asText()).isEqualTo("success");
        assertThat(told.path("resource").toString()).isEqualTo("{\"type\":\"recording\",\"id\":\"2101\"}");
        assertThat(told.path("jti").asText()).isEqualTo("token-1");
        assertThat(told.path("sid").asText()).isEqualTo("session-1");
        assertThat(told.path("txn").asText()).isEqualTo("decision-1");
    }

    @Test
    void what_was_refused_and_why() throws Exception {
        HttpResponse<Void> answer = get(RECORDING, token("record:view"));

        JsonNode told = realm.told();
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(told.path("action").asText()).isEqualTo(PLAY);
        assertThat(told.path("result").asText()).isEqualTo("denied");
        assertThat(told.path("detail").asText())
                .contains("insufficient_user_authentication")
                .isEqualTo(answer.headers().firstValue("WWW-Authenticate").orElseThrow());
        assertThat(told.path("txn").asText()).isEqualTo("decision-1");
    }

    @Test
    void that_a_report_was_refused_whose_dataset_the_token_does_not_permit() throws Exception {
        String token = realm.token("report:query", "reporting-api", inAMinute());

        assertThat(get("/reports/call-outcomes", token).statusCode()).isEqualTo(403);

        assertThat(realm.told().path("result").asText()).isEqualTo("denied");
    }

    @Test
    void of_which_call_the_evidence_was_opened_and_that_it_was_not_opened_again() throws Exception {
        String token = token("mode:supervisor");

        assertThat(get(EVIDENCE, token).statusCode()).isEqualTo(200);
        JsonNode opened = realm.told();
        assertThat(get(EVIDENCE, token).statusCode()).isEqualTo(401);
        JsonNode again = realm.told();

        assertThat(opened.path("action").asText()).isEqualTo(PLAY);
        assertThat(opened.path("result").asText()).isEqualTo("success");
        assertThat(opened.path("resource").toString()).isEqualTo("{\"type\":\"interaction\",\"id\":\"call-2101\"}");
        assertThat(opened.path("txn").asText()).isEqualTo("decision-1");
        assertThat(again.path("result").asText()).isEqualTo("denied");
        assertThat(again.path("resource")).isEqualTo(opened.path("resource"));
    }

    @Test
    void nothing_of_strangers() throws Exception {
        for (String path : new String[] {RECORDING, EVIDENCE}) {
            for (String strange : new String[] {
                "",
                "no-token",
                realm.forged(token(PLAY)),
                realm.token(PLAY, "another-api", inAMinute()),
                realm.token(PLAY, "recordings-api", Instant.now().minusSeconds(60))
            }) {
                assertThat(get(path, strange).statusCode()).isEqualTo(401);
            }
        }

        assertThat(get("/recordings/2103/audio", token(PLAY)).statusCode()).isEqualTo(200);
        assertThat(realm.told().path("resource").path("id").asText()).isEqualTo("2103");
    }

    @Test
    void again_what_came_when_the_session_had_told_too_much() throws Exception {
        realm.turnAway(1);

        get(RECORDING, token(PLAY));

        assertThat(realm.told().path("result").asText()).isEqualTo("success");
    }

    private String token(String scope) {
        return realm.token(scope, "recordings-api", inAMinute());
    }

    private static Instant inAMinute() {
        return Instant.now().plusSeconds(60);
    }

    private HttpResponse<Void> get(String path, String token) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(WebServer.url(port) + path));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), BodyHandlers.discarding());
    }
}
