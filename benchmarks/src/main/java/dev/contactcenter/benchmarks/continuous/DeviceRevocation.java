package dev.contactcenter.benchmarks.continuous;

import dev.contactcenter.benchmarks.engine.Figure;
import dev.contactcenter.benchmarks.engine.Limit;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What it costs to revoke a device with few and with many sessions on it: time and statements of the database, per session. */
final class DeviceRevocation {

    /** Keycloak refuses a second sign-in of the same person at the same time, so each thread has a person of its own. */
    private static final int THREADS = 4;

    private static final String PERSON = "holder-";
    private static final double FLAT = 1.5;

    private final Scene scene;
    private final Orders orders;
    private final List<Cost> costs = new ArrayList<>();

    DeviceRevocation(Scene scene, Orders orders) throws IOException, InterruptedException {
        this.scene = scene;
        this.orders = orders;
        scene.add(PERSON, THREADS);
    }

    private record Cost(int sessions, double millis, double statements) {}

    /** A device that is not counted: classes are loaded and statements prepared afterwards. */
    void warmUp(int sessions) throws IOException, InterruptedException, SQLException {
        revoke("warm-up", sessions);
    }

    void measure(int sessions, Results results) throws IOException, InterruptedException, SQLException {
        Orders.Done done = revoke("desk-with-" + sessions, sessions);
        if (done.ended() != sessions) {
            throw new IllegalStateException("Of %d sessions %d were ended".formatted(sessions, done.ended()));
        }
        var cost = new Cost(sessions, done.millis() / sessions, done.statements() / sessions);
        costs.add(cost);
        String figure = "revoked-device-" + sessions;
        results.tell(Figure.alone(figure, done.millis(), "ms"));
        results.tell(ratio(figure + "-time", cost.millis(), costs.getFirst().millis(), "ms per session"));
        results.tell(ratio(
                figure + "-statements", cost.statements(), costs.getFirst().statements(), "statements per session"));
    }

    private Figure ratio(String name, double value, double first, String unit) {
        String to = costs.size() == 1 ? "" : "that of " + costs.getFirst().sessions() + " sessions";
        return new Figure(name, value, unit, value / first, to);
    }

    /** Holds the largest device against the smallest. */
    void tell(Results results) {
        Cost few = costs.getFirst();
        Cost many = costs.getLast();
        String what = " per session, " + many.sessions() + " sessions to " + few.sessions();
        results.tell(Limit.atMost("time" + what, many.millis() / few.millis(), FLAT, "times"));
        results.tell(Limit.atMost("statements" + what, many.statements() / few.statements(), FLAT, "times"));
    }

    private Orders.Done revoke(String device, int sessions) throws IOException, InterruptedException, SQLException {
        fill(device, sessions);
        return orders.revokeDevice(device);
    }

    private void fill(String device, int sessions) throws InterruptedException {
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<Integer>> all = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                String person = PERSON + thread;
                int share = sessions / THREADS + (thread < sessions % THREADS ? 1 : 0);
                Callable<Integer> work = () -> signIn(person, device, share);
                all.add(threads.submit(work));
            }
            for (Future<Integer> one : all) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("The sessions of " + device + " could not be begun", e);
        }
    }

    private int signIn(String person, String device, int count) throws IOException, InterruptedException {
        for (int i = 0; i < count; i++) {
            scene.signIn(person, device);
        }
        return count;
    }
}
