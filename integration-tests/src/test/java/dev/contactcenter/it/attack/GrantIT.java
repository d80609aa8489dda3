package dev.contactcenter.it.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactcenter.it.client.Person;
import dev.contactcenter.it.client.Screen;
import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.Admin;
import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.RealmFixture;
import dev.contactcenter.it.server.WithKeycloak;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Ways to a token beside the login. Each is tried twice: in the realm as it ships, where Keycloak's own executors say no,
 * and in one whose client policy was removed, where only the check before signing is left.
 */
@Tag("attack")
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("A grant without a login")
final class GrantIT {

    private final Scene shipped;
    private final Scene stripped;

    GrantIT(KeycloakServer server) {
        this.shipped = Scene.of(server, "grant", GrantIT::everythingOn);
        this.stripped = Scene.of(
                server,
                "grant-stripped",
                plan -> everythingOn(plan)
                        .change(realm -> realm.withObject("/clientPolicies").set("policies", Admin.array())));
    }

    private static RealmFixture.Plan everythingOn(RealmFixture.Plan plan) {
        return plan.withoutEnrolment()
                .addClient(Clients.allGrants())
                .client("supervisor-console", Clients::exchangeable)
                .client("cti-connector", Clients::greedyService);
    }

    @AfterAll
    void close() {
        shipped.close();
        stripped.close();
    }

    private static Answer grant(Scene scene, String client, Map<String, String> form) {
        Map<String, String> all = new HashMap<>(form);
        all.put("client_secret", Clients.SECRET);
        return scene.app(client).token(all);
    }

    private static Answer password(Scene scene, String scope) {
        return grant(
                scene,
                Clients.ALL_GRANTS,
                Map.of(
                        "grant_type",
                        "password",
                        "username",
                        "supervisor",
                        "password",
                        "demo",
                        "scope",
                        "openid " + scope));
    }

    private static Answer exchange(Scene scene, String scope) {
        Tokens subject = new Person("supervisor").signIn(scene.console(), Scene.EVERYDAY);
        return grant(
                scene,
                Clients.ALL_GRANTS,
                Map.of(
                        "grant_type",
                        "urn:ietf:params:oauth:grant-type:token-exchange",
                        "subject_token",
                        subject.access(),
                        "subject_token_type",
                        "urn:ietf:params:oauth:token-type:access_token",
                        "scope",
                        "openid " + scope));
    }

    private static Answer service(Scene scene, String client, String scope) {
        return grant(scene, client, Map.of("grant_type", "client_credentials", "scope", scope));
    }

    @Test
    void by_password_is_rejected_by_the_realm() {
        Scene.assertRejected(password(shipped, Scene.ELEVATED), "invalid_grant");
    }

    @Test
    void by_password_lacks_the_passkey() {
        stripped.assertInsufficient(password(stripped, Scene.ELEVATED));
    }

    @Test
    void by_exchange_is_rejected_by_the_realm_if_it_would_widen() {
        Scene.assertRejected(exchange(shipped, Scene.ELEVATED), "invalid_scope");
    }

    @Test
    void by_exchange_is_denied_if_it_would_widen() {
        stripped.assertDenied(exchange(stripped, Scene.ELEVATED), "exchange_wider_than_subject");
    }

    @Test
    void by_exchange_gives_what_the_subject_token_had() {
        for (Scene scene : List.of(shipped, stripped)) {
            Answer exchanged = exchange(scene, Scene.EVERYDAY);

            Scene.assertGivenWithoutPlay(exchanged);
            assertThat(new Tokens(exchanged).scope()).contains("queue:monitor");
        }
    }

    @Test
    void by_a_service_gives_what_is_the_services() {
        Answer answer = service(shipped, "cti-connector", "record:view");

        Tokens tokens = new Tokens(answer.orFail());
        assertThat(tokens.scope()).contains("record:view");
        assertThat(tokens.claims().path("exp").asLong()
                        - tokens.claims().path("iat").asLong())
                .isEqualTo(Duration.ofMinutes(2).toSeconds());
    }

    @Test
    void by_a_service_denies_what_is_not_the_services() {
        shipped.assertDenied(service(shipped, "cti-connector", "record:view recording:play"), "action_not_granted");
    }

    @Test
    void by_a_service_denies_a_mode() {
        shipped.assertDenied(service(shipped, "cti-connector", "record:view mode:supervisor"), "mode_not_eligible");
    }

    @Test
    void by_a_service_that_the_policy_does_not_name_is_denied() {
        shipped.assertDenied(service(shipped, Clients.ALL_GRANTS, "record:view"), "action_not_granted");
    }

    @Test
    void by_the_implicit_flow_is_none() {
        Person person = new Person("supervisor");

        Screen screen = person.open(shipped.console(), Scene.ELEVATED, Map.of("response_type", "token id_token"));

        assertThat(screen.callback()).doesNotContainKeys("access_token", "code");
        assertThat(screen.has("kc-form-login")).as(screen.toString()).isFalse();
    }
}
