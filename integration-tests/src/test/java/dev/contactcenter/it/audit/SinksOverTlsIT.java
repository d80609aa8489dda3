package dev.contactcenter.it.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactcenter.demo.server.KeycloakOptions;
import dev.contactcenter.demo.server.ProjectFolder;
import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.Waiting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a server of its own, whose truststore knows who certified the broker. */
@Tag("audit")
@DisplayName("A topic of Kafka behind TLS")
final class KafkaOverTlsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static KafkaBroker broker;
    private static KeycloakServer server;

    @BeforeAll
    static void aBrokerAndAServerThatTrustsIt(@TempDir Path folder) {
        broker = new KafkaBroker(ProjectFolder.find().root(), folder);
        broker.start();
        server = KeycloakServer.own(
                "keycloak-kafka",
                new KeycloakOptions.Launch(List.of(), List.of("--truststore-paths=" + broker.issuer()), Map.of()));
    }

    @AfterAll
    static void leave() {
        if (server != null) {
            server.close();
        }
        broker.close();
    }

    @Test
    void is_written_to_by_a_user_whose_password_nobody_on_the_way_sees() {
        broker.create("behind-tls", 2, Map.of());
        var reader = new KafkaReader(broker, "behind-tls");
        try (var realm = new SinkRealm(server)) {
            realm.sink("kafka", settings("localhost", "behind-tls")).orFail();

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
    void is_not_written_to_under_a_name_that_its_certificate_does_not_bear() {
        try (var realm = new SinkRealm(server)) {
            realm.sink("kafka", settings("127.0.0.1", "anything")).orFail();

            Answer tested = realm.test();

            assertThat(tested.status()).isEqualTo(502);
            assertThat(tested.text("detail")).contains("SSL handshake failed").contains("127.0.0.1");
        }
    }

    private static Map<String, String> settings(String host, String topic) {
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
