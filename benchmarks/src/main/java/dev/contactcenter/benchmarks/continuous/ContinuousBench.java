package dev.contactcenter.benchmarks.continuous;

import dev.contactcenter.demo.cluster.Database;
import dev.contactcenter.demo.cluster.TwoNodes;
import dev.contactcenter.demo.server.DemoRealm;
import dev.contactcenter.demo.server.ProjectFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/**
 * Measures what continuous evaluation costs and how fast it is, on PostgreSQL: the rate of refreshes against Keycloak alone, the
 * time from a signal at one of two servers to its effect at the other, and what it costs to revoke a device. The load is
 * bounded in count and stays on the loopback interface.
 */
final class ContinuousBench {

    private final ProjectFolder project;
    private final Path folder;
    private final boolean quick;
    private final Results results = new Results();

    private ContinuousBench(ProjectFolder project, Path folder, boolean quick) {
        this.project = project;
        this.folder = folder;
        this.quick = quick;
    }

    /**
     * Prints one line a figure and writes the same as JSON under {@code target/bench/}.
     *
     * @param arguments {@code --quick} for a short run, too short to be quoted
     */
    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        ProjectFolder project = ProjectFolder.find();
        Path folder = project.state("bench");
        Files.createDirectories(folder);
        var bench = new ContinuousBench(
                project, folder.resolve("continuous"), List.of(arguments).contains("--quick"));
        bench.refreshes();
        bench.signals();
        bench.results.write(folder.resolve("continuous.json"));
    }

    private void refreshes() throws IOException, InterruptedException {
        try (Database database = Database.start(folder.resolve("rates"))) {
            new RefreshRates(project, database, folder.resolve("rates")).measure(quick, results);
        }
    }

    private void signals() throws IOException, InterruptedException, SQLException {
        List<String> options = List.of("--spi-contact-center-recorder--outbox--drain-interval-millis=1000");
        try (TwoNodes nodes = TwoNodes.start(project, folder.resolve("nodes"), options);
                Scene scene = Scene.set(project, nodes)) {
            var orders = new Orders(scene.admin(), nodes.database());
            int sessions = quick ? 10 : 100;
            revoking(scene, orders, sessions);
            disabling(scene, sessions);
            devices(scene, orders);
        }
    }

    private void revoking(Scene scene, Orders orders, int count) throws IOException, InterruptedException {
        scene.add("agent-", 2);
        var speed = new SignalSpeed("revoked-session");
        for (int i = 0; i < count; i++) {
            var tokens = scene.signIn("agent-" + i % 2, "desk-of-agents");
            String session = tokens.session();
            String token = scene.admin().token();
            speed.measure(scene.watch(), tokens, () -> orders.revokeSession(token, session));
        }
        speed.tell(results);
    }

    private void devices(Scene scene, Orders orders) throws IOException, InterruptedException, SQLException {
        var revocation = new DeviceRevocation(scene, orders);
        revocation.warmUp(40);
        for (int sessions : quick ? new int[] {10, 100} : new int[] {10, 100, 1000}) {
            revocation.measure(sessions, results);
        }
        revocation.tell(results);
    }

    private void disabling(Scene scene, int count) throws IOException, InterruptedException {
        scene.add("leaver-", count);
        var speed = new SignalSpeed("disabled-user");
        for (int i = 0; i < count; i++) {
            String user = "leaver-" + i;
            String path = "/" + DemoRealm.NAME + "/users/" + scene.userId(user);
            var tokens = scene.signIn(user, "desk-of-" + user);
            String token = scene.admin().token();
            speed.measure(scene.watch(), tokens, () -> scene.admin().send("PUT", path, token, "{\"enabled\": false}"));
        }
        speed.tell(results);
    }
}
