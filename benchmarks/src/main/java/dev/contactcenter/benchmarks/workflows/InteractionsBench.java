package dev.contactcenter.benchmarks.workflows;

import dev.contactcenter.benchmarks.continuous.Percentiles;
import dev.contactcenter.benchmarks.continuous.Results;
import dev.contactcenter.benchmarks.engine.Figure;
import dev.contactcenter.benchmarks.engine.Limit;
import dev.contactcenter.benchmarks.server.AdminRest;
import dev.contactcenter.benchmarks.server.Candidate;
import dev.contactcenter.benchmarks.server.Comparison;
import dev.contactcenter.benchmarks.server.SignIns;
import dev.contactcenter.demo.cluster.Database;
import dev.contactcenter.demo.server.DemoRealm;
import dev.contactcenter.demo.server.ProjectFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Measures updates of the state of interactions beside a plain write by Keycloak's own REST at the same server, in turns, and the heap of a
 * server with live sessions, each of which has such a state, against that of a Keycloak alone with as many.
 */
final class InteractionsBench {

    private static final int REQUESTS = 200;
    private static final int SESSIONS = 50_000;
    private static final int FEW_SESSIONS = 100;

    /** More than a server remembers the state of. */
    private static final int DECIDED = 6000;

    /** An update may take as long as what Keycloak itself does. */
    private static final double AS_FAST = 1.0;

    private static final double MOST_HEAP = 1.05;
    private static final double MILLIS = 1e6;

    /** A token of a service lasts for longer than it takes to send so many. */
    private static final int A_TOKEN = 500;

    private final Results results = new Results();
    private final boolean quick;
    private final AtomicInteger sequence = new AtomicInteger();

    private InteractionsBench(boolean quick) {
        this.quick = quick;
    }

    /**
     * Prints one line a figure and writes the same as JSON under {@code target/bench/}.
     *
     * @param arguments {@code --quick} for a short run, too short to be quoted; {@code --heap} for the heap alone, which other work on the
     *     machine does not change
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        ProjectFolder project = ProjectFolder.find();
        Path folder = project.state("bench");
        Files.createDirectories(folder);
        var bench = new InteractionsBench(List.of(arguments).contains("--quick"));
        try (Database database = Database.start(folder.resolve("interactions").resolve("database"))) {
            bench.measure(
                    new LoadRealm(project, folder.resolve("interactions"), database).admittingPasswords(),
                    List.of(arguments).contains("--heap"));
        }
        bench.results.write(folder.resolve("interactions.json"));
    }

    private void measure(LoadRealm realm, boolean heapAlone) throws IOException, InterruptedException {
        try (Candidate without = realm.without();
                Candidate with = realm.with()) {
            with.startAnew();
            if (!heapAlone) {
                updates(with);
            }
            without.startAnew();
            heap(without, with);
        }
    }

    private void updates(Candidate server) throws IOException, InterruptedException {
        List<String> sessions = signIn(server, SignIns.AGENTS).ids();
        int warmUps = quick ? 1 : 20;
        int rounds = quick ? 1 : 10;
        var updates = new Percentiles();
        var plain = new Percentiles();
        for (int round = 0; round < warmUps + rounds; round++) {
            if (round == warmUps) {
                updates = new Percentiles();
                plain = new Percentiles();
            }
            plainWrites(server, plain);
            stateUpdates(server, sessions, updates);
        }
        tell("plain-write", plain, plain);
        tell("interaction-update", updates, plain);
        results.tell(
                Limit.atLeast("interaction-update-rate", updates.rate() / plain.rate(), AS_FAST, "of a plain write"));
        results.tell(
                Limit.atMost("interaction-update-p99", updates.at(99) / plain.at(99), AS_FAST, "of a plain write"));
    }

    private void tell(String name, Percentiles one, Percentiles peer) {
        results.tell(new Figure(name + "-rate", one.rate(), "per s", one.rate() / peer.rate(), "a plain write"));
        results.tell(new Figure(name + "-p99", one.at(99), "ms", one.at(99) / peer.at(99), "a plain write"));
    }

    private void stateUpdates(Candidate server, List<String> sessions, Percentiles taken)
            throws IOException, InterruptedException {
        var rest = new RealmRest(server.realm());
        String token = rest.token(LoadRealm.TELEPHONY);
        for (int i = 0; i < REQUESTS; i++) {
            String session = sessions.get(i % sessions.size());
            int next = sequence.incrementAndGet();
            time(taken, () -> rest.live(token, session, next));
        }
    }

    /** What it is compared with: an administrator changes an attribute of somebody. */
    private static void plainWrites(Candidate server, Percentiles taken) throws IOException, InterruptedException {
        AdminRest admin = server.admin();
        String token = admin.token();
        String path = "/" + DemoRealm.NAME + "/users/"
                + admin.send("GET", "/" + DemoRealm.NAME + "/users?exact=true&username=agent-0", token, "")
                        .path(0)
                        .path("id")
                        .asText();
        for (int i = 0; i < REQUESTS; i++) {
            String body = "{\"lastName\":\"Agent " + i + "\"}";
            time(taken, () -> admin.send("PUT", path, token, body));
        }
    }

