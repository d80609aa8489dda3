package dev.contactcenter.it.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactcenter.it.client.Person;
import dev.contactcenter.it.client.Screen;
import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.Admin;
import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.Waiting;
import dev.contactcenter.it.server.WithKeycloak;
import dev.contactcenter.it.signals.Desk;
import dev.contactcenter.it.signals.DeviceRealm;
import dev.contactcenter.it.signals.PostureIssuer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Whoever wants to end the session of somebody else by way of a desk. */
@Tag("attack")
@Tag("continuous")
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("The session of somebody at a shared desk")
final class SharedDeskTakeoverIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final PostureIssuer issuer = new PostureIssuer();
    private final ExecutorService people = Executors.newFixedThreadPool(2);
    private final DeviceRealm realm;
    private final DeviceRealm other;

    SharedDeskTakeoverIT(KeycloakServer server) {
        realm = DeviceRealm.of(server, "takeover", "false");
        other = DeviceRealm.of(server, "takeover-other", "false");
    }

    @BeforeAll
    void configure() {
        realm.trust(issuer, Map.of()).orFail();
        other.trust(issuer, Map.of()).orFail();
    }

    @AfterAll
    void close() {
        people.shutdownNow();
        realm.close();
        other.close();
        issuer.close();
    }

    private Desk desk(String id) {
        return new Desk(realm, issuer, id, "shared");
    }

    @Test
    void outlives_a_stranger_with_a_forged_report_of_the_desk() {
        Desk desk = desk("t-1");
        Tokens victim = desk.signIn("agent");
        Person stranger = new Person("supervisor");
        stranger.browser()
                .carry(
                        DeviceRealm.HEADER,
                        issuer.token("t-1")
                                .deviceClass("shared")
                                .key(PostureIssuer.FIRST_KEY, PostureIssuer.newKey())
                                .signed());

        desk.signIn(stranger);

        assertUntouched(desk, victim);
    }

    @Test
    void outlives_a_stranger_who_replays_the_report_of_the_desk() {
        Desk desk = desk("t-2");
        String report = issuer.token("t-2").deviceClass("shared").signed();
        Person agent = new Person("agent");
        agent.browser().carry(DeviceRealm.HEADER, report);
        Tokens victim = desk.signIn(agent);
        Person stranger = new Person("supervisor");
        stranger.browser().carry(DeviceRealm.HEADER, report);

        desk.signIn(stranger);

        assertUntouched(desk, victim);
    }

    @Test
    void outlives_a_stranger_who_signs_in_without_any_report_or_on_another_device() {
        Desk desk = desk("t-3");
        Tokens victim = desk.signIn("agent");

        desk.signIn(new Person("supervisor"));
        new Desk(realm, issuer, "T-3", "shared").signIn("supervisor");

        assertUntouched(desk, victim);
    }

    @Test
    void outlives_a_sign_in_that_fails() {
        Desk desk = desk("t-4");
        Tokens victim = desk.signIn("agent");
        Person clumsy = desk.person("supervisor");
        Screen login = desk.open(clumsy);

        Screen wrong =
                clumsy.browser().submit(login, "#kc-form-login", Map.of("username", "supervisor", "password", "wrong"));

        assertThat(wrong.has("kc-form-login")).as(wrong.toString()).isTrue();
        assertUntouched(desk, victim);
    }

    @Test
    void outlives_a_sign_in_that_the_policy_refuses() {
        Desk desk = desk("t-5");
        Tokens victim = desk.signIn("agent");
        Person refused = desk.person("supervisor");

        Screen end = refused.goOn(refused.open(realm.console(), "mode:supervisor recording:download"));

        assertThat(end.isRefusal()).as(end.toString()).isTrue();
        assertUntouched(desk, victim);
    }

    @Test
    void outlives_a_sign_in_that_is_left_before_its_end() {
        Desk desk = desk("t-6");
        Tokens victim = desk.signIn("agent");
        String user = "/users/" + realm.fixture().admin().userId("analyst");
        realm.fixture()
                .admin()
                .change(user, found -> found.set("requiredActions", Admin.array("webauthn-register-passwordless")))
                .orFail();
        Person leaving = desk.person("analyst");

        Screen halfway = leaving.typePassword(desk.open(leaving));

        assertThat(halfway.has("register")).as(halfway.toString()).isTrue();
        assertUntouched(desk, victim);
    }

    @Test
    void outlives_a_sign_in_on_a_desk_of_that_name_in_another_realm() {
        Desk desk = desk("t-7");
        Tokens victim = desk.signIn("agent");

        new Desk(other, issuer, "t-7", "shared").signIn("supervisor");

        assertUntouched(desk, victim);
    }

    @RepeatedTest(4)
    void is_the_only_one_there_when_two_people_sign_in_at_the_same_moment() {
        Desk desk = desk("t-8-" + System.nanoTime());
        var start = new CyclicBarrier(2);

        List<Optional<Answer>> answers = Stream.of("agent", "supervisor")
                .map(name -> CompletableFuture.supplyAsync(() -> signInTogether(desk, name, start), people))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(answers.stream().flatMap(Optional::stream))
                .as("Either tokens, or the other was there before the code was redeemed")
                .allMatch(
                        answer -> answer.status() == 200 || answer.text("error").equals("invalid_grant"));
        List<Tokens> both = answers.stream()
                .flatMap(Optional::stream)
                .filter(answer -> answer.status() == 200)
                .map(Tokens::new)
                .toList();

        Waiting.until(
                PATIENCE,
                () -> Optional.of(both.stream().filter(desk::goesOn).count()).filter(left -> left == 1),
                () -> "Not one session goes on, but "
                        + both.stream().filter(desk::goesOn).count());
        assertUntouched(desk, both.stream().filter(desk::goesOn).findFirst().orElseThrow());
    }

    private static Optional<Answer> signInTogether(Desk desk, String name, CyclicBarrier start) {
        Person person = desk.person(name);
        Screen login = desk.open(person);
        try {
            start.await(30, TimeUnit.SECONDS);
        } catch (Exception broken) {
            throw new IllegalStateException("The two did not start together", broken);
        }
        return desk.answerTo(person.typePassword(login));
    }

    /** What a handover ends, it ends in moments; a real one on a desk beside it tells when they have passed. */
    private void assertUntouched(Desk desk, Tokens victim) {
        Desk beside = desk("beside-" + System.nanoTime());
        Tokens before = beside.signIn("agent");
        beside.signIn("supervisor");
        beside.awaitEnd(before);
        assertThat(desk.goesOn(victim)).isTrue();
    }
}
