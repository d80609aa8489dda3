package dev.contactcenter.demo.cluster;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A PostgreSQL of the run's own on the loopback interface; it commits to the disk as in production. It does not run as root: if
 * this process does, it gets a user namespace of its own.
 */
public final class Database implements AutoCloseable {

    private static final String USER = "postgres";

    /** It tells at length how it unpacks. */
    private static final Logger LOADER = Logger.getLogger("io.zonky.test.db.postgres");

    private final EmbeddedPostgres server;

    private Database(EmbeddedPostgres server) {
        this.server = server;
    }

    /**
     * Starts one without any data of an earlier run.
     *
     * @param folder of its files and its log
     */
    public static Database start(Path folder) {
        Path log = folder.resolve("postgresql.log");
        LOADER.setLevel(Level.WARNING);
        try {
            Files.createDirectories(folder);
            return new Database(EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(folder.resolve("postgresql").toFile())
                    .setOutputRedirector(Redirect.appendTo(log.toFile()))
                    .setErrorRedirector(Redirect.appendTo(log.toFile()))
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    // Counting statements costs little, and the same for everybody.
                    .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                    .setServerConfig("pg_stat_statements.track_utility", "off")
                    .start());
        } catch (IOException | IllegalStateException e) {
            throw new IllegalStateException(
                    "PostgreSQL does not start; its log is " + log
                            + ". As root it needs the command unshare (Debian package util-linux) and a kernel or container"
                            + " that permits user namespaces, because it refuses to run as root",
                    e);
        }
    }

    /** Makes one more database on the server, also of a name that SQL has a meaning for. */
    public void create(String name) {
        execute("create database \"" + name + "\"");
    }

    private void execute(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL does not " + sql, e);
        }
    }

    /** A connection to the database that is there from the beginning. */
    public Connection connect() throws SQLException {
        return server.getPostgresDatabase().getConnection();
    }

    /** A connection to one of the databases. */
    public Connection connect(String name) throws SQLException {
        return server.getDatabase(USER, name).getConnection();
    }

    /** Refuses to write anything, as one does whose disk is full. */
    public void refuseWrites() {
        executeAside("alter system set default_transaction_read_only = on", "select pg_reload_conf()");
    }

    /** Ends all connections to the database that is there from the beginning and accepts none, as one does that is gone. */
    public void refuseConnections() {
        executeAside(
                "alter database postgres allow_connections false",
                "select pg_terminate_backend(pid) from pg_stat_activity where datname = 'postgres'");
    }

    /** Does everything again. */
    public void recover() {
        executeAside(
                "set default_transaction_read_only = off",
                "alter system reset default_transaction_read_only",
                "select pg_reload_conf()",
                "alter database postgres allow_connections true");
    }

    /** In a database that Keycloak does not use. */
    private void executeAside(String... statements) {
        try (Connection connection = server.getDatabase(USER, "template1").getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL does not " + String.join("; ", statements), e);
        }
    }

    /** How Keycloak reaches the database that is there from the beginning. */
    public List<String> keycloakArguments() {
        return keycloakArguments(USER);
    }

    /** How Keycloak reaches one of the databases. */
    public List<String> keycloakArguments(String name) {
        return List.of("--db-url=" + server.getJdbcUrl(USER, name), "--db-username=" + USER, "--db-password=" + USER);
    }

    @Override
    public void close() {
        // It has a few seconds to end, in which a busy machine does not write down all that is not on the disk yet.
        execute("checkpoint");
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not end", e);
        }
    }
}