    private static void time(Percentiles taken, Candidate.Request request) throws IOException, InterruptedException {
        long before = System.nanoTime();
        request.send();
        taken.add((System.nanoTime() - before) / MILLIS);
    }

    private void heap(Candidate without, Candidate with) throws IOException, InterruptedException {
        int count = quick ? FEW_SESSIONS : SESSIONS;
        var empty = new Comparison("heap-before-sessions", "MiB");
        var heap = new Comparison("heap-live-sessions", "MiB");
        // Who signs in first has classes loaded, which stay.
        signIn(without, FEW_SESSIONS);
        signIn(with, FEW_SESSIONS);
        empty.without().add(without.heap());
        empty.with().add(with.heap());
        Sessions alone = signIn(without, count);
        Sessions told = signIn(with, count);
        tellStates(with, told.ids());
        refresh(without, alone.refreshTokens());
        refresh(with, told.refreshTokens());
        heap.without().add(without.heap());
        heap.with().add(with.heap());
        results.tell(Figure.alone("live-sessions", count, "at each server"));
        results.tell(empty);
        results.tell(heap);
        results.tell(Limit.atMost(heap.name(), heap.ratio(), MOST_HEAP, "of Keycloak alone"));
    }

    private void tellStates(Candidate with, List<String> sessions) throws IOException, InterruptedException {
        var rest = new RealmRest(with.realm());
        for (int from = 0; from < sessions.size(); from += A_TOKEN) {
            String token = rest.token(LoadRealm.TELEPHONY);
            List<String> some = sessions.subList(from, Math.min(sessions.size(), from + A_TOKEN));
            var turn = new AtomicInteger();
            with.repeated(some.size(), () -> {
                int next = turn.getAndIncrement();
                rest.live(token, some.get(next), sequence.incrementAndGet());
            });
        }
    }

    /** The latest sessions are decided about once, so that the server remembers as many states as it ever does. */
    private static void refresh(Candidate server, List<String> refreshTokens) throws IOException, InterruptedException {
        var signIns = new SignIns(server.realm(), Map::of);
        var turn = new AtomicInteger();
        server.repeated(refreshTokens.size(), () -> signIns.refresh(refreshTokens.get(turn.getAndIncrement())));
    }

    /**
     * Sessions that were begun.
     *
     * @param ids of all of them
     * @param refreshTokens of the latest
     */
    private record Sessions(List<String> ids, List<String> refreshTokens) {}

    private static Sessions signIn(Candidate server, int count) throws IOException, InterruptedException {
        var signIns = new SignIns(server.realm(), Map::of);
        var turn = new AtomicInteger();
        Queue<String> ids = new ConcurrentLinkedQueue<>();
        Queue<String> latest = new ConcurrentLinkedQueue<>();
        server.repeated(count, () -> {
            int number = turn.getAndIncrement();
            SignIns.Tokens tokens = signIns.signInAtOnce(SignIns.agent(number % SignIns.AGENTS));
            ids.add(tokens.session());
            if (number >= count - DECIDED) {
                latest.add(tokens.refresh());
            }
        });
        return new Sessions(List.copyOf(ids), List.copyOf(latest));
    }
}
