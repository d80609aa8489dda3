package dev.contactcenter.it.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.AuthenticationDevice;
import dev.contactcenter.it.server.Http;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.RealmFixture;
import dev.contactcenter.it.server.Waiting;
import dev.contactcenter.it.server.WithKeycloak;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A login that the person approves on a phone (OpenID CIBA): whatever the phone proved, Keycloak knows no level of it. */
@Tag("attack")
@WithKeycloak
@DisplayName("A backchannel login")
final class BackchannelIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Scene scene;

    BackchannelIT(KeycloakServer server) {
        assumeTrue(server.distribution().isPresent(), "a container cannot reach the phone of the test");
        this.scene = Scene.of(server, "backchannel", BackchannelIT::withClient);
    }

    private static RealmFixture.Plan withClient(RealmFixture.Plan plan) {
        return plan.withoutEnrolment().addClient(Clients.allGrants());
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void gives_what_needs_no_passkey() {
        Answer answer = approved(Scene.EVERYDAY);

        assertThat(new Tokens(answer.orFail()).scope()).contains("queue:monitor");
    }

    @Test
    void gives_nothing_that_needs_a_passkey() {
        scene.assertInsufficient(approved(Scene.ELEVATED));
    }

    private Answer approved(String scope) {
        try (AuthenticationDevice phone = AuthenticationDevice.on()) {
            Answer started = Http.post(
                            scene.realm().url() + "/protocol/openid-connect/ext/ciba/auth",
                            Map.of(
                                    "client_id",
                                    Clients.ALL_GRANTS,
                                    "client_secret",
                                    Clients.SECRET,
                                    "login_hint",
                                    "supervisor",
                                    "scope",
                                    "openid " + scope))
                    .orFail();
            phone.approve(scene.realm());
            return Waiting.until(
                    PATIENCE,
                    () -> Optional.of(poll(started)).filter(one -> !isToWait(one)),
                    () -> "The login stays pending");
        }
    }

    private static boolean isToWait(Answer answer) {
        return answer.text("error").equals("slow_down") || answer.text("error").equals("authorization_pending");
    }

    private Answer poll(Answer started) {
        return scene.app(Clients.ALL_GRANTS)
                .token(Map.of(
                        "grant_type",
                        "urn:openid:params:grant-type:ciba",
                        "client_secret",
                        Clients.SECRET,
                        "auth_req_id",
                        started.text("auth_req_id")));
    }
}
