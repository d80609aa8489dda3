package dev.contactcenter.it.relyingparty;

import static dev.contactcenter.it.relyingparty.RelyingPartyRealm.CONSOLE;
import static dev.contactcenter.it.relyingparty.RelyingPartyRealm.EVERYDAY;
import static dev.contactcenter.it.relyingparty.RelyingPartyRealm.FRESHNESS;
import static dev.contactcenter.it.relyingparty.RelyingPartyRealm.ONE_CALL;
import static dev.contactcenter.it.relyingparty.RelyingPartyRealm.RECORDINGS;
import static dev.contactcenter.it.relyingparty.RelyingPartyRealm.SERVICE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.contactcenter.it.attack.Clients;
import dev.contactcenter.it.client.Person;
import dev.contactcenter.it.client.Screen;
import dev.contactcenter.it.oidc.TestApp;
import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.Waiting;
import dev.contactcenter.it.server.WithKeycloak;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The library {@code openid-client} of npm, unmodified: it checks what Keycloak answers as the standards say. */
@Tag("story")
@Tag("modes")
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("An application made with openid-client")
final class OpenidClientIT {

    private static final Duration PATIENCE = FRESHNESS.plusSeconds(30);

    private final OpenidClient app;
    private final RelyingPartyRealm stage;
    private Person enrolled = new Person("supervisor");

    OpenidClientIT(KeycloakServer server) {
        this.app = OpenidClient.start(server.project().root());
        JsonNode key = app.ask("key");
        this.stage = RelyingPartyRealm.of(server, "openid-client", plan -> RelyingPartyRealm.keyed(plan, key));
    }

    @BeforeAll
    void enrol() {
        enrolled.signIn(new TestApp(stage.realm(), CONSOLE), "mode:supervisor");
        enrolled = enrolled.elsewhere();
    }

    @BeforeEach
    void discover() {
        discover(Map.of("clientId", CONSOLE));
    }

    @AfterAll
    void close() {
        app.close();
        stage.close();
    }

    private void discover(Map<String, ?> client) {
        Map<String, Object> all = new TreeMap<>(client);
        all.put("issuer", stage.issuer());
        app.ask("discover", all);
    }

    private JsonNode signIn(Person person, Map<String, String> parameters) {
        return signIn(person, parameters, false);
    }

    private JsonNode signIn(Person person, Map<String, String> parameters, boolean pushed) {
        return app.ask("callback", Map.of("url", back(person.goOn(open(person, parameters, pushed)))));
    }

    private Screen open(Person person, Map<String, String> parameters, boolean pushed) {
        Map<String, String> all = new TreeMap<>(parameters);
        all.put("redirect_uri", TestApp.CALLBACK);
        String url = app.ask("authorize", Map.of("parameters", all, "pushed", pushed))
                .path("url")
                .asText();
        return person.browser().open(URI.create(url));
    }

    private static String back(Screen end) {
        return end.redirect()
                .orElseThrow(() -> new AssertionError("The login does not lead back: " + end))
                .toString();
    }

    private static List<String> scope(JsonNode tokens) {
        return List.of(tokens.path("scope").asText().split(" ", -1));
    }

    @Test
    void signs_a_person_in_with_a_mode_and_actions() {
        JsonNode tokens = signIn(enrolled.elsewhere(), Map.of("scope", EVERYDAY));

        assertThat(scope(tokens)).contains("mode:supervisor", "queue:monitor").doesNotContain("recording:play");
        assertThat(Tokens.claims(tokens.path("access_token").asText())
                        .at("/contact_center/mode")
                        .asText())
                .isEqualTo("supervisor");
        assertThat(tokens.at("/claims/acr").asText()).isEqualTo("password");
        assertThat(app.ask("userInfo").path("sub")).isEqualTo(tokens.at("/claims/sub"));
        assertThat(app.ask("resource", Map.of("url", stage.queues()))
                        .path("status")
                        .asInt())
                .isEqualTo(200);
    }

    @Test
    void is_challenged_steps_up_and_loses_the_action_at_a_refresh_when_the_proof_has_aged() {
        Person person = enrolled.elsewhere();
        signIn(person, Map.of("scope", EVERYDAY));

        JsonNode challenge = challenged();
        JsonNode stepped = signIn(
                person,
                Map.of(
                        "scope", EVERYDAY + " " + challenge.path("scope").asText(),
                        "acr_values", challenge.path("acr_values").asText(),
                        "max_age", challenge.path("max_age").asText()));

        assertThat(challenge.path("acr_values").asText()).isEqualTo("phr");
        assertThat(challenge.path("max_age").asText()).isEqualTo(String.valueOf(FRESHNESS.toSeconds()));
        assertThat(stepped.at("/claims/acr").asText()).isEqualTo("phr");
        assertThat(scope(stepped)).contains("recording:play");
        assertThat(app.ask("resource", Map.of("url", stage.recording()))
                        .path("status")
                        .asInt())
                .isEqualTo(200);

        JsonNode downscoped = refreshedWithout("recording:play");

        assertThat(scope(downscoped)).contains("queue:monitor");
        assertThat(challenged().path("acr_values").asText()).isEqualTo("phr");
    }

