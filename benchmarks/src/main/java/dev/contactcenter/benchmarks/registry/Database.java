package dev.contactcenter.benchmarks.registry;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A PostgreSQL of the run's own on the loopback interface; it commits to the disk as in production. */
final class Database implements AutoCloseable {

    private static final String USER = "postgres";

    /** It tells at length how it unpacks. */
    private static final Logger LOADER = Logger.getLogger("io.zonky.test.db.postgres");

    private final EmbeddedPostgres server;

    private Database(EmbeddedPostgres server) {
        this.server = server;
    }

    static Database start(Path folder) throws IOException {
        Redirect log = Redirect.appendTo(folder.resolve("postgresql.log").toFile());
        LOADER.setLevel(Level.WARNING);
        return new Database(EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(folder.resolve("postgresql").toFile())
                .setOutputRedirector(log)
                .setErrorRedirector(log)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .start());
    }

    Connection connect() throws SQLException {
        return server.getPostgresDatabase().getConnection();
    }

    /** How Keycloak reaches it. */
    List<String> keycloakArguments() {
        return List.of("--db-url=" + server.getJdbcUrl(USER, USER), "--db-username=" + USER, "--db-password=" + USER);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
