package dev.contactcenter.it.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactcenter.it.client.Person;
import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.BesideOthers;
import dev.contactcenter.it.server.Cluster;
import dev.contactcenter.it.server.Promptly;
import dev.contactcenter.it.server.Waiting;
import dev.contactcenter.it.server.WithKeycloak;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("continuous")
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@BesideOthers
@DisplayName("A session that is revoked at one of two servers")
final class RevokedSessionIT {

    private static final int SEVERAL = 8;
    private static final int MANY = 40;

    /** A server that dies has its orders for some seconds more; then the other may take them over. */
    private static final Duration TAKEN_OVER = Duration.ofSeconds(40);

    private final Cluster cluster;
    private final SharedRealm realm;

    RevokedSessionIT(Cluster cluster) {
        this.cluster = cluster;
        this.realm = new SharedRealm(cluster, "revoked", "rules: []");
    }

    @BeforeAll
    void bothAreThere() {
        cluster.nodes().awaitBoth();
    }

    @AfterAll
    void close() {
        realm.close();
    }

    @ParameterizedTest(name = "by {0}: neither its tokens nor its cookie are worth anything at the other")
    @ValueSource(strings = {"session", "user", "device"})
    void leaves_nothing_at_the_other(String kind) {
        Person person = new Person("supervisor");
        String device = "lost-by-" + kind;
        Tokens tokens = realm.signIn(person, device);
        assertThat(isInUse(tokens)).isTrue();
        String value = switch (kind) {
            case "session" -> SharedRealm.session(tokens);
            case "user" -> "supervisor";
            default -> device;
        };

        SharedRealm.revoke(realm.here(), kind, value, kind).orFail();

        assertWorthless(tokens, "revoked by " + kind);
        assertThat(realm.signsInThere(person)).isFalse();
        assertEndedOnce(List.of(tokens));
    }

    @Test
    void goes_with_the_account_that_is_disabled_at_the_first() {
        Person person = new Person("agent");
        Tokens tokens = person.signIn(realm.console(realm.here()), "");

        realm.here()
                .admin()
                .change("/users/" + realm.here().admin().userId("agent"), user -> user.put("enabled", false))
                .orFail();

        assertWorthless(tokens, "account disabled");
        assertEndedOnce(List.of(tokens));
    }

    @Test
    void ends_once_although_both_servers_are_told_and_look_for_orders() {
        List<Tokens> sessions = several("desk-of-several", SEVERAL);

        Answer first = SharedRealm.revoke(realm.here(), "device", "desk-of-several", "told-twice")
                .orFail();
        Answer second = SharedRealm.revoke(realm.there(), "device", "desk-of-several", "told-twice")
                .orFail();

        assertThat(second.text("id")).isEqualTo(first.text("id"));
        awaitDone(first.text("id"), SEVERAL);
        assertEndedOnce(sessions);
    }

    @Test
    void ends_by_the_other_if_the_one_that_took_the_order_is_killed() {
        List<Tokens> sessions = several("desk-of-many", MANY);

        Answer taken = SharedRealm.revoke(
                        realm.there(),
                        "device",
                        "desk-of-many",
                        UUID.randomUUID().toString())
                .orFail();
        cluster.nodes().second().keycloak().kill();

        try {
            assertThat(progress(taken.text("id")).json().path("sessions_ended").asInt())
                    .as("killed before it was done")
                    .isLessThan(MANY);
            awaitDone(taken.text("id"), MANY);
            assertThat(sessions)
                    .allSatisfy(tokens -> assertThat(realm.console(realm.here())
                                    .refresh(tokens.refresh())
                                    .text("error"))
                            .isEqualTo("invalid_grant"));
            assertEndedOnce(sessions);
        } finally {
            cluster.nodes().second().keycloak().start();
            cluster.nodes().awaitBoth();
        }
        assertThat(sessions).noneMatch(this::isInUse);
    }

    private List<Tokens> several(String device, int count) {
        return Stream.generate(() -> realm.signIn(new Person("supervisor"), device))
                .limit(count)
                .toList();
    }

    private boolean isInUse(Tokens tokens) {
        return realm.refreshThere(tokens).status() == 200
                && realm.introspectThere(tokens).json().path("active").asBoolean();
    }

    private void assertWorthless(Tokens tokens, String what) {
        Promptly.becomes(
                what + ", refresh refused", () -> realm.refreshThere(tokens).status() == 400);
        Promptly.becomes(
                what + ", introspection inactive",
                () -> !realm.introspectThere(tokens).json().path("active").asBoolean());
        assertThat(realm.refreshThere(tokens).text("error")).isEqualTo("invalid_grant");
        assertThat(realm.userInfoThere(tokens).status()).isEqualTo(401);
    }

    private void awaitDone(String order, int sessions) {
        Waiting.until(
                TAKEN_OVER,
                () -> Optional.of(progress(order))
                        .filter(one -> one.text("state").equals("done")),
                () -> "The order is not carried out: " + progress(order));
        assertThat(progress(order).json().path("sessions_ended").asInt()).isEqualTo(sessions);
    }

    private Answer progress(String order) {
        return realm.here().admin().get("/contact-center/revocations/" + order).orFail();
    }

    /** Each has one record, whoever wrote it. */
    private void assertEndedOnce(List<Tokens> sessions) {
        for (Tokens tokens : sessions) {
            Waiting.until(
                    TAKEN_OVER,
                    () -> Optional.of(realm.endings(tokens)).filter(endings -> !endings.isEmpty()),
                    () -> "There is no record of the end of " + SharedRealm.session(tokens));
        }
        assertThat(sessions)
                .allSatisfy(tokens -> assertThat(realm.endings(tokens)).hasSize(1));
    }
}