    /** What the resource server demands for a recording, as the library reads it (RFC 9470 §3). */
    private JsonNode challenged() {
        JsonNode refusal = app.refused("resource", Map.of("url", stage.recording()));
        assertThat(refusal.path("status").asInt()).as(refusal.toString()).isEqualTo(401);
        JsonNode parameters = refusal.at("/challenges/0/parameters");
        assertThat(parameters.path("error").asText()).isEqualTo("insufficient_user_authentication");
        return parameters;
    }

    private JsonNode refreshedWithout(String action) {
        return Waiting.until(
                PATIENCE,
                () -> Optional.of(app.ask("refresh"))
                        .filter(tokens -> !scope(tokens).contains(action)),
                () -> "Each refresh brings " + action);
    }

    @Test
    void hears_at_a_refresh_that_the_mode_was_left() {
        Person person = enrolled.elsewhere();
        signIn(person, Map.of("scope", EVERYDAY));
        person.goOn(person.open(new TestApp(stage.realm(), CONSOLE), "mode:agent record:view"));

        JsonNode refusal = app.refused("refresh", Map.of());

        assertThat(refusal.path("name").asText()).isEqualTo("ResponseBodyError");
        assertThat(refusal.path("error").asText()).isEqualTo("invalid_grant");
        assertThat(refusal.path("error_description").asText()).startsWith("mode_not_current: ");
    }

    @Test
    void pushes_a_request_for_one_call_in_detail_and_a_resource_server_uses_the_token_up() {
        Person person = enrolled.elsewhere();
        Screen why = person.goOn(
                open(person, Map.of("scope", "openid mode:supervisor", "authorization_details", ONE_CALL), true));
        Screen end = person.browser()
                .submit(
                        why,
                        "#contact-center-justify",
                        Map.of("justification", "The customer complains about what was agreed"));

        JsonNode tokens = app.ask("callback", Map.of("url", back(end)));

        assertThat(tokens.at("/authorization_details/0/interaction").asText()).isEqualTo("call-0042");
        assertThat(tokens.has("refresh_token")).isFalse();
        discover(Map.of("clientId", RECORDINGS, "secret", Clients.SECRET));
        String token = tokens.path("access_token").asText();
        JsonNode first = app.ask("introspect", Map.of("token", token));
        assertThat(first.path("active").asBoolean()).isTrue();
        assertThat(first.at("/authorization_details/0/interaction").asText()).isEqualTo("call-0042");
        assertThat(app.ask("introspect", Map.of("token", token)).path("active").asBoolean())
                .isFalse();
    }

    @Test
    void exchanges_a_token_for_a_narrower_one_and_for_no_wider_one() {
        String token = signIn(enrolled.elsewhere(), Map.of("scope", EVERYDAY))
                .path("access_token")
                .asText();
        discover(Map.of("clientId", Clients.ALL_GRANTS, "secret", Clients.SECRET));

        JsonNode narrower = app.ask("exchange", Map.of("token", token, "scope", EVERYDAY));
        JsonNode wider = app.refused("exchange", Map.of("token", token, "scope", EVERYDAY + " recording:play"));

        assertThat(scope(narrower)).contains("queue:monitor").doesNotContain("recording:play");
        assertThat(wider.path("name").asText()).as(wider.toString()).isEqualTo("ResponseBodyError");
        // Keycloak's own client policy of the realm is the first to refuse it.
        assertThat(wider.path("error_description").asText()).contains("recording:play");
    }

    @Test
    void serves_with_a_key_of_its_own_and_a_token_bound_to_another() {
        discover(Map.of("clientId", SERVICE, "usesKey", true));

        JsonNode tokens = app.ask("serve", Map.of("parameters", Map.of("scope", "record:view note:write")));

        JsonNode claims = Tokens.claims(tokens.path("access_token").asText());
        assertThat(tokens.path("token_type").asText()).isEqualToIgnoringCase("DPoP");
        assertThat(claims.at("/cnf/jkt").asText()).isNotEmpty();
        assertThat(claims.at("/contact_center/fields/record")).hasSize(3);
    }
}
