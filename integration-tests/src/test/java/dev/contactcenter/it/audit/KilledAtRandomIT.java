package dev.contactcenter.it.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.contactcenter.demo.server.DemoRealm;
import dev.contactcenter.it.server.Http;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.OwnServer;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What was answered before a server died is on record, once. The long run takes some twenty minutes:
 *
 * <pre>{@code bin/test soak -Dit.test=KilledAtRandomIT -Dkills=50 -Dseed=7}</pre>
 *
 * Without a seed each run has its own moments, and tells the seed when it fails.
 */
@Tag("audit")
@WithKeycloak
@DisplayName("A server that is killed at random moments under load")
final class KilledAtRandomIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final int FEW = 2;
    private static final int MANY = Integer.getInteger("kills", 50);

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random moments = new Random(seed);
    private OwnServer server;
    private MixedLoad load;

    @BeforeEach
    void start(KeycloakServer common) {
        server = OwnServer.onPostgres(
                common,
                "keycloak-killed-at-random",
                "drain-interval-millis=100",
                List.of("--spi-contact-center-recorder--outbox--checkpoint-interval-millis=500"));
        load = new MixedLoad(server.keycloak().realmUrl(DemoRealm.NAME), server.admin(DemoRealm.NAME));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void has_a_record_of_each_decision_that_it_answered_and_a_chain_that_verifies() {
        killAgainAndAgain(FEW);
    }

    @Test
    @Tag("soak")
    void has_them_however_often_it_was_killed() {
        killAgainAndAgain(MANY);
    }

    private void killAgainAndAgain(int times) {
        for (int i = 0; i < times; i++) {
            killUnderLoad();
            server.keycloak().start();
        }
        Set<String> answered = load.answered();
        Waiting.until(
                PATIENCE,
                () -> Optional.of(recorded())
                        .filter(recorded -> recorded.keySet().containsAll(answered)),
                () -> "With the seed " + seed + ", of " + answered.size() + " answered decisions no record came of "
                        + answered.stream()
                                .filter(id -> !recorded().containsKey(id))
                                .toList());
        TrailReport report = verify();

        assertThat(answered).hasSizeGreaterThan(times);
        assertThat(report.findings()).as("what an auditor finds, seed " + seed).isEmpty();
        assertThat(recorded().values())
                .as("places in the chain of one record, seed " + seed)
                .allSatisfy(places -> assertThat(places).hasSize(1));
    }

    /** Each kind of load is answered before each death. */
    private void killUnderLoad() {
        int before = load.answered().size();
        int signIns = load.signIns();
        int refreshes = load.refreshes();
        load.during(() -> {
            int enough = before + 5 + moments.nextInt(60);
            Waiting.until(
                    PATIENCE,
                    () -> Optional.of(load.answered().size())
                            .filter(count ->
                                    count >= enough && load.signIns() > signIns && load.refreshes() > refreshes),
                    () -> "Only " + (load.answered().size() - before) + " were answered, " + load.signIns()
                            + " sign-ins and " + load.refreshes() + " refreshes in all; " + load.troubles());
            assertThat(load.troubles())
                    .as("while the server lived, seed " + seed)
                    .isEmpty();
            server.keycloak().kill();
        });
        load.forgive();
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
