package dev.contactcenter.benchmarks.continuous;

import dev.contactcenter.benchmarks.engine.Limit;
import dev.contactcenter.benchmarks.server.AllSignals;
import dev.contactcenter.benchmarks.server.Candidate;
import dev.contactcenter.benchmarks.server.Comparison;
import dev.contactcenter.benchmarks.server.Operation;
import dev.contactcenter.benchmarks.server.PostgresServers;
import dev.contactcenter.benchmarks.server.SameRealm;
import dev.contactcenter.benchmarks.server.WarmUp;
import dev.contactcenter.demo.cluster.Database;
import dev.contactcenter.demo.desk.DeskAgent;
import dev.contactcenter.demo.desk.KeyServer;
import dev.contactcenter.demo.desk.Posture;
import dev.contactcenter.demo.server.KeycloakOptions;
import dev.contactcenter.demo.server.ProjectFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The rate of refreshes with each decided anew from all signals, against a Keycloak without the pack: once by a server that keeps no record
 * of it, which is what the evaluation takes, and once with its record kept and delivered, which is what a refresh takes in production. Three
 * servers, each with a database of its own on one PostgreSQL, in turns.
 */
final class RefreshRates {

    /** More sessions than are refreshed within a second: Keycloak writes down the refresh of a session once a second at most. */
    private static final int SIGN_INS = 600;

    private static final int REFRESHES = 600;
    private static final int ROUNDS = 30;
    private static final double ENOUGH = 0.9;

    private final PostgresServers servers;
    private final DeskAgent agent = new DeskAgent();
    private final Operation decided = new Operation(
            new Comparison("refresh-rate-continuous", "per s"), new Comparison("refresh-cpu-continuous", "ms"));
    private final Operation recorded = decided.beside("recorded");

    RefreshRates(ProjectFolder project, Database database, Path folder) {
        this.servers = new PostgresServers(project, database, folder);
    }

    /** Measures and tells. */
    void measure(boolean quick, Results results) throws IOException, InterruptedException {
        try (var keys = new KeyServer(agent);
                var alone = alone();
                var deciding = candidate(servers.discarding("deciding"), keys);
                var recording = candidate(servers.recording("recording"), keys)) {
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
            registerDevices(deciding, recording);
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

    /** Also after the warm-up: what was told of a device is too old after a quarter of an hour, and a slow machine warms up for long. */
    private static void registerDevices(Candidate... packed) throws IOException, InterruptedException {
        for (Candidate one : packed) {
            AllSignals.register(one.admin());
        }
    }

    private Candidate alone() throws IOException {
        return new Candidate(servers.alone("alone")
                .withImports(new SameRealm(servers.project())
                        .withoutPack(servers.folder().resolve("realm-alone"))));
    }

    private Candidate candidate(KeycloakOptions packed, KeyServer keys) throws IOException {
        ProjectFolder project = servers.project();
        Path realm = servers.folder().resolve("realm-" + packed.workFolder().getFileName());
        return new Candidate(
                packed.withImports(new SameRealm(project).withSignals(realm, new AllSignals(project, keys.url()))),
                () -> AllSignals.shown(agent.report(Posture.COMPLIANT)));
    }
}
