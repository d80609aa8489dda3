package dev.contactcenter.it.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.contactcenter.it.audit.KafkaReader.Message;
import dev.contactcenter.it.client.Person;
import dev.contactcenter.it.oidc.TestApp;
import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.Admin;
import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.Waiting;
import dev.contactcenter.it.server.WithKeycloak;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@Tag("audit")
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("A topic of Kafka")
final class KafkaSinkIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String EVERYDAY = "mode:supervisor queue:monitor";
    private static final AtomicInteger TOPICS = new AtomicInteger();

    private final KeycloakServer server;
    private KafkaBroker broker;
    private SinkRealm realm;
    private String topic;
    private KafkaReader reader;

    KafkaSinkIT(KeycloakServer server) {
        this.server = server;
    }

    @BeforeAll
    void aBroker(@TempDir Path folder) {
        broker = new KafkaBroker(server.project().root(), folder);
        broker.start();
    }

    @AfterAll
    void noBroker() {
        broker.close();
    }

    @BeforeEach
    void aRealmAndATopic() {
        realm = new SinkRealm(server);
        topic = "decisions-" + TOPICS.incrementAndGet();
        reader = new KafkaReader(broker, topic);
    }

    @AfterEach
    void leave() {
        realm.close();
    }

    @Test
    void gets_each_record_once_with_its_session_as_the_key_and_in_order_within_it() {
        broker.create(topic, 4, Map.of());
        realm.sink("kafka", open(Map.of("timeout", "PT20S"))).orFail();
        List<String> sessions = twoSessions();
        realm.permit(3);

        awaitAll();
        Waiting.until(
                PATIENCE,
                () -> Optional.of(bySession().keySet()).filter(keys -> keys.containsAll(sessions)),
                () -> "Of " + sessions + " only these came: " + bySession().keySet());
        assertThat(reader.records().stream().map(message -> message.headers().get("id")))
                .doesNotHaveDuplicates();
        assertThat(reader.records()).allSatisfy(message -> {
            JsonNode record = message.json();
            String session = record.at("/actor/session").asText();
            assertThat(message.key())
                    .isEqualTo(session.isEmpty() ? record.at("/chain/id").asText() : session);
            assertThat(message.headers())
                    .isEqualTo(Map.of(
                            "id", record.path("id").asText(),
                            "chain", record.at("/chain/id").asText(),
                            "seq", record.at("/chain/seq").asText()));
        });
        assertOrderWithinEachSession();
    }

    /** Somebody at two browsers, whose tokens are renewed in turns. */
    private List<String> twoSessions() {
        TestApp console = new TestApp(realm.fixture(), "supervisor-console");
        Person supervisor = new Person("supervisor");
        Tokens one = supervisor.signIn(console, EVERYDAY);
        Tokens other = supervisor.elsewhere().signIn(console, EVERYDAY);
        for (int i = 0; i < 3; i++) {
            one = new Tokens(console.refresh(one.refresh()).orFail());
            other = new Tokens(console.refresh(other.refresh()).orFail());
        }
        return Stream.of(one, other)
                .map(tokens -> tokens.claims().path("sid").asText())
                .toList();
    }

    @Test
    void that_hangs_holds_up_no_other_sink() throws IOException {
        Receiver receiver = new Receiver();
        // It lets connections wait for ever.
        try (receiver;
                var hanging = new ServerSocket(0, 50, InetAddress.getByName("localhost"))) {
            Map<String, String> settings =
                    open(Map.of("servers", "localhost:" + hanging.getLocalPort(), "timeout", "PT1S"));
            realm.sink("kafka", settings).orFail();
            realm.webhook(receiver, Map.of("name", "other"));
            long begin = System.nanoTime();
            realm.permit(6);
            Duration taken = Duration.ofNanos(System.nanoTime() - begin);

            Waiting.until(
                    PATIENCE,
                    () -> Optional.of(receiver.records().stream()
                                    .map(record -> record.path("id").asText())
                                    .toList())
                            .filter(ids -> ids.containsAll(realm.decided())),
                    () -> "The webhook has only " + receiver.lines());
            realm.awaitStanding("last_error", error -> error.asText().contains("no broker answers in time"));
            assertThat(taken).as("6 grants while the broker hangs").isLessThan(Duration.ofSeconds(6));
            long tried = System.nanoTime();
            assertThat(realm.test().status()).isEqualTo(502);
            assertThat(Duration.ofNanos(System.nanoTime() - tried))
                    .as("a test of a sink whose time-out is PT1S")
                    .isLessThan(Duration.ofSeconds(3));
        }
    }

    @Test
    void that_is_missing_is_told_and_gets_everything_once_it_is_made() {
        realm.sink("kafka", open(Map.of())).orFail();
        realm.permit(3);
        realm.awaitStanding(
                "last_error", error -> error.asText().contains("Topic " + topic + " not present in metadata"));

        assertThat(realm.test().text("detail"))
                .startsWith("The test record cannot be delivered to the Kafka topic " + topic + " at "
                        + broker.servers() + ": ")
                .contains("This server does not host this topic-partition");
        broker.create(topic, 1, Map.of());

        awaitAll();
    }

    @Test
    void is_written_to_by_a_user_who_knows_the_password() {
        broker.create(topic, 2, Map.of());
        realm.sink("kafka", user(KafkaBroker.WRITER, KafkaBroker.PASSWORD)).orFail();

        assertThat(realm.test().status()).isEqualTo(200);
        realm.permit(3);

        awaitAll();
    }

    @Test
    @Tag("attack")
    void is_not_written_to_by_a_user_who_may_not_or_does_not_know_the_password() {
        broker.create(topic, 1, Map.of());
        Answer stranger = realm.sink("kafka", tried(user(KafkaBroker.STRANGER, KafkaBroker.PASSWORD)));
        Answer impostor = realm.sink("kafka", tried(user(KafkaBroker.WRITER, "guessed")));

        assertThat(stranger.body()).contains("Not authorized to access topics: [" + topic + "]");
        assertThat(impostor.body()).contains("invalid credentials with SASL mechanism SCRAM-SHA-256");
        assertThat(reader.messages()).isEmpty();
    }

    @Test
    @Tag("attack")
    void is_not_trusted_with_a_certificate_of_an_issuer_that_keycloak_does_not_know() {
        Answer answer = realm.sink(
                "kafka",
                tried(new TreeMap<>(Map.of(
                        "name", SinkRealm.NAME, "servers", "localhost:" + broker.securePort(), "topic", topic))));

        assertThat(answer.body()).contains("SSL handshake failed").contains("PKIX path");
    }

    @Test
    @Tag("attack")
    void is_not_reached_in_the_open_unless_it_is_on_this_computer() {
        Answer answer = realm.sink("kafka", open(Map.of("servers", "localhost:9092,kafka.example.test:9092")));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("it must be tls for brokers that are not on this computer");
    }

    @Test
    void that_takes_no_long_messages_gets_all_others_and_the_rest_are_dead_letters() {
        broker.create(topic, 1, Map.of("max.message.bytes", "4000"));
        realm.sink("kafka", open(Map.of())).orFail();
        realm.permit(2);
        awaitAll();
        int before = reader.records().size();

        // What is on record of this change is longer than that.
        realm.fixture()
                .admin()
                .put("", Admin.object().put("displayNameHtml", "long ".repeat(1500)))
                .orFail();
        realm.permit(2);

        realm.awaitStanding("dead_letters", letters -> letters.asInt() >= 1);
        awaitAll();
        assertThat(reader.records()).hasSizeGreaterThan(before);
        assertThat(permitted()).containsExactlyElementsOf(realm.decided());
    }

    @Test
    void can_be_tested_by_saving_it() {
        Answer missing = realm.sink("kafka", tried(open(Map.of())));
        assertThat(missing.body())
                .contains("Not saved: The test record cannot be delivered to the Kafka topic " + topic);

        broker.create(topic, 1, Map.of());
        realm.sink("kafka", tried(open(Map.of()))).orFail();

        assertThat(reader.messages().getFirst().json().path("event").asText()).isEqualTo("sink_test");
    }

    private Map<String, String> open(Map<String, String> more) {
        Map<String, String> settings = new TreeMap<>(Map.of(
                "name",
                SinkRealm.NAME,
                "servers",
                broker.servers(),
                "topic",
                topic,
                "encryption",
                "none",
                "timeout",
                "PT2S"));
        settings.putAll(more);
        return settings;
    }

    private Map<String, String> user(String name, String password) {
        return open(Map.of(
                "servers",
                broker.serversForUsers(),
                "mechanism",
                "scram-sha-256",
                "user",
                name,
                "secret",
                password,
                "timeout",
                "PT5S"));
    }

    private static Map<String, String> tried(Map<String, String> settings) {
        settings.put("trial", "when-saved");
        return settings;
    }

    private void awaitAll() {
        Waiting.until(
                PATIENCE,
                () -> Optional.of(permitted()).filter(permitted -> permitted.containsAll(realm.decided())),
                () -> "Of " + realm.decided() + " only these came: " + reader.messages() + "\n" + realm.standing());
    }

    /** Decisions of the service, in the order of their numbers. */
    private List<String> permitted() {
        return reader.records().stream()
                .filter(message -> message.json().at("/actor/client").asText().equals("cti-connector"))
                .filter(message -> message.json().path("outcome").asText().equals("permit"))
                .sorted((a, b) -> Long.compare(seq(a), seq(b)))
                .map(message -> message.headers().get("id"))
                .distinct()
                .toList();
    }

    private static long seq(Message message) {
        return Long.parseLong(message.headers().get("seq"));
    }

    private Map<String, List<Message>> bySession() {
        return reader.records().stream().collect(Collectors.groupingBy(Message::key));
    }

    /** Those that come twice are looked at where they came first. */
    private void assertOrderWithinEachSession() {
        assertThat(bySession()).allSatisfy((key, messages) -> {
            assertThat(messages.stream().map(Message::partition).distinct()).hasSize(1);
            assertThat(messages.stream().map(KafkaSinkIT::seq).distinct().toList())
                    .isSorted();
        });
    }
}
