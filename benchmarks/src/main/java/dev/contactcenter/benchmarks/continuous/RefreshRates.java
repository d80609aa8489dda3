package dev.contactcenter.benchmarks.continuous;

import dev.contactcenter.benchmarks.engine.Limit;
import dev.contactcenter.benchmarks.server.AllSignals;
import dev.contactcenter.benchmarks.server.Candidate;
import dev.contactcenter.benchmarks.server.Comparison;
import dev.contactcenter.benchmarks.server.Operation;
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

/**
 * The rate of refreshes with each decided anew from all signals, against a Keycloak without the pack: two servers alone, each
 * with a database of its own on one PostgreSQL, in turns.
 */
final class RefreshRates {

    /** More sessions than are refreshed within a second: Keycloak writes down the refresh of a session once a second at most. */
    private static final int SIGN_INS = 600;

    private static final int REFRESHES = 600;
    private static final int ROUNDS = 10;
    private static final double ENOUGH = 0.9;

    private final ProjectFolder project;
    private final Database database;
    private final Operation refresh = new Operation(
            new Comparison("refresh-rate-continuous", "per s"), new Comparison("refresh-cpu-continuous", "ms"));

    RefreshRates(ProjectFolder project, Database database) {
        this.project = project;
        this.database = database;
    }

    /** Measures and tells. */
    void measure(Path folder, boolean quick, Results results) throws IOException, InterruptedException {
        var agent = new DeskAgent();
        var realm = new SameRealm(project);
        try (var keys = new KeyServer(agent)) {
            KeycloakOptions plain = options(folder.resolve("alone"), "alone", List.of())
                    .withImports(realm.withoutPack(folder.resolve("realm-alone")));
            KeycloakOptions packed = options(folder.resolve("continuous"), "continuous", List.of(project.providerJar()))
                    .withImports(
                            realm.withSignals(folder.resolve("realm-continuous"), new AllSignals(project, keys.url())));
            try (var without = new Candidate(plain);
                    var with = new Candidate(packed, () -> AllSignals.shown(agent.report(Posture.COMPLIANT)))) {
                without.startAnew();
                with.startAnew();
                AllSignals.register(with.admin());
                without.signIns(SIGN_INS);
                with.signIns(SIGN_INS);
                if (!quick) {
                    WarmUp.of(() -> without.refreshes(REFRESHES), () -> with.refreshes(REFRESHES));
                }
                for (int round = 0; round < (quick ? 3 : ROUNDS); round++) {
                    refresh.without(without.refreshes(REFRESHES));
                    refresh.with(with.refreshes(REFRESHES));
                }
            }
        }
        refresh.figures().forEach(results::tell);
        results.tell(Limit.atLeast(refresh.rate().name(), refresh.rate().ratio(), ENOUGH, "of Keycloak alone"));
    }

    private KeycloakOptions options(Path folder, String name, List<Path> providers) {
        database.create(name);
        List<Integer> ports = LoopbackPorts.free(2);
        List<String> arguments = new ArrayList<>(database.keycloakArguments(name));
        if (!providers.isEmpty()) {
            arguments.add("--spi-contact-center-recorder--outbox--file=" + folder.resolve("records.jsonl"));
        }
        return KeycloakOptions.plain(
                        project.keycloak(), folder, new KeycloakOptions.Ports(ports.getFirst(), ports.getLast()))
                .withProviders(providers)
                .withLaunch(new KeycloakOptions.Launch(List.of("--db=postgres"), arguments, Map.of()));
    }
}
