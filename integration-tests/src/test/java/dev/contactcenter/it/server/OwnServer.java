package dev.contactcenter.it.server;

import dev.contactcenter.demo.server.KeycloakDistribution;
import dev.contactcenter.demo.server.KeycloakOptions;
import dev.contactcenter.demo.web.LoopbackPorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A server of a test's own, for tests that kill it. Made from the files of the common one, which are augmented already;
 * with a database of its own that writes to disk at each commit, as a production database does.
 */
public final class OwnServer implements AutoCloseable {

    private final KeycloakDistribution keycloak;
    private final Path folder;

    private OwnServer(KeycloakDistribution keycloak, Path folder) {
        this.keycloak = keycloak;
        this.folder = folder;
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
        Path folder = common.project()
                .root()
                .resolve("integration-tests/target")
                .resolve(name)
                .toAbsolutePath();
        List<Integer> ports = LoopbackPorts.free(2);
        KeycloakOptions options = KeycloakOptions.plain(
                        common.project().keycloak(), folder, new KeycloakOptions.Ports(ports.get(0), ports.get(1)))
                .withProviders(List.of(common.project().providerJar()))
                .withImports(
                        List.of(common.project().realmFile(), common.project().usersFile()))
                .withLaunch(new KeycloakOptions.Launch(
                        DistributionRuntime.BUILD_ARGUMENTS,
                        Stream.concat(
                                        Stream.of(
                                                "--db-url=" + databaseUrl(folder),
                                                "--spi-contact-center-recorder--outbox--file=" + records(folder),
                                                "--spi-contact-center-recorder--outbox--" + recorderOption),
                                        more.stream())
                                .toList(),
                        Map.of()));
        try {
            delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of a server cannot be made anew: " + folder, e);
        }
        var keycloak = new KeycloakDistribution(options);
        common.distribution().ifPresent(keycloak::takeFilesOf);
        keycloak.start();
        return new OwnServer(keycloak, folder);
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
        return new Records(records(folder));
    }

    private static Path records(Path folder) {
        return folder.resolve("records.jsonl");
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
    }
}
