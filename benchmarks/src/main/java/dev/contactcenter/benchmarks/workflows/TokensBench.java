package dev.contactcenter.benchmarks.workflows;

import dev.contactcenter.benchmarks.continuous.Results;
import dev.contactcenter.benchmarks.engine.Limit;
import dev.contactcenter.benchmarks.server.Candidate;
import dev.contactcenter.benchmarks.server.Operation;
import dev.contactcenter.benchmarks.server.WarmUp;
import dev.contactcenter.demo.cluster.Database;
import dev.contactcenter.demo.server.ProjectFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Measures the token endpoint with all mappers on against Keycloak alone: refreshes of people in a mode, and tokens that a service asks
 * for itself; once by a server that keeps no records, and once with its records kept and delivered. Three servers in turns.
 */
final class TokensBench {

    /** More sessions than are refreshed within a second: Keycloak writes down the refresh of a session once a second at most. */
    private static final int SIGN_INS = 600;

    private static final int REQUESTS = 600;
    private static final double ENOUGH = 0.9;

    private final Operation refresh = Operation.of("refresh-mappers");
    private final Operation refreshRecorded = refresh.beside("recorded");
    private final Operation service = Operation.of("client-credentials-mappers");
    private final Operation serviceRecorded = service.beside("recorded");
    private final boolean quick;
    private final int rounds;

    private TokensBench(boolean quick) {
        this.quick = quick;
        this.rounds = quick ? 1 : 30;
    }

    /**
     * Prints one line a figure and writes the same as JSON under {@code target/bench/}.
     *
     * @param arguments {@code --quick} for a short run, too short to be quoted
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        ProjectFolder project = ProjectFolder.find();
        Path folder = project.state("bench");
        Files.createDirectories(folder);
        var bench = new TokensBench(List.of(arguments).contains("--quick"));
        try (Database database = Database.start(folder.resolve("tokens").resolve("database"))) {
            bench.measure(new LoadRealm(project, folder.resolve("tokens"), database));
        }
        bench.tell(folder);
    }

    private void measure(LoadRealm realm) throws IOException, InterruptedException {
        try (Candidate without = realm.without();
                Candidate mapping = realm.withoutRecords();
                Candidate recording = realm.with()) {
            for (Candidate candidate : List.of(without, mapping, recording)) {
                candidate.startAnew();
                candidate.signIns(SIGN_INS);
            }
            if (!quick) {
                warmUp(without, mapping, recording);
            }
            for (int round = 0; round < rounds; round++) {
                refresh.without(without.refreshes(REQUESTS));
                refresh.with(mapping.refreshes(REQUESTS));
                refreshRecorded.with(recording.refreshes(REQUESTS));
                service.without(without.repeated(REQUESTS, service(without)));
                service.with(mapping.repeated(REQUESTS, service(mapping)));
                serviceRecorded.with(recording.repeated(REQUESTS, service(recording)));
            }
        }
    }

    private static void warmUp(Candidate... servers) throws IOException, InterruptedException {
        WarmUp.of(Stream.of(servers)
                .<WarmUp.Round>map(server -> () -> server.refreshes(REQUESTS))
                .toArray(WarmUp.Round[]::new));
        WarmUp.of(Stream.of(servers)
                .<WarmUp.Round>map(server -> () -> server.repeated(REQUESTS, service(server)))
                .toArray(WarmUp.Round[]::new));
    }

    private static Candidate.Request service(Candidate candidate) {
        var rest = new RealmRest(candidate.realm());
        return () -> rest.token(LoadRealm.SERVICE, "record:view%20note:write");
    }

    private void tell(Path folder) throws IOException {
        var results = new Results();
        for (Operation operation : List.of(refresh, refreshRecorded, service, serviceRecorded)) {
            operation.figures().forEach(results::tell);
            results.tell(Limit.atLeast(operation.rate().name(), operation.rate().ratio(), ENOUGH, "of Keycloak alone"));
        }
        results.write(folder.resolve("tokens.json"));
    }
}
