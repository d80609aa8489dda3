package dev.contactcenter.benchmarks.server;

import dev.contactcenter.demo.server.KeycloakOptions;
import dev.contactcenter.demo.server.ProjectFolder;
import dev.contactcenter.demo.web.LoopbackPorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Compares a Keycloak with the pack and one without it: the same realm, the same load, in turns on the same machine. The
 * load is bounded in count and stays on the loopback interface.
 */
final class ServerBench {

    private static final int ROUNDS = 5;
    private static final int SIGN_INS = 30;
    private static final int REFRESHES = 150;

    private final Comparison start = new Comparison("server-start", "s");
    private final Comparison heap = new Comparison("heap-after-load", "MiB");
    private final Comparison signIn = new Comparison("sign-in-rate", "per s");
    private final Comparison refresh = new Comparison("refresh-rate", "per s");

    private ServerBench() {}

    /** Prints one line a figure and writes the same as JSON under {@code target/bench/}. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        ProjectFolder project = ProjectFolder.find();
        Path folder = project.state("bench");
        List<Integer> ports = LoopbackPorts.free(4);
        var realm = new SameRealm(project);
        KeycloakOptions plain = options(project, folder.resolve("without"), ports.subList(0, 2))
                .withImports(realm.withoutPack(folder.resolve("realm-without")));
        KeycloakOptions packed = options(project, folder.resolve("with"), ports.subList(2, 4))
                .withProviders(List.of(project.providerJar()))
                .withImports(realm.withPack(folder.resolve("realm-with")))
                .withStartArguments(
                        List.of("--spi-contact-center-recorder--outbox--file=" + folder.resolve("records.jsonl")));
        var bench = new ServerBench();
        try (var without = new Candidate(plain);
                var with = new Candidate(packed)) {
            bench.starts(without, with);
            bench.load(without, with);
        }
        bench.tell(folder);
    }

    private static KeycloakOptions options(ProjectFolder project, Path folder, List<Integer> ports) {
        return KeycloakOptions.plain(
                project.keycloak(), folder, new KeycloakOptions.Ports(ports.getFirst(), ports.getLast()));
    }

    private void starts(Candidate without, Candidate with) {
        // The first start also builds and imports; it is not measured.
        without.start();
        without.stop();
        with.start();
        with.stop();
        for (int round = 0; round < ROUNDS; round++) {
            start.without().add(alone(without));
            start.with().add(alone(with));
        }
        without.start();
        with.start();
    }

    private static double alone(Candidate candidate) {
        double seconds = candidate.start();
        candidate.stop();
        return seconds;
    }

    private void load(Candidate without, Candidate with) throws IOException, InterruptedException {
        for (Candidate candidate : List.of(without, with)) {
            candidate.signIns(SIGN_INS);
            candidate.refreshes(REFRESHES);
        }
        for (int round = 0; round < ROUNDS; round++) {
            signIn.without().add(without.signIns(SIGN_INS));
            signIn.with().add(with.signIns(SIGN_INS));
            refresh.without().add(without.refreshes(REFRESHES));
            refresh.with().add(with.refreshes(REFRESHES));
        }
        heap.without().add(without.heap());
        heap.with().add(with.heap());
    }

    private void tell(Path folder) throws IOException {
        List<Comparison> all = List.of(start, heap, signIn, refresh);
        all.forEach(figure -> System.out.println(figure.line()));
        Files.writeString(
                folder.resolve("server.json"),
                all.stream().map(Comparison::json).collect(Collectors.joining(",\n  ", "[\n  ", "\n]\n")));
    }
}
