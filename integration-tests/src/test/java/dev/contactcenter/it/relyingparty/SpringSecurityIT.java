package dev.contactcenter.it.relyingparty;

import static dev.contactcenter.it.relyingparty.RelyingPartyRealm.CONSOLE;
import static dev.contactcenter.it.relyingparty.RelyingPartyRealm.FRESHNESS;
import static dev.contactcenter.it.relyingparty.RelyingPartyRealm.ONE_CALL;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.contactcenter.it.client.Person;
import dev.contactcenter.it.client.Screen;
import dev.contactcenter.it.oidc.TestApp;
import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.Http;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.Waiting;
import dev.contactcenter.it.server.WithKeycloak;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Spring Security, unmodified: as the client that signs people in, and as resource servers that read tokens or ask about them. */
@Tag("story")
@Tag("modes")
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("An application made with Spring Security")
final class SpringSecurityIT {

    private static final Duration PATIENCE = FRESHNESS.plusSeconds(30);
    private static final int MOST_HOPS = 12;

    private final SpringApplicationProcess app = new SpringApplicationProcess();
    private final RelyingPartyRealm stage;
    private final KeycloakServer server;
    private Person enrolled = new Person("supervisor");

    SpringSecurityIT(KeycloakServer server) {
        this.server = server;
        this.stage = RelyingPartyRealm.of(server, "spring-security", plan -> plan.app(CONSOLE, app.url()));
    }

    @BeforeAll
    void start() {
        app.start(server.project().root(), stage.issuer(), stage.api());
        enrolled.signIn(new TestApp(stage.realm(), CONSOLE), "mode:supervisor");
        enrolled = enrolled.elsewhere();
    }

    @AfterAll
    void close() {
        app.close();
        stage.close();
    }

    /** Opens a page of the application and does what each page on the way asks for, at Keycloak and back. */
    private static Screen visit(Person person, URI address) {
        Screen screen = person.goOn(person.browser().open(address));
        for (int hops = 0; hops < MOST_HOPS; hops++) {
            Optional<URI> next = screen.redirect();
            if (next.isEmpty()) {
                return screen;
            }
            screen = person.goOn(person.browser().open(next.get()));
        }
        throw new AssertionError("The application and Keycloak redirect without end: " + screen);
    }

    private Screen visit(Person person, String path) {
        return visit(person, URI.create(app.url() + path));
    }

    private static List<String> scope(JsonNode told) {
        return StreamSupport.stream(told.path("scope").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private JsonNode token(Person person) {
        return visit(person, "/token").answer().orFail().json();
    }

    @Test
    void signs_a_person_in_with_a_mode_and_actions() {
        Person person = enrolled.elsewhere();

        JsonNode home = visit(person, "/").answer().orFail().json();
        JsonNode told = token(person);

        assertThat(home.path("acr").asText()).isEqualTo("password");
        assertThat(scope(told)).contains("mode:supervisor", "queue:monitor").doesNotContain("recording:play");
        assertThat(Tokens.claims(told.path("access_token").asText())
                        .at("/contact_center/mode")
                        .asText())
                .isEqualTo("supervisor");
    }

    @Test
    void is_challenged_steps_up_and_loses_the_action_at_a_refresh_when_the_proof_has_aged() {
        Person person = enrolled.elsewhere();
        visit(person, "/");

        // The application follows the challenge to a login of its own, in which nothing but the passkey is asked for.
        Screen back = visit(person, "/recordings/2101");
        Screen played = visit(person, "/recordings/2101");

        assertThat(back.answer().json().path("acr").asText()).isEqualTo("phr");
        assertThat(played.answer().status()).as(played.toString()).isEqualTo(200);
        assertThat(played.answer().body()).isEqualTo("played");
        assertThat(scope(token(person))).contains("recording:play");

        JsonNode downscoped = Waiting.until(
                PATIENCE,
                () -> Optional.of(visit(person, "/refreshed").answer().json())
                        .filter(told -> !scope(told).contains("recording:play")),
                () -> "Each refresh brings recording:play");

        assertThat(scope(downscoped)).contains("queue:monitor");
        Screen again = person.browser().open(URI.create(app.url() + "/recordings/2101"));
        assertThat(again.redirect().orElseThrow().getQuery()).contains("acr_values=phr", "max_age=");
    }

    @Test
    void hears_at_a_refresh_that_the_mode_was_left() {
        Person person = enrolled.elsewhere();
        visit(person, "/");
        person.goOn(person.open(new TestApp(stage.realm(), CONSOLE), "mode:agent record:view"));

        JsonNode refusal = visit(person, "/refreshed").answer().json();

        assertThat(refusal.path("error").asText()).as(refusal.toString()).isEqualTo("invalid_grant");
        assertThat(refusal.path("error_description").asText()).startsWith("mode_not_current: ");
    }

    @Test
    void asks_for_one_call_in_detail_and_its_resource_server_uses_the_token_up() {
        Person person = enrolled.elsewhere();
        String login = app.url() + "/oauth2/authorization/console?"
                + Http.encode(Map.of("scope", "openid mode:supervisor", "authorization_details", ONE_CALL));
        Screen why = visit(person, URI.create(login));
        Screen end = person.browser()
                .submit(
                        why,
                        "#contact-center-justify",
                        Map.of("justification", "The customer complains about what was agreed"));
        Screen back = visit(person, end.redirect().orElseThrow(() -> new AssertionError("No way back: " + end)));
        assertThat(back.answer().status()).as(back.toString()).isEqualTo(200);
        JsonNode told = token(person);
        String token = told.path("access_token").asText();

        assertThat(told.path("can_refresh").asBoolean()).isFalse();
        assertThat(app.api("/evidence/call", token).orFail().text("details")).contains("call-0042");
        assertThat(app.api("/evidence/call", token).status()).isEqualTo(401);
    }

    @Test
    void reads_tokens_as_a_resource_server_and_refuses_those_of_others() {
        Person person = enrolled.elsewhere();
        visit(person, "/");
        String token = token(person).path("access_token").asText();
        String agents = new Person("agent")
                .signIn(new TestApp(stage.realm(), "agent-desktop"), "mode:agent record:view")
                .access();

        assertThat(app.api("/api/queues", token)
                        .orFail()
                        .json()
                        .at("/told/mode")
                        .asText())
                .isEqualTo("supervisor");
        assertThat(app.api("/api/queues", agents).status()).isEqualTo(403);
        assertThat(app.api("/api/queues", token + "x").status()).isEqualTo(401);
    }

    @Test
    void exchanges_a_token_for_as_much_and_for_no_more() {
        Person person = enrolled.elsewhere();
        visit(person, "/");
        String token = token(person).path("access_token").asText();

        String same =
                app.api("/api/exchanged?registration=same", token).orFail().text("access_token");
        String more =
                app.api("/api/exchanged?registration=more", token).orFail().text("error_description");

        assertThat(Tokens.claims(same).path("scope").asText())
                .contains("queue:monitor")
                .doesNotContain("recording:play");
        // Keycloak's own client policy of the realm is the first to refuse it.
        assertThat(more).contains("recording:play");
    }
}
