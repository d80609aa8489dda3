package dev.contactcenter.it.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.contactcenter.demo.server.DemoRealm;
import dev.contactcenter.it.attack.Clients;
import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.Http;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.OwnServer;
import dev.contactcenter.it.server.RealmAdmin;
import dev.contactcenter.it.server.Waiting;
import dev.contactcenter.it.server.WithKeycloak;
import dev.contactcenter.trail.RealmKeys;
import dev.contactcenter.trail.TrailCheck;
import dev.contactcenter.trail.TrailReport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("soak")
@WithKeycloak
@DisplayName("A server that is killed at random moments under load")
final class KilledAtRandomIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SERVICE = "cti-connector";
    private static final int CALLERS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Random moments = new Random();
    private final Set<String> answered = ConcurrentHashMap.newKeySet();
    private OwnServer server;

    @BeforeEach
    void start(KeycloakServer common) {
        server = OwnServer.start(
                common,
                "keycloak-killed-at-random",
                "drain-interval-millis=100",
                List.of("--spi-contact-center-recorder--outbox--checkpoint-interval-millis=500"));
        RealmAdmin admin = server.admin(DemoRealm.NAME);
        String path = "/clients/" + admin.clientId(SERVICE);
        admin.change(path, Clients::unmarked).orFail();
        admin.change(path, Clients::greedyService).orFail();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void has_a_record_of_each_decision_that_it_answered_and_a_chain_that_verifies() {
        killAgainAndAgain(2);
    }

    @Test
    void has_them_after_fifty_times_too() {
        killAgainAndAgain(50);
    }

    private void killAgainAndAgain(int times) {
        for (int i = 0; i < times; i++) {
            killUnderLoad();
            server.keycloak().start();
        }
        Waiting.until(
                PATIENCE,
                () -> Optional.of(recorded())
                        .filter(recorded -> recorded.keySet().containsAll(answered)),
                () -> "Of " + answered.size() + " answered decisions no record came of "
                        + answered.stream()
                                .filter(id -> !recorded().containsKey(id))
                                .toList());
        TrailReport report = verify();

        assertThat(answered).hasSizeGreaterThan(times);
        assertThat(report.findings()).isEmpty();
        assertThat(recorded().values())
                .as("places in the chain of one record")
                .allSatisfy(places -> assertThat(places).hasSize(1));
    }

    private void killUnderLoad() {
        var loaded = new AtomicBoolean(true);
        int before = answered.size();
        try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
            for (int i = 0; i < CALLERS; i++) {
                callers.execute(() -> {
                    while (loaded.get()) {
                        ask();
                    }
                });
            }
            int enough = before + 5 + moments.nextInt(60);
            Waiting.until(
                    PATIENCE,
                    () -> Optional.of(answered.size()).filter(count -> count >= enough),
                    () -> "Only " + (answered.size() - before) + " were answered");
            server.keycloak().kill();
            loaded.set(false);
        }
    }

    /** Only what was answered counts: a server that is gone has promised nothing. */
    private void ask() {
        try {
            Answer answer = Http.post(
                    server.keycloak().realmUrl(DemoRealm.NAME) + "/protocol/openid-connect/token",
                    Map.of(
                            "grant_type",
                            "client_credentials",
                            "client_id",
                            SERVICE,
                            "client_secret",
                            Clients.SECRET,
                            "scope",
                            "record:view"));
            if (answer.status() == 200) {
                answered.add(new Tokens(answer).claims().path("txn").asText());
            }
        } catch (UncheckedIOException gone) {
            Thread.onSpinWait();
        }
    }

    /** By id, the numbers that each has in the chain: one, however often it was delivered. */
    private Map<String, Set<Long>> recorded() {
        Map<String, Set<Long>> places = new HashMap<>();
        for (JsonNode record : lines().stream()
                .map(KilledAtRandomIT::parse)
                .flatMap(Optional::stream)
                .toList()) {
            if (record.has("chain")) {
                places.computeIfAbsent(record.path("id").asText(), id -> new HashSet<>())
                        .add(record.at("/chain/seq").asLong());
            }
        }
        return places;
    }

    private List<String> lines() {
        return server.records().text().lines().toList();
    }

    /** Nothing for the half line that a death leaves behind. */
    private static Optional<JsonNode> parse(String line) {
        try {
            return Optional.of(JSON.readTree(line));
        } catch (JsonProcessingException half) {
            return Optional.empty();
        }
    }

    private TrailReport verify() {
        var keys = new RealmKeys();
        keys.add(Http.get(server.keycloak().realmUrl(DemoRealm.NAME) + "/protocol/openid-connect/certs")
                .orFail()
                .body());
        var check = new TrailCheck(keys);
        try {
            check.read(
                    "records", new ByteArrayInputStream(server.records().text().getBytes(UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return check.end(true);
    }
}
