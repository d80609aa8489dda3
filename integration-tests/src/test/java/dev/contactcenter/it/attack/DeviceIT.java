package dev.contactcenter.it.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactcenter.it.client.Person;
import dev.contactcenter.it.client.Screen;
import dev.contactcenter.it.oidc.TestApp;
import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.Http;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.Waiting;
import dev.contactcenter.it.server.WithKeycloak;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A device that has no browser and is let in from another. */
@Tag("attack")
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("A device that asks for an action")
final class DeviceIT {

    private static final Duration FRESH = Duration.ofSeconds(4);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Scene scene;
    private final TestApp device;
    private Person supervisor;

    DeviceIT(KeycloakServer server) {
        this.scene = Scene.of(server, "device", plan -> plan.freshness(FRESH).addClient(Clients.allGrants()));
        this.device = scene.app(Clients.ALL_GRANTS);
        this.supervisor = new Person("supervisor");
    }

    @BeforeAll
    void enrol() {
        supervisor = scene.enrolled("supervisor", scene.console());
    }

    @AfterAll
    void close() {
        scene.close();
    }

    @Test
    void waits_for_the_passkey_of_the_person() {
        Person person = supervisor.elsewhere();
        Answer started = start();

        Screen screen = person.typePassword(verification(person, started));

        assertThat(screen.asksForPasskeyOnly()).as(screen.toString()).isTrue();
        Scene.assertRejected(poll(started), "authorization_pending");
    }

    @Test
    void gets_nothing_when_it_fetches_the_token_after_the_passkey_has_grown_old() {
        Person person = supervisor.elsewhere();
        Answer started = start();
        Screen consent = person.goOn(verification(person, started));
        Screen end = person.browser().submit(consent, "form:has([name=accept])", Map.of("accept", "Yes"));
        assertThat(end.answer().status()).as(end.toString()).isEqualTo(200);
        pause();

        Answer fetched = Waiting.until(
                PATIENCE,
                () -> Optional.of(poll(started))
                        .filter(one -> !one.text("error").equals("slow_down")),
                () -> "The device is told to slow down for ever");

        scene.assertInsufficient(fetched);
    }

    /** No condition to wait for: what is awaited is that time passes. */
    private static void pause() {
        try {
            Thread.sleep(FRESH.plusSeconds(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Answer start() {
        return Http.post(
                        scene.realm().url() + "/protocol/openid-connect/auth/device",
                        Map.of(
                                "client_id", Clients.ALL_GRANTS,
                                "client_secret", Clients.SECRET,
                                "scope", "openid " + Scene.ELEVATED))
                .orFail();
    }

    private static Screen verification(Person person, Answer started) {
        return person.browser().open(URI.create(started.text("verification_uri_complete")));
    }

    private Answer poll(Answer started) {
        return device.token(Map.of(
                "grant_type",
                "urn:ietf:params:oauth:grant-type:device_code",
                "client_secret",
                Clients.SECRET,
                "device_code",
                started.text("device_code")));
    }
}
