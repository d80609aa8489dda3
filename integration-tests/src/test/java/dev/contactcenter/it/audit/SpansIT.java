package dev.contactcenter.it.audit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.contactcenter.demo.server.KeycloakOptions;
import dev.contactcenter.it.server.Admin;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.Waiting;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What a collector of OpenTelemetry is sent: messages of OTLP, in which names and words stand as they are. The server has no file for its
 * records, so that it is the one to try its log with, too.
 */
@Tag("audit")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("A server that traces, with its log as its own sink,")
final class SpansIT {

    private static final int OK = 200;
    private static final int NO_BODY = -1;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<String> sent = new CopyOnWriteArrayList<>();
    private final HttpServer collector = collector();
    private final Receiver receiver = new Receiver();
    private final KeycloakServer server = KeycloakServer.own(
            "keycloak-traced",
            new KeycloakOptions.Launch(
                    List.of("--tracing-enabled=true"),
                    List.of(
                            "--tracing-endpoint=http://localhost:"
                                    + collector.getAddress().getPort(),
                            "--tracing-protocol=http/protobuf",
                            "--tracing-compression=none",
                            "--spi-contact-center-recorder--outbox--file="),
                    Map.of()));

    private HttpServer collector() {
        try {
            HttpServer made = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            made.createContext("/", exchange -> {
                sent.add(new String(exchange.getRequestBody().readAllBytes(), ISO_8859_1));
                exchange.sendResponseHeaders(OK, NO_BODY);
                exchange.close();
            });
            made.start();
            return made;
        } catch (IOException e) {
            throw new IllegalStateException("No collector can be had", e);
        }
    }

    @AfterAll
    void close() {
        server.close();
        receiver.close();
        collector.stop(0);
    }

    @Test
    void sends_a_span_for_each_decision_with_what_came_out_and_one_for_each_delivery() {
        try (SinkRealm realm = new SinkRealm(server)) {
            realm.webhook(receiver, Map.of());
            realm.permit(1);
            realm.deny();

            await("DecisionPoint.weigh", "contact_center.policy", outcome("permit"));
            await("DecisionPoint.weigh", outcome("deny"), "contact_center.reason");
            await("Offer.deliver", "contact_center.sink");
        }
    }

    @Test
    void sends_one_for_each_delivery_to_its_own_sink_and_logs_each_record_in_order() {
        try (SinkRealm realm = new SinkRealm(server)) {
            realm.permit(5);

            List<String> lines = Waiting.until(
                    PATIENCE,
                    () -> Optional.of(logged(realm))
                            .filter(logged -> ids(logged).containsAll(realm.decided())),
                    () -> "Of " + realm.decided() + " the log has only " + ids(logged(realm)));
            assertThat(ids(lines)).containsSubsequence(realm.decided());
            assertThat(realm.verify(lines).findings()).isEmpty();
            await("Offer.deliver", "contact_center.sink", "server's own");
        }
    }

    /** Records of the realm, but for one that is still being written. */
    private List<String> logged(SinkRealm realm) {
        String log = server.log();
        return log.substring(0, log.lastIndexOf('\n') + 1)
                .lines()
                .filter(line -> line.contains("[dev.contactcenter.decisions]"))
                .map(line -> line.substring(line.indexOf('{')))
                .filter(line -> Admin.object(line)
                        .path("realm")
                        .asText()
                        .equals(realm.fixture().name()))
                .toList();
    }

    private static List<String> ids(List<String> lines) {
        return lines.stream()
                .map(line -> Admin.object(line).path("id").asText())
                .toList();
    }

    /** An attribute is its name, the lengths and kinds of what follows, and its value. */
    private static String outcome(String value) {
        return "contact_center\\.outcome.{1,4}" + value;
    }

    private void await(String... words) {
        Waiting.until(
                PATIENCE,
                () -> sent.stream()
                        .filter(text -> List.of(words).stream()
                                .allMatch(word -> Pattern.compile(word, Pattern.DOTALL)
                                        .matcher(text)
                                        .find()))
                        .findFirst(),
                () -> "Of " + sent.size() + " messages none has " + List.of(words));
    }
}
