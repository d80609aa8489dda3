package dev.contactcenter.benchmarks.continuous;

import dev.contactcenter.benchmarks.engine.Limit;
import dev.contactcenter.benchmarks.server.AllSignals;
import dev.contactcenter.benchmarks.server.Candidate;
import dev.contactcenter.benchmarks.server.Comparison;
import dev.contactcenter.benchmarks.server.Operation;
import dev.contactcenter.benchmarks.server.RecorderOff;
import dev.contactcenter.benchmarks.server.SameRealm;
import dev.contactcenter.benchmarks.server.WarmUp;
import dev.contactcenter.demo.cluster.Database;
import dev.contactcenter.demo.desk.DeskAgent;
import dev.contactcenter.demo.desk.KeyServer;
import dev.contactcenter.demo.desk.Posture;
import dev.contactcenter.demo.server.KeycloakOptions;
import dev.contactcenter.demo.server.ProjectFolder;
import dev.contactcenter.demo.web.LoopbackPorts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The rate of refreshes with each decided anew from all signals, against a Keycloak without the pack: once by a server that keeps no record
 * of it, which is what the evaluation takes, and once with its record kept and delivered, which is what a refresh takes in production. Three
 * servers, each with a database of its own on one PostgreSQL, in turns.
 */
final class RefreshRates {

    /** More sessions than are refreshed within a second: Keycloak writes down the refresh of a session once a second at most. */
    private static final int SIGN_INS = 600;

    private static final int REFRESHES = 600;
    private static final int ROUNDS = 10;
    private static final double ENOUGH = 0.9;

    private final ProjectFolder project;
    private final Database database;
    private final Path folder;
    private final DeskAgent agent = new DeskAgent();
    private final Operation decided = new Operation(
            new Comparison("refresh-rate-continuous", "per s"), new Comparison("refresh-cpu-continuous", "ms"));
    private final Operation recorded = decided.beside("recorded");

    RefreshRates(ProjectFolder project, Database database, Path folder) {
        this.project = project;
        this.database = database;
        this.folder = folder;
    }

    /** Measures and tells. */
    void measure(boolean quick, Results results) throws IOException, InterruptedException {
        try (var keys = new KeyServer(agent);
                var alone = new Candidate(alone());
                var deciding = candidate(deciding(), keys);
                var recording = candidate(recording(), keys)) {
            alone.startAnew();
            alone.signIns(SIGN_INS);
            for (Candidate packed : List.of(deciding, recording)) {
                packed.startAnew();
                AllSignals.register(packed.admin());
                packed.signIns(SIGN_INS);
            }
            if (!quick) {
                WarmUp.of(
                        () -> alone.refreshes(REFRESHES),
                        () -> deciding.refreshes(REFRESHES),
                        () -> recording.refreshes(REFRESHES));
            }
            for (int round = 0; round < (quick ? 3 : ROUNDS); round++) {
                decided.without(alone.refreshes(REFRESHES));
                decided.with(deciding.refreshes(REFRESHES));
                recorded.with(recording.refreshes(REFRESHES));
            }
        }
        for (Operation operation : List.of(decided, recorded)) {
            operation.figures().forEach(results::tell);
            results.tell(Limit.atLeast(operation.rate().name(), operation.rate().ratio(), ENOUGH, "of Keycloak alone"));
        }
    }

    private Candidate candidate(KeycloakOptions packed, KeyServer keys) throws IOException {
        Path realm = folder.resolve("realm-" + packed.workFolder().getFileName());
        return new Candidate(
                packed.withImports(new SameRealm(project).withSignals(realm, new AllSignals(project, keys.url()))),
                () -> AllSignals.shown(agent.report(Posture.COMPLIANT)));
    }

    private KeycloakOptions alone() throws IOException {
        return options("alone", List.of(), List.of(), List.of())
                .withImports(new SameRealm(project).withoutPack(folder.resolve("realm-alone")));
    }

    private KeycloakOptions deciding() throws IOException {
        return options(
                "deciding",
                List.of(project.providerJar(), RecorderOff.jar(folder)),
                List.of(RecorderOff.OPTION),
                List.of());
    }

    private KeycloakOptions recording() {
        return options(
                "recording",
                List.of(project.providerJar()),
                List.of(),
                List.of("--spi-contact-center-recorder--outbox--file=" + folder.resolve("records.jsonl")));
    }

    private KeycloakOptions options(String name, List<Path> providers, List<String> build, List<String> options) {
        database.create(name);
        List<Integer> ports = LoopbackPorts.free(2);
        List<String> arguments = new ArrayList<>(database.keycloakArguments(name));
        arguments.addAll(options);
        return KeycloakOptions.plain(
                        project.keycloak(),
                        folder.resolve(name),
                        new KeycloakOptions.Ports(ports.getFirst(), ports.getLast()))
                .withProviders(providers)
                .withLaunch(new KeycloakOptions.Launch(
                        Stream.concat(Stream.of("--db=postgres"), build.stream())
                                .toList(),
                        arguments,
                        Map.of()));
    }
}
