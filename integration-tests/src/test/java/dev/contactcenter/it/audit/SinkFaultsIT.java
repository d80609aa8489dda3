package dev.contactcenter.it.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.contactcenter.demo.server.KeycloakOptions;
import dev.contactcenter.demo.server.ProjectFolder;
import dev.contactcenter.it.oidc.TestApp;
import dev.contactcenter.it.server.BesideOthers;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.Waiting;
import dev.contactcenter.listeners.sink.Gate;
import dev.contactcenter.listeners.sink.Rsyslog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of sink in each bad way, with people who sign in and go on meanwhile. */
@Tag("audit")
@BesideOthers
@DisplayName("A sink")
final class SinkFaultsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int ROUNDS = 4;
    private static final Duration TIMEOUT = Duration.ofSeconds(1);

    private static final Map<Kind, GatedReceiver> RECEIVERS = new EnumMap<>(Kind.class);
    private static KeycloakServer server;

    enum Kind {
        WEBHOOK,
        SYSLOG,
        KAFKA
    }

    enum Fault {
        DOWN(Gate.State.DOWN),
        SLOW(Gate.State.SLOW),
        HANGING(Gate.State.HANGING),
        REFUSING(Gate.State.REFUSING),
        HALF_CLOSING(Gate.State.HALF_CLOSING),
        RESTARTING(Gate.State.OPEN);

        private final Gate.State gate;

        Fault(Gate.State gate) {
            this.gate = gate;
        }
    }

    @BeforeAll
    static void receiversAndAServerThatTrustsThem(@TempDir Path folder) throws IOException {
        Path root = ProjectFolder.find().root();
        List<String> trusting = new ArrayList<>();
        if (Rsyslog.program().isPresent()) {
            var syslog = new GatedSyslog(Files.createDirectory(folder.resolve("syslog")));
            RECEIVERS.put(Kind.SYSLOG, syslog);
            trusting.add("--truststore-paths=" + syslog.certificate());
        }
        RECEIVERS.put(Kind.KAFKA, new GatedKafka(root, Files.createDirectory(folder.resolve("kafka"))));
        RECEIVERS.put(Kind.WEBHOOK, new GatedWebhook());
        server = KeycloakServer.own("keycloak-trusting", new KeycloakOptions.Launch(List.of(), trusting, Map.of()));
    }

    @AfterAll
    static void leave() {
        if (server != null) {
            server.close();
        }
        RECEIVERS.values().forEach(GatedReceiver::close);
    }

    static Stream<Arguments> kindsAndFaults() {
        return Stream.of(Kind.values())
                .flatMap(kind -> Stream.of(Fault.values()).map(fault -> Arguments.of(kind, fault)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("kindsAndFaults")
    void in_a_bad_way_costs_nobody_a_sign_in_loses_nothing_and_keeps_the_order_of_each_session(Kind kind, Fault fault) {
        GatedReceiver receiver = RECEIVERS.get(kind);
        assumeTrue(receiver != null, "rsyslog is not installed");
        try (var realm = new SinkRealm(server)) {
            realm.sink(receiver.kind(), settings(receiver)).orFail();
            List<Someone> people = new ArrayList<>(List.of(someone(realm), someone(realm)));
            awaitAll(realm, receiver, people);

            receiver.gate().is(fault.gate);
            Duration taken = goOn(people, () -> people.add(someone(realm)));
            if (fault == Fault.RESTARTING) {
                receiver.restart();
            }
            assertThat(taken)
                    .as("what waiting for the sink each time would take at least")
                    .isLessThan(TIMEOUT.multipliedBy(ROUNDS * 2L + 1));
            if (fault != Fault.SLOW && fault != Fault.RESTARTING) {
                realm.awaitStanding("failures", failures -> failures.asInt() > 0);
            }
            receiver.gate().is(Gate.State.OPEN);

            people.forEach(Someone::goOn);
            awaitAll(realm, receiver, people);
            assertThat(realm.standing().path("lost").asInt()).isZero();
            assertThat(realm.standing().path("dead_letters").asInt()).isZero();
            assertOrderWithinEachSession(realm, receiver);
            assertThat(realm.verify(trail(realm, receiver)).findings()).isEmpty();
        } finally {
            receiver.gate().is(Gate.State.OPEN);
        }
    }

    private static Someone someone(SinkRealm realm) {
        return new Someone(new TestApp(realm.fixture(), "supervisor-console"));
    }

    private static Duration goOn(List<Someone> people, Runnable signIn) {
        long begin = System.nanoTime();
        for (int round = 0; round < ROUNDS; round++) {
            people.forEach(Someone::goOn);
        }
        signIn.run();
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private static Map<String, String> settings(GatedReceiver receiver) {
        Map<String, String> settings = new TreeMap<>(receiver.settings());
        settings.putAll(Map.of("name", SinkRealm.NAME, "timeout", TIMEOUT.toString()));
        return settings;
    }

    private static void awaitAll(SinkRealm realm, GatedReceiver receiver, List<Someone> people) {
        Set<String> decided =
                people.stream().flatMap(one -> one.decisions().stream()).collect(Collectors.toSet());
        Waiting.until(
                PATIENCE,
                () -> Optional.of(missing(decided, records(realm, receiver))).filter(Set::isEmpty),
                () -> "These did not come: " + missing(decided, records(realm, receiver)) + "\n" + realm.standing());
    }

    private static Set<String> missing(Set<String> decided, List<JsonNode> records) {
        Set<String> missing = new HashSet<>(decided);
        records.forEach(record -> missing.remove(record.path("id").asText()));
        return missing;
    }

    /** As they came. */
    private static List<JsonNode> records(SinkRealm realm, GatedReceiver receiver) {
        return receiver.lines().stream()
                .filter(line ->
                        line.path("realm").asText().equals(realm.fixture().name()))
                .toList();
    }

    /** Those that come again are looked at where they came first. */
    private static void assertOrderWithinEachSession(SinkRealm realm, GatedReceiver receiver) {
        Map<String, List<JsonNode>> bySession = records(realm, receiver).stream()
                .filter(record -> record.at("/actor/session").isTextual())
                .collect(Collectors.groupingBy(
                        record -> record.at("/actor/session").asText()));
        assertThat(bySession).hasSize(3);
        assertThat(bySession)
                .allSatisfy((session, records) -> assertThat(records.stream()
                                .map(SinkFaultsIT::seq)
                                .distinct()
                                .toList())
                        .isSorted());
    }

    /** What an auditor puts together of it, which is in the order of the chain. */
    private static List<String> trail(SinkRealm realm, GatedReceiver receiver) {
        Map<Long, JsonNode> bySeq = new TreeMap<>();
        records(realm, receiver).forEach(record -> bySeq.put(seq(record), record));
        return bySeq.values().stream().map(JsonNode::toString).toList();
    }

    private static long seq(JsonNode record) {
        return record.at("/chain/seq").asLong();
    }
}
