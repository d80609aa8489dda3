package dev.contactcenter.benchmarks.server;

import dev.contactcenter.benchmarks.engine.Limit;
import dev.contactcenter.demo.desk.DeskAgent;
import dev.contactcenter.demo.desk.KeyServer;
import dev.contactcenter.demo.desk.Posture;
import dev.contactcenter.demo.server.KeycloakOptions;
import dev.contactcenter.demo.server.ProjectFolder;
import dev.contactcenter.demo.web.LoopbackPorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares a Keycloak without the pack, one with it, and one with it and all its signals: the same realm, the same load, in turns
 * on the same machine. The load is bounded in count and stays on the loopback interface.
 */
final class ServerBench {

    /** Starts that are timed. */
    private static final int STARTS = 5;

    /** The load is measured with so many starts of each server: Java compiles it a little better or worse in each. */
    private static final int LOADED_STARTS = 2;

    private static final int ROUNDS = 15;
    private static final int WARM_UPS = 30;

    /** Java compiles what a sign-in runs for longer: after 900 of them it still takes a fifth to a quarter of the processor time. */
    private static final int MORE_SIGN_INS = 80;

    private static final int SIGN_INS = 30;
    private static final int REFRESHES = 150;
    private static final double ENOUGH = 0.9;

    private final Comparison start = new Comparison("server-start", "s");
    private final Comparison heap = new Comparison("heap-after-load", "MiB");
    private final Operation signIn = Operation.of("sign-in");
    private final Operation refresh = Operation.of("refresh");
    private final Comparison heapSignals = heap.beside("heap-after-load-signals");
    private final Operation signInSignals = signIn.beside("signals");
    private final Operation refreshSignals = refresh.beside("signals");

    private final boolean quick;

    private ServerBench(boolean quick) {
        this.quick = quick;
    }

    /**
     * Prints one line a figure and writes the same as JSON under {@code target/bench/}.
     *
     * @param arguments {@code --quick} for a short run, too short to be quoted
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        ProjectFolder project = ProjectFolder.find();
        Path folder = project.state("bench");
        var bench = new ServerBench(List.of(arguments).contains("--quick"));
        var agent = new DeskAgent();
        try (var keys = new KeyServer(agent)) {
            List<Integer> ports = LoopbackPorts.free(6);
            var realm = new SameRealm(project);
            var sources = new AllSignals(project, keys.url());
            KeycloakOptions plain = options(project, folder.resolve("without"), ports.subList(0, 2))
                    .withImports(realm.withoutPack(folder.resolve("realm-without")));
            KeycloakOptions packed = packed(project, folder.resolve("with"), ports.subList(2, 4))
                    .withImports(realm.withPack(folder.resolve("realm-with")));
            KeycloakOptions told = packed(project, folder.resolve("signals"), ports.subList(4, 6))
                    .withImports(realm.withSignals(folder.resolve("realm-signals"), sources));
            try (var without = new Candidate(plain);
                    var with = new Candidate(packed);
                    var signals = new Candidate(
                            told, () -> AllSignals.shown(agent.report(sources.nextDevice(), Posture.COMPLIANT)))) {
                bench.starts(without, with);
                signals.startAnew();
                bench.load(without, with, signals);
            }
        }
        bench.tell(folder);
    }

    private static KeycloakOptions packed(ProjectFolder project, Path folder, List<Integer> ports) {
        return options(project, folder, ports)
                .withProviders(List.of(project.providerJar()))
                .withStartArguments(
                        List.of("--spi-contact-center-recorder--outbox--file=" + folder.resolve("records.jsonl")));
    }

    private static KeycloakOptions options(ProjectFolder project, Path folder, List<Integer> ports) {
        return KeycloakOptions.plain(
                project.keycloak(), folder, new KeycloakOptions.Ports(ports.getFirst(), ports.getLast()));
    }

    private void starts(Candidate without, Candidate with) {
        // The first start also builds and imports; it is not measured.
        without.startAnew();
        without.stop();
        with.startAnew();
        with.stop();
        for (int round = 0; round < (quick ? 1 : STARTS); round++) {
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

    private void load(Candidate without, Candidate with, Candidate signals) throws IOException, InterruptedException {
        loadOnce(without, with, signals);
        heap.without().add(without.heap());
        heap.with().add(with.heap());
        heapSignals.with().add(signals.heap());
        for (int again = 1; again < (quick ? 1 : LOADED_STARTS); again++) {
            for (Candidate candidate : List.of(without, with, signals)) {
                candidate.stop();
                candidate.start();
            }
            loadOnce(without, with, signals);
        }
    }

    private void loadOnce(Candidate without, Candidate with, Candidate signals)
            throws IOException, InterruptedException {
        // With each start: what was told of a device is too old after a quarter of an hour.
        AllSignals.register(signals.admin());
        for (Candidate candidate : List.of(without, with, signals)) {
            for (int round = 0; round < (quick ? 1 : WARM_UPS); round++) {
                candidate.signIns(SIGN_INS);
                candidate.refreshes(REFRESHES);
            }
            for (int round = 0; !quick && round < MORE_SIGN_INS; round++) {
                candidate.signIns(SIGN_INS);
            }
        }
        for (int round = 0; round < (quick ? 1 : ROUNDS); round++) {
            signIn.without(without.signIns(SIGN_INS));
            signIn.with(with.signIns(SIGN_INS));
            signInSignals.with(signals.signIns(SIGN_INS));
            refresh.without(without.refreshes(REFRESHES));
            refresh.with(with.refreshes(REFRESHES));
            refreshSignals.with(signals.refreshes(REFRESHES));
        }
    }

    private void tell(Path folder) throws IOException {
        List<Comparison> all = Stream.concat(
                        Stream.of(start, heap, heapSignals),
                        Stream.of(signIn, signInSignals, refresh, refreshSignals)
                                .flatMap(operation -> operation.figures().stream()))
                .toList();
        List<Limit> limits = Stream.of(signInSignals.rate(), refreshSignals.rate())
                .map(one -> Limit.atLeast(one.name(), one.ratio(), ENOUGH, "of Keycloak alone"))
                .toList();
        all.forEach(figure -> System.out.println(figure.line()));
        limits.forEach(limit -> System.out.println(limit.line()));
        Files.writeString(
                folder.resolve("server.json"),
                Stream.concat(
                                all.stream().map(Comparison::json),
                                limits.stream().map(Limit::json))
                        .collect(Collectors.joining(",\n  ", "[\n  ", "\n]\n")));
    }
}
