package dev.contactcenter.it.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.contactcenter.demo.server.KeycloakOptions;
import dev.contactcenter.demo.server.ProjectFolder;
import dev.contactcenter.it.server.Admin;
import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.BesideOthers;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.Waiting;
import dev.contactcenter.listeners.sink.Rsyslog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a server of its own, whose truststore knows who certified the receivers. */
@Tag("audit")
@BesideOthers
@DisplayName("A receiver behind TLS")
final class SinksOverTlsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Pattern MESSAGE = Pattern.compile(
            "<109>1 \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,6})?Z - contact-center - decision - \\{.*}");

    private static KafkaBroker broker;
    private static GatedSyslog syslog;
    private static KeycloakServer server;

    @BeforeAll
    static void receiversAndAServerThatTrustsThem(@TempDir Path folder) throws IOException {
        assumeTrue(Rsyslog.program().isPresent(), "rsyslog is not installed");
        broker = new KafkaBroker(ProjectFolder.find().root(), Files.createDirectory(folder.resolve("kafka")));
        broker.start();
        syslog = new GatedSyslog(Files.createDirectory(folder.resolve("syslog")));
        server = KeycloakServer.own(
                "keycloak-trusting",
                new KeycloakOptions.Launch(
                        List.of(),
                        List.of("--truststore-paths=" + broker.issuer() + "," + syslog.certificate()),
                        Map.of()));
    }

    @AfterAll
    static void leave() {
        Stream.of(server, broker, syslog).filter(Objects::nonNull).forEach(SinksOverTlsIT::close);
    }

    private static void close(AutoCloseable one) {
        try {
            one.close();
        } catch (Exception e) {
            throw new IllegalStateException("It cannot be ended: " + one, e);
        }
    }

    @Test
    void of_kafka_is_written_to_by_a_user_whose_password_nobody_on_the_way_sees() {
        broker.create("behind-tls", 2, Map.of());
        var reader = new KafkaReader(broker, "behind-tls");
        try (var realm = new SinkRealm(server)) {
            realm.sink("kafka", topic("localhost", "behind-tls")).orFail();

            realm.permit(3);

            Waiting.until(
                    PATIENCE,
                    () -> Optional.of(reader.records().stream()
                                    .map(message -> message.headers().get("id"))
                                    .toList())
                            .filter(ids -> ids.containsAll(realm.decided())),
                    () -> "Of " + realm.decided() + " only these came: " + reader.messages() + "\n" + realm.standing());
        }
    }

    @Test
    @Tag("attack")
    void of_kafka_is_not_written_to_under_a_name_that_its_certificate_does_not_bear() {
        try (var realm = new SinkRealm(server)) {
            realm.sink("kafka", topic("127.0.0.1", "anything")).orFail();

            Answer tested = realm.test();

            assertThat(tested.status()).isEqualTo(502);
            assertThat(tested.text("detail")).contains("SSL handshake failed").contains("127.0.0.1");
        }
    }

    @Test
    void of_syslog_gets_each_record_as_one_message_in_order() {
        try (var realm = new SinkRealm(server)) {
            realm.sink("syslog", syslog("localhost", "65536")).orFail();

            realm.permit(5);

            awaitAll(realm);
            assertThat(syslog.messages()).isNotEmpty().allMatch(MESSAGE.asMatchPredicate());
        }
    }

    @Test
    @Tag("attack")
    void of_syslog_is_not_written_to_under_a_name_that_its_certificate_does_not_bear() {
        try (var realm = new SinkRealm(server)) {
            realm.sink("syslog", syslog("127.0.0.1", "65536")).orFail();

            Answer tested = realm.test();

            assertThat(tested.status()).isEqualTo(502);
            assertThat(tested.text("detail"))
                    .contains("No subject alternative names matching IP address 127.0.0.1 found")
                    .contains("Keycloak's truststore has the issuer of its certificate");
        }
    }

    @Test
    void of_syslog_that_takes_no_long_messages_gets_all_others_and_the_rest_are_dead_letters() {
        try (var realm = new SinkRealm(server)) {
            realm.sink("syslog", syslog("localhost", "4096")).orFail();
            realm.permit(1);

            // What is on record of this change is longer than that.
            realm.fixture()
                    .admin()
                    .put("", Admin.object().put("displayNameHtml", "long ".repeat(1500)))
                    .orFail();
            realm.permit(2);

            realm.awaitStanding("dead_letters", letters -> letters.asInt() == 1);
            awaitAll(realm);
        }
    }

    private static void awaitAll(SinkRealm realm) {
        Waiting.until(
                PATIENCE,
                () -> Optional.of(permitted(realm)).filter(ids -> ids.equals(realm.decided())),
                () -> "Of " + realm.decided() + " only these came: " + syslog.messages() + "\n" + realm.standing());
    }

    private static List<String> permitted(SinkRealm realm) {
        return syslog.lines().stream()
                .filter(line ->
                        line.path("realm").asText().equals(realm.fixture().name()))
                .filter(line -> line.path("outcome").asText().equals("permit"))
                .map(line -> line.path("id").asText())
                .toList();
    }

    private static Map<String, String> syslog(String host, String longest) {
        Map<String, String> settings = new TreeMap<>(syslog.settings());
        settings.putAll(Map.of("name", SinkRealm.NAME, "host", host, "longest", longest));
        return settings;
    }

    private static Map<String, String> topic(String host, String topic) {
        return Map.of(
                "name",
                SinkRealm.NAME,
                "servers",
                host + ":" + broker.securePort(),
                "topic",
                topic,
                "mechanism",
                "scram-sha-256",
                "user",
                KafkaBroker.WRITER,
                "secret",
                KafkaBroker.PASSWORD,
                "timeout",
                "PT10S");
    }
}
