package dev.contactcenter.it.attack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contactcenter.it.client.Person;
import dev.contactcenter.it.client.Screen;
import dev.contactcenter.it.oidc.TestApp;
import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.Admin;
import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.Http;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.WithKeycloak;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A client that asks for an action and, one way or another, for less proof than the action takes. */
@Tag("attack")
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("An app that asks for less proof than the action takes")
final class AskingForTooLittleIT {

    private final Scene scene;
    private final TestApp console;
    private Person supervisor;

    AskingForTooLittleIT(KeycloakServer server) {
        this.scene = Scene.of(
                server,
                "too-little",
                plan -> plan.client(
                                "analyst-workbench",
                                client -> client.withObject("/attributes").put("default.acr.values", "password"))
                        .client(
                                "agent-desktop",
                                client -> client.withObject("/attributes")
                                        .put("acr.loa.map", "{\"phr\":1,\"phrh\":1,\"password\":1}")));
        this.console = scene.console();
        this.supervisor = new Person("supervisor");
    }

    @BeforeAll
    void enrol() {
        supervisor = scene.enrolled("supervisor", console);
        supervisor.signIn(console, Scene.EVERYDAY);
    }

    @AfterAll
    void close() {
        scene.close();
    }

    static Stream<Arguments> requests() {
        return Stream.of(
                Arguments.of("nothing but the session's cookie", Map.of()),
                Arguments.of("acr_values=password", Map.of("acr_values", "password")),
                Arguments.of("acr_values=0", Map.of("acr_values", "0")),
                Arguments.of(
                        "acr_values=phr password, of which Keycloak takes the lower",
                        Map.of("acr_values", "phr password")),
                Arguments.of("an essential acr claim", claims("{\"essential\":true,\"values\":[\"password\"]}")),
                Arguments.of("a voluntary acr claim", claims("{\"values\":[\"password\"]}")),
                Arguments.of("a long max_age", Map.of("max_age", "36000")));
    }

    @ParameterizedTest(name = "is asked for the passkey: {0}")
    @MethodSource("requests")
    void is_asked_for_the_passkey(String how, Map<String, String> request) {
        Screen screen = supervisor.open(console, Scene.ELEVATED, request);

        assertThat(screen.asksForPasskeyOnly()).as(screen.toString()).isTrue();
        assertThat(screen.callback()).isEmpty();
    }

    @ParameterizedTest(name = "is asked for the passkey, the request having been pushed: {0}")
    @MethodSource("requests")
    void is_asked_for_the_passkey_when_pushed(String how, Map<String, String> request) {
        Answer pushed = Http.post(
                scene.realm().url() + "/protocol/openid-connect/ext/par/request",
                console.authorization(Scene.ELEVATED, request));

        Screen screen = supervisor.open(
                console, "", Map.of("request_uri", pushed.orFail().text("request_uri")));

        assertThat(screen.asksForPasskeyOnly()).as(screen.toString()).isTrue();
    }

    @Test
    void is_asked_for_the_passkey_when_it_hides_the_scope_in_an_unsigned_request_object() {
        Screen screen = supervisor.open(console, "", requestObject());

        assertThat(screen.asksForPasskeyOnly()).as(screen.toString()).isTrue();
    }

    @Test
    void is_told_login_required_when_nobody_may_be_prompted() {
        Screen screen = supervisor.open(console, Scene.ELEVATED, Map.of("prompt", "none"));

        assertThat(screen.callback()).containsEntry("error", "login_required").doesNotContainKey("code");
    }

    @Test
    void is_asked_for_both_when_it_forces_a_login() {
        Screen form = supervisor.open(console, Scene.ELEVATED, Map.of("prompt", "login", "acr_values", "password"));

        Screen next = supervisor.typePassword(form);

        assertThat(next.asksForPasskeyOnly()).as(next.toString()).isTrue();
    }

    @Test
    void gains_nothing_from_its_default_level() {
        Person analyst = scene.enrolled("analyst", scene.app("analyst-workbench"));
        TestApp workbench = scene.app("analyst-workbench");
        analyst.signIn(workbench, "mode:analyst report:query");

        Screen screen = analyst.open(workbench, "mode:analyst transcript:view");

        assertThat(screen.asksForPasskeyOnly()).as(screen.toString()).isTrue();
    }

    @Test
    void gains_nothing_from_calling_a_password_phishing_resistant_itself() {
        Person agent = scene.enrolled("agent", scene.app("agent-desktop"));
        TestApp desktop = scene.app("agent-desktop");

        Tokens tokens = agent.signIn(desktop, "mode:agent record:view", Map.of("acr_values", "phr"));

        assertThat(tokens.acr()).isEqualTo("password");
    }

    @Test
    void plays_once_the_passkey_was_used() {
        Person honest = supervisor.elsewhere();

        Tokens tokens = honest.signIn(console, Scene.ELEVATED, Map.of("acr_values", "password"));

        assertThat(tokens.scope()).contains(Scene.PLAY);
        assertThat(tokens.acr()).isEqualTo("phr");
    }

    private static Map<String, String> claims(String acr) {
        return Map.of("claims", "{\"id_token\":{\"acr\":" + acr + "}}");
    }

    /** Without a signature, which Keycloak takes from any client that does not demand one. */
    private Map<String, String> requestObject() {
        ObjectNode claims = Admin.object();
        console.authorization(Scene.ELEVATED, Map.of("acr_values", "password")).forEach(claims::put);
        return Map.of(
                "scope", "openid", "request", encode("{\"alg\":\"none\"}") + "." + encode(claims.toString()) + ".");
    }

    private static String encode(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
    }
}
