package dev.contactcenter.it.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactcenter.it.client.Person;
import dev.contactcenter.it.continuous.Phone;
import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.BesideOthers;
import dev.contactcenter.it.server.Cluster;
import dev.contactcenter.it.server.Promptly;
import dev.contactcenter.it.server.Waiting;
import dev.contactcenter.it.server.WithKeycloak;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@Tag("continuous")
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@BesideOthers
@DisplayName("The state of an interaction at two servers")
final class SharedInteractionIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String RULES = """
            signals:
              interaction: { missing: [{ tiers: [0, 1, 2, 3], read: unknown }] }
            rules:
              - id: not-after-the-call
                actions: [queue:monitor]
                when: interaction.state == "wrap-up"
                deny: { reason: wrapping_up }
            """;

    private final Cluster cluster;
    private final SharedRealm realm;
    private final Phone phone;

    SharedInteractionIT(Cluster cluster) {
        this.cluster = cluster;
        this.realm = new SharedRealm(cluster, "shared-interactions", RULES);
        realm.signals().keep("contact-center-interaction", Map.of()).orFail();
        this.phone = Phone.in(realm.here());
    }

    @BeforeAll
    void bothAreThere() {
        cluster.nodes().awaitBoth();
    }

    @AfterAll
    void close() {
        realm.close();
    }

    @Test
    void that_is_told_to_one_counts_at_the_other_which_remembers_another() {
        Tokens tokens = realm.signIn(new Person("supervisor"), "i-1");
        phone.live(tokens, "call", 1);
        Promptly.becomes("call begun", () -> realm.monitorsThere(tokens));

        phone.stored(tokens, "{\"state\":\"wrap-up\",\"interaction_id\":\"call\",\"sequence\":2}");

        Promptly.becomes("wrapping up", () -> !realm.monitorsThere(tokens));
        phone.idle(tokens, 3);
        Promptly.becomes("call over", () -> realm.monitorsThere(tokens));
    }

    @Test
    void is_forgotten_when_it_has_expired_and_its_session_has_ended_and_not_before() {
        Tokens tokens = realm.signIn(new Person("supervisor"), "i-2");
        String sid = Phone.sid(tokens);
        phone.stored(
                tokens,
                "{\"state\":\"wrap-up\",\"interaction_id\":\"call\",\"customer\":\"c-1\",\"sequence\":5,\"expires_in\":1}");
        long first = keptUntil(sid).orElseThrow();

        awaitRow("It was never looked at", sid, until -> until.filter(now -> now > first));
        assertThat(phone.tell(sid, "{\"state\":\"idle\",\"sequence\":4}").text("outcome"))
                .isEqualTo("ignored");

        realm.here().admin().delete("/sessions/" + sid).orFail();

        awaitRow("It was never forgotten", sid, until -> until.isEmpty() ? Optional.of(0L) : Optional.empty());
    }

    /** Keycloak restarts a session under its id, also for another person; here the row is made another's instead. */
    @Test
    void that_was_told_of_another_person_is_not_that_of_whoever_has_the_session_now() {
        Tokens tokens = realm.signIn(new Person("supervisor"), "i-3");
        phone.stored(tokens, "{\"state\":\"wrap-up\",\"interaction_id\":\"call\",\"sequence\":9}");
        makeAnothers(Phone.sid(tokens));

        assertThat(realm.monitorsThere(tokens)).isTrue();

        phone.stored(tokens, "{\"state\":\"wrap-up\",\"interaction_id\":\"call\",\"sequence\":3}");
        Promptly.becomes("wrapping up", () -> !realm.monitorsThere(tokens));
    }

    private void makeAnothers(String sid) {
        try (Connection connection = cluster.nodes().database().connect();
                PreparedStatement change = connection.prepareStatement(
                        "update contact_center_interaction set user_id = 'another' where session_id = ?")) {
            change.setString(1, sid);
            assertThat(change.executeUpdate()).isEqualTo(1);
        } catch (SQLException e) {
            throw new IllegalStateException("The table of interactions cannot be changed", e);
        }
    }

    private void awaitRow(String complaint, String sid, UnaryOperator<Optional<Long>> is) {
        Waiting.until(PATIENCE, () -> is.apply(keptUntil(sid)), () -> complaint + ": " + keptUntil(sid));
    }

    private Optional<Long> keptUntil(String sid) {
        try (Connection connection = cluster.nodes().database().connect();
                PreparedStatement query = connection.prepareStatement(
                        "select kept_until from contact_center_interaction where session_id = ?")) {
            query.setString(1, sid);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? Optional.of(rows.getLong(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The table of interactions cannot be read", e);
        }
    }
}
