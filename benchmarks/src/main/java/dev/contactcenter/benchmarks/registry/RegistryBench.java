package dev.contactcenter.benchmarks.registry;

import dev.contactcenter.benchmarks.engine.Figure;
import dev.contactcenter.benchmarks.engine.Limit;
import dev.contactcenter.benchmarks.server.AdminRest;
import dev.contactcenter.benchmarks.server.PostgresServers;
import dev.contactcenter.demo.cluster.Database;
import dev.contactcenter.demo.server.KeycloakDistribution;
import dev.contactcenter.demo.server.ProjectFolder;
import dev.contactcenter.kit.device.Reporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Measures the device registry of a Keycloak on PostgreSQL: look-ups at two sizes, bulk updates, and the memory of a server. */
final class RegistryBench {

    private static final int FEW = 1000;
    private static final int MANY = 100_000;

    /** As many as the registry takes at once. */
    private static final int BODY = 10_000;

    private static final int ROUNDS = 10;
    private static final int LOOK_UPS = 1000;
    private static final double MEBI = 1024 * 1024;
    private static final String PLAIN = "plain SQL";

    /** The name of the server and of its database. */
    private static final String SERVER = "registry";

    private final List<Figure> figures = new ArrayList<>();
    private final List<Limit> limits = new ArrayList<>();

    private RegistryBench() {}

    /** Prints one line a figure and writes the same as JSON under {@code target/bench/}. */
    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        ProjectFolder project = ProjectFolder.find();
        Path folder = project.state("bench");
        Files.createDirectories(folder);
        var bench = new RegistryBench();
        bench.memory();
        try (Database database = Database.start(folder.resolve("registry-database"));
                var keycloak = new KeycloakDistribution(new PostgresServers(project, database, folder)
                        .recording(SERVER)
                        .withImports(List.of(project.realmFile())))) {
            keycloak.start();
            bench.updates(keycloak, database);
            // What the server does by itself would disturb.
            keycloak.stop();
            bench.lookUps(database);
        }
        bench.tell(folder);
    }

    private void memory() {
        double feed = CachedDevices.bytes(List.of(Reporter.feed("management", ""))) / MEBI;
        double both = CachedDevices.bytes(List.of(Reporter.feed("management", ""), Reporter.signal("agent"))) / MEBI;
        figures.add(Figure.alone("cached-devices-heap", feed, "MiB per 100,000"));
        figures.add(new Figure(
                "cached-devices-heap-two-reports", both, "MiB per 100,000", both / feed, "one report a device"));
    }

    private void updates(KeycloakDistribution keycloak, Database database)
            throws IOException, InterruptedException, SQLException {
        var admin = new AdminRest(keycloak.baseUrl());
        List<Double> first = store(admin, "compliant");
        store(admin, "noncompliant");
        List<Double> again = store(admin, "compliant");
        try (Connection connection = database.connect(SERVER)) {
            new DeviceTable(connection, DeviceTable.REGISTRY).require(MANY);
            DeviceTable plain = DeviceTable.copy(connection, "plain", "");
            double plainFirst = plain.upserts(MANY, "compliant");
            plain.upserts(MANY, "noncompliant");
            double plainAgain = plain.upserts(MANY, "compliant");
            update("first", median(first), plainFirst);
            update("again", median(again), plainAgain);
        }
    }

    private void update(String when, double rest, double plain) {
        figures.add(Figure.alone("device-upsert-" + when + "-plain", plain, "per s"));
        figures.add(new Figure("device-upsert-" + when, rest, "per s", rest / plain, PLAIN));
        limits.add(Limit.atLeast("devices stored " + when, rest, 5000, "per s"));
    }

    /** Devices per second of each body, from the request to the answer. */
    private static List<Double> store(AdminRest admin, String compliance) throws IOException, InterruptedException {
        List<Double> rates = new ArrayList<>();
        for (int from = 0; from < MANY; from += BODY) {
            String body = Fleet.json(from, from + BODY, compliance);
            String token = admin.token();
            long before = System.nanoTime();
            admin.storeDevices(token, body, BODY);
            rates.add(BODY / ((System.nanoTime() - before) / 1e9));
        }
        return rates;
    }

    private void lookUps(Database database) throws SQLException {
        try (Connection connection = database.connect(SERVER)) {
            var many = new DeviceTable(connection, DeviceTable.REGISTRY);
            DeviceTable few = DeviceTable.copy(connection, "few", Fleet.id(FEW - 1));
            few.require(FEW);
            many.analyze();
            few.analyze();
            String realm = many.realm();
            var random = new Random(FEW);
            few.lookUps(realm, random, FEW, LOOK_UPS);
            List<Double> first = many.lookUps(realm, random, MANY, LOOK_UPS);
            // Every desk is looked up in a working day: what is compared is not how much of each table was read before.
            few.lookUps(realm, random, FEW, MANY);
            many.lookUps(realm, random, MANY, 3 * MANY);
            List<Double> amongFew = new ArrayList<>();
            List<Double> amongMany = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                amongFew.addAll(few.lookUps(realm, random, FEW, LOOK_UPS));
                amongMany.addAll(many.lookUps(realm, random, MANY, LOOK_UPS));
            }
            double ratio = median(amongMany) / median(amongFew);
            figures.add(Figure.alone("device-lookup-" + FEW, median(amongFew), "µs"));
            figures.add(new Figure("device-lookup-" + MANY, median(amongMany), "µs", ratio, "that among " + FEW));
            figures.add(Figure.alone("device-lookup-" + MANY + "-first", median(first), "µs"));
            limits.add(Limit.atMost("look-up among 100,000 devices to 1,000", ratio, 1.5, "times"));
        }
    }

    private static double median(Collection<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    private void tell(Path folder) throws IOException {
        figures.forEach(figure -> System.out.println(figure.line()));
        limits.forEach(limit -> System.out.println(limit.line()));
        Files.writeString(
                folder.resolve("registry.json"),
                Stream.concat(
                                figures.stream().map(Figure::json),
                                limits.stream().map(Limit::json))
                        .collect(Collectors.joining(",\n  ", "[\n  ", "\n]\n")));
    }
}
