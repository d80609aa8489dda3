package dev.contactcenter.it.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactcenter.it.client.Person;
import dev.contactcenter.it.oidc.TestApp;
import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.Http;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.WithKeycloak;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An administrator, or who got hold of one's account, takes the policy away while people work. */
@Tag("attack")
@WithKeycloak
@DisplayName("When the policy is gone while sessions live")
final class PolicyGoneIT {

    private final Scene scene;
    private final TestApp console;

    PolicyGoneIT(KeycloakServer server) {
        this.scene = Scene.of(
                server,
                "policy-gone",
                plan -> plan.addClient(Clients.confidential(Clients.ALL_GRANTS))
                        .client("supervisor-console", Clients::exchangeable));
        this.console = scene.console();
    }

    @AfterEach
    void close() {
        scene.close();
    }

    static Stream<Arguments> ways() {
        return Stream.of(
                Arguments.of("deleted", (Consumer<Scene>)
                        scene -> scene.realm().admin().deletePolicy().orFail()),
                Arguments.of("its levels lost", (Consumer<Scene>) scene ->
                        scene.realm().admin().setAttribute("acr.loa.map", "{}").orFail()),
                Arguments.of("its highest level lost", (Consumer<Scene>) scene -> scene.realm()
                        .admin()
                        .setAttribute("acr.loa.map", "{\"password\":1,\"phr\":2}")
                        .orFail()));
    }

    @ParameterizedTest(name = "{0}: no action is granted, all else goes on")
    @MethodSource("ways")
    void no_action_is_granted_and_all_else_goes_on(String how, Consumer<Scene> takeAway) {
        Person supervisor = new Person("supervisor");
        Tokens plain = supervisor.signIn(console, "");
        supervisor.signIn(console, Scene.EVERYDAY);
        Tokens elevated = supervisor.signIn(console, Scene.ELEVATED);
        assertThat(elevated.scope()).contains(Scene.PLAY);

        takeAway.accept(scene);

        scene.assertDenied(console.refresh(elevated.refresh()), "no_valid_policy");
        scene.assertRefused(supervisor.open(console, Scene.ELEVATED), "no_valid_policy");
        scene.assertRefused(supervisor.open(console, Scene.EVERYDAY), "no_valid_policy");
        assertThat(userInfo(elevated).status())
                .as("what the token is for is not granted any more")
                .isEqualTo(401);
        assertThat(introspection(elevated).json().path("active").asBoolean()).isFalse();
        assertThat(userInfo(plain).status()).isEqualTo(200);
        assertThat(introspection(plain).json().path("active").asBoolean()).isTrue();
        assertThat(supervisor.signIn(console, "").scope()).doesNotContain(Scene.PLAY);
        assertThat(supervisor.elsewhere().signIn(console, "").scope()).doesNotContain(Scene.PLAY);
    }

    private Answer userInfo(Tokens tokens) {
        return Http.send(HttpRequest.newBuilder(URI.create(scene.realm().url() + "/protocol/openid-connect/userinfo"))
                .header("Authorization", "Bearer " + tokens.access()));
    }

    private Answer introspection(Tokens tokens) {
        return Http.post(
                scene.realm().url() + "/protocol/openid-connect/token/introspect",
                Map.of(
                        "client_id", Clients.ALL_GRANTS,
                        "client_secret", Clients.SECRET,
                        "token", tokens.access()));
    }
}
