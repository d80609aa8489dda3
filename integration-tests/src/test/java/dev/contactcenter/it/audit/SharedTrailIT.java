package dev.contactcenter.it.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactcenter.demo.cluster.Database;
import dev.contactcenter.it.audit.Receiver.Mood;
import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.BesideOthers;
import dev.contactcenter.it.server.Cluster;
import dev.contactcenter.it.server.RealmFixture;
import dev.contactcenter.it.server.Waiting;
import dev.contactcenter.it.server.WithKeycloak;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("audit")
@Tag("continuous")
@WithKeycloak
@BesideOthers
@DisplayName("The trail of two servers")
final class SharedTrailIT {

    private static final int EACH = 60;
    private static final int MESSAGE = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Cluster cluster;
    private final Receiver receiver = new Receiver();
    private final ExecutorService callers = Executors.newCachedThreadPool();
    private SinkRealm realm;

    private record End(long seq, String hash) {}

    SharedTrailIT(Cluster cluster) {
        this.cluster = cluster;
    }

    @BeforeEach
    void aRealm() {
        cluster.nodes().awaitBoth();
        realm = new SinkRealm(cluster.first());
    }

    @AfterEach
    void leave() {
        callers.shutdown();
        realm.close();
        receiver.close();
    }

    @Test
    void has_each_decision_of_both_once_and_no_gap() {
        realm.webhook(receiver, Map.of());

        load(EACH);

        awaitAll();
        assertThat(receiver.everyLine()).as("each line once").doesNotHaveDuplicates();
    }

    @Test
    void goes_on_by_the_other_when_one_is_killed_and_at_most_one_message_comes_twice() {
        realm.webhook(receiver, Map.of("timeout", "PT1S"));
        receiver.is(Mood.SLOW);
        load(EACH / 2);

        cluster.nodes().second().keycloak().kill();

        try {
            realm.permit(1);
            awaitAll();
            List<String> all = receiver.everyLine();
            assertThat(all.size() - all.stream().distinct().count())
                    .as("lines that came again")
                    .isLessThanOrEqualTo(MESSAGE);
        } finally {
            cluster.nodes().second().keycloak().start();
            cluster.nodes().awaitBoth();
        }
    }

    @Test
    void counts_nothing_that_a_server_notes_whose_sink_another_has_taken_over() {
        realm.webhook(receiver, Map.of("timeout", "PT30S", "batch", "1"));
        receiver.holdAfter(2);
        load(3);
        receiver.awaitHeld();

        // As if the one that waits for the receiver had stood still until its claim ended.
        change("update CONTACT_CENTER_SINK set CLAIMED_UNTIL = 0 where REALM_ID = ?");
        realm.awaitStanding("waiting", waiting -> waiting.asInt() == 0);
        receiver.letGo();
        realm.permit(2);

        awaitAll();
        realm.awaitStanding("waiting", waiting -> waiting.asInt() == 0);
        List<String> all = receiver.everyLine();
        assertThat(all.size() - all.stream().distinct().count())
                .as("lines that came again")
                .isEqualTo(1);
        assertThat(realm.standing().path("delivered").asLong())
                .isEqualTo(all.stream().distinct().count());
    }

    @Test
    void is_not_forked_by_a_server_that_knows_an_older_end_of_it() {
        realm.webhook(receiver, Map.of());
        realm.permit(1);
        awaitAll();
        End older = end();
        realm.permit(1);
        awaitAll();
        End newer = end();

        setEnd(older);
        realm.permit(1);
        Waiting.until(
                PATIENCE,
                () -> Optional.of(logs()).filter(text -> text.contains("pk_contact_center_chain_link")),
                () -> "No server was kept from going on from an older end: " + logs());
        setEnd(newer);

        awaitAll();
    }

    @ParameterizedTest
    @EnumSource
    void lacks_nothing_after_a_time_without_a_database_in_which_nobody_got_a_token(Trouble trouble) {
        realm.webhook(receiver, Map.of());
        load(5);
        Database database = cluster.nodes().database();

        List<Answer> meanwhile;
        trouble.begin(database);
        try {
            meanwhile = Stream.generate(realm::request).limit(3).toList();
        } finally {
            database.recover();
        }

        assertThat(meanwhile).allSatisfy(answer -> {
            assertThat(answer.status()).isGreaterThanOrEqualTo(500);
            assertThat(answer.body()).doesNotContain("access_token");
        });
        both().forEach(at -> Waiting.until(
                PATIENCE,
                () -> Optional.of(realm.requestAt(at)).filter(answer -> answer.status() == 200),
                () -> "The server does not recover: " + realm.requestAt(at)));
        load(5);
        awaitAll();
    }

    /** What may befall a database. */
    enum Trouble {
        FULL {
            @Override
            void begin(Database database) {
                database.refuseWrites();
            }
        },
        GONE {
            @Override
            void begin(Database database) {
                database.refuseConnections();
            }
        };

        abstract void begin(Database database);
    }

    /** Both are asked at once, so often each. */
    private void load(int times) {
        CompletableFuture<?>[] asked = both().stream()
                .map(at -> CompletableFuture.runAsync(() -> permit(at, times), callers))
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(asked).join();
    }

    private void permit(RealmFixture at, int times) {
        for (int i = 0; i < times; i++) {
            realm.permitAt(at);
        }
    }

    private List<RealmFixture> both() {
        return List.of(realm.fixture(), realm.fixture().at(cluster.second()));
    }

    private void awaitAll() {
        Waiting.until(
                PATIENCE,
                () -> Optional.of(received()).filter(received -> received.containsAll(realm.decided())),
                () -> realm.decided().size() + " were decided, only "
                        + received().size() + " came; " + realm.standing());
        assertThat(realm.verify(receiver.everyLine()).findings())
                .as("what an auditor finds")
                .isEmpty();
    }

    private List<String> received() {
        return receiver.records().stream()
                .map(record -> record.path("id").asText())
                .toList();
    }

    private String logs() {
        return cluster.nodes().first().keycloak().logText()
                + cluster.nodes().second().keycloak().logText();
    }

    private End end() {
        try (Connection connection = cluster.nodes().database().connect();
                PreparedStatement query =
                        connection.prepareStatement("select SEQ, HASH from CONTACT_CENTER_CHAIN where REALM_ID = ?")) {
            query.setString(1, realmId());
            ResultSet rows = query.executeQuery();
            rows.next();
            return new End(rows.getLong(1), rows.getString(2));
        } catch (SQLException e) {
            throw new IllegalStateException("The end of the chain cannot be read", e);
        }
    }

    private void setEnd(End end) {
        change("update CONTACT_CENTER_CHAIN set SEQ = %d, HASH = '%s' where REALM_ID = ?"
                .formatted(end.seq(), end.hash()));
    }

    private void change(String statement) {
        try (Connection connection = cluster.nodes().database().connect();
                PreparedStatement update = connection.prepareStatement(statement)) {
            update.setString(1, realmId());
            assertThat(update.executeUpdate()).as(statement).isEqualTo(1);
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be changed", e);
        }
    }

    private String realmId() {
        return realm.fixture().admin().get("").orFail().json().path("id").asText();
    }
}
