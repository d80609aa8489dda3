package dev.contactcenter.it.server;

import dev.contactcenter.demo.cluster.Database;
import dev.contactcenter.demo.server.KeycloakDistribution;
import dev.contactcenter.demo.server.KeycloakOptions;
import dev.contactcenter.demo.web.LoopbackPorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A server of a test's own, for tests that kill it. Made from the files of the common one, which are augmented already;
 * with a database of its own that writes to disk at each commit, as a production database does.
 */
public final class OwnServer implements AutoCloseable {

    private static final String USER = "sa";
    private static final String PASSWORD = "of-the-test";

    /** Options of a server whose database is changed while it is stopped. */
    public static final List<String> OPEN_DATABASE = List.of("--db-username=" + USER, "--db-password=" + PASSWORD);

    private final KeycloakDistribution keycloak;
    private final Path folder;
    private final Optional<Database> postgres;

    private OwnServer(KeycloakDistribution keycloak, Path folder, Optional<Database> postgres) {
        this.keycloak = keycloak;
        this.folder = folder;
        this.postgres = postgres;
    }

    /**
     * Prepares and starts one, with the realm {@code contact-center}.
     *
     * @param name of its folder
     * @param recorderOption for example {@code drain-interval-millis=60000}
     */
    public static OwnServer start(KeycloakServer common, String name, String recorderOption) {
        return start(common, name, recorderOption, List.of());
    }

    /**
     * The same with more options of Keycloak's.
     *
     * @param more options of the start, not of the build
     */
    public static OwnServer start(KeycloakServer common, String name, String recorderOption, List<String> more) {
        Path folder = emptied(common, name);
        var keycloak = new KeycloakDistribution(options(
                common,
                folder,
                DistributionRuntime.BUILD_ARGUMENTS,
                join(Stream.of(List.of("--db-url=" + databaseUrl(folder)), recording(folder, recorderOption), more))));
        common.distribution().ifPresent(keycloak::takeFilesOf);
        return started(keycloak, folder, Optional.empty());
    }

    /**
     * The same on a PostgreSQL of its own, which takes half a minute more. Of a server that is killed while it writes, the file database of
     * Keycloak's development may keep what was never committed, locked for good (H2 2.4.240): no database for tests of what is lost.
     */
    public static OwnServer onPostgres(KeycloakServer common, String name, String recorderOption, List<String> more) {
        Path folder = emptied(common, name);
        Database database = Database.start(folder);
        var keycloak = new KeycloakDistribution(options(
                common,
                folder,
                join(Stream.of(DistributionRuntime.BUILD_ARGUMENTS, List.of("--db=postgres"))),
                join(Stream.of(database.keycloakArguments(), recording(folder, recorderOption), more))));
        return started(keycloak, folder, Optional.of(database));
    }

    private static OwnServer started(KeycloakDistribution keycloak, Path folder, Optional<Database> postgres) {
        var server = new OwnServer(keycloak, folder, postgres);
        try {
            keycloak.start();
            return server;
        } catch (RuntimeException notStarted) {
            server.close();
            throw notStarted;
        }
    }

    private static KeycloakOptions options(
            KeycloakServer common, Path folder, List<String> build, List<String> arguments) {
        List<Integer> ports = LoopbackPorts.free(2);
        return KeycloakOptions.plain(
                        common.project().keycloak(), folder, new KeycloakOptions.Ports(ports.get(0), ports.get(1)))
                .withProviders(List.of(common.project().providerJar()))
                .withImports(
                        List.of(common.project().realmFile(), common.project().usersFile()))
                .withLaunch(new KeycloakOptions.Launch(build, arguments, QuickStart.ENVIRONMENT));
    }

    private static List<String> recording(Path folder, String option) {
        return List.of(
                "--spi-contact-center-recorder--outbox--file=" + records(folder),
                "--spi-contact-center-recorder--outbox--" + option);
    }

    private static List<String> join(Stream<List<String>> parts) {
        return parts.flatMap(List::stream).toList();
    }

    private static Path emptied(KeycloakServer common, String name) {
        Path folder = common.project()
                .root()
                .resolve("integration-tests/target")
                .resolve(name)
                .toAbsolutePath();
        try {
            delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of a server cannot be made anew: " + folder, e);
        }
        return folder;
    }

    /** The server. */
    public KeycloakDistribution keycloak() {
        return keycloak;
    }

    /** Its administration. */
    public RealmAdmin admin(String realm) {
        return new RealmAdmin(new Admin(keycloak.baseUrl()), realm);
    }

    /** Its records. */
    public Records records() {
        return new Records(recordsFile());
    }

    /** The file that it writes them to. */
    public Path recordsFile() {
        return records(folder);
    }

    private static Path records(Path folder) {
        return folder.resolve("records.jsonl");
    }

    /** Changes the database of a stopped server that was started with {@link #OPEN_DATABASE}. */
    public void change(List<String> statements) {
        try (Connection connection = DriverManager.getConnection(databaseUrl(), USER, PASSWORD);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database of the server cannot be changed", e);
        }
    }

    /** Where its database is, for tests that look at it while the server is stopped. */
    public String databaseUrl() {
        return databaseUrl(folder);
    }

    private static String databaseUrl(Path folder) {
        return "jdbc:h2:file:" + folder + "/h2/keycloak;NON_KEYWORDS=VALUE;WRITE_DELAY=0";
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        }
    }

    @Override
    public void close() {
        keycloak.close();
        postgres.ifPresent(Database::close);
    }
}
