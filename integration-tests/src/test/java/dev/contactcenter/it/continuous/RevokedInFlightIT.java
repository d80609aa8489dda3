package dev.contactcenter.it.continuous;

import static dev.contactcenter.it.signals.DeviceRealm.supervisor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contactcenter.it.client.Person;
import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.Http;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.Waiting;
import dev.contactcenter.it.server.WithKeycloak;
import dev.contactcenter.it.signals.DeviceRealm;
import dev.contactcenter.it.signals.PostureIssuer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Requests that are under way read the session before its end is committed, and store it again after it. */
@Tag("continuous")
@Tag("attack")
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("A session that is revoked while requests of it are under way")
final class RevokedInFlightIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int AT_ONCE = 4;
    /** More than the last time that an order is carried out after it was taken. */
    private static final Duration LAST_LOOK = Duration.ofSeconds(12);

    private final PostureIssuer issuer = new PostureIssuer();
    private final DeviceRealm realm;
    private final RevocationOrders orders;

    RevokedInFlightIT(KeycloakServer server) {
        this.realm = DeviceRealm.of(server, "in-flight");
        this.orders = new RevocationOrders(realm.fixture().admin());
    }

    @BeforeAll
    void configure() {
        realm.trust(issuer, Map.of()).orFail();
    }

    @AfterAll
    void close() {
        realm.close();
        issuer.close();
    }

    @RepeatedTest(12)
    void goes_on_nowhere() throws Exception {
        Person person = supervisor(issuer.token("desk").signed());
        Tokens tokens = realm.granted(person);
        Queue<Tokens> more = new ConcurrentLinkedQueue<>();
        var stop = new AtomicBoolean();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> underWay = new ArrayList<>();
            for (int thread = 0; thread < AT_ONCE; thread++) {
                underWay.add(threads.submit(repeat(stop, () -> userInfo(tokens))));
                underWay.add(threads.submit(repeat(stop, () -> {
                    Answer refreshed = realm.console().refresh(tokens.refresh());
                    if (refreshed.status() == 200) {
                        more.add(new Tokens(refreshed));
                    }
                })));
            }

            orders.carryOut(Map.of("session", tokens.claims().path("sid").asText()));

            stop.set(true);
            for (Future<?> one : underWay) {
                one.get();
            }
        }

        more.add(tokens);
        for (Tokens one : more) {
            Answer refused = realm.console().refresh(one.refresh());
            assertThat(refused.text("error")).as(refused.body()).isEqualTo("invalid_grant");
            assertThat(userInfo(one).status()).isEqualTo(401);
        }
        assertThat(person.open(realm.console(), DeviceRealm.MONITOR).has("kc-form-login"))
                .as("the cookie signs nobody in")
                .isTrue();
    }

    @Test
    void is_another_than_the_one_that_the_person_begins_afterwards() {
        Tokens before = realm.granted(supervisor(issuer.token("desk").signed()));
        orders.carryOut(Map.of("user", "supervisor"));
        assertThat(realm.console().refresh(before.refresh()).status()).isEqualTo(400);

        // The order is about what there was: a sign-in in the second after it is a new proof, one of the same counts as
        // older.
        Waiting.untilNextSecond();
        Tokens after = Waiting.until(
                PATIENCE,
                () -> Optional.of(realm.granted(supervisor(issuer.token("desk").signed())))
                        .filter(tokens ->
                                realm.console().refresh(tokens.refresh()).status() == 200),
                () -> "Whoever was signed out cannot sign in any more");

        long deadline = System.nanoTime() + LAST_LOOK.toNanos();
        while (System.nanoTime() < deadline) {
            assertThat(realm.console().refresh(after.refresh()).status()).isEqualTo(200);
        }
    }

    private static Runnable repeat(AtomicBoolean stop, Runnable request) {
        return () -> {
            while (!stop.get()) {
                request.run();
            }
        };
    }

    private Answer userInfo(Tokens tokens) {
        return Http.send(HttpRequest.newBuilder(URI.create(realm.fixture().url() + "/protocol/openid-connect/userinfo"))
                .header("Authorization", "Bearer " + tokens.access()));
    }
}
