package dev.contactcenter.demo.drill;

import dev.contactcenter.demo.web.LoopbackPorts;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.h2.engine.SysProperties;
import org.h2.tools.Server;

/** Keycloak's database in the drill: in memory, with a door beside Keycloak's through which a table can be taken away. */
final class DrillDatabase implements AutoCloseable {

    private static final String SET_BLOCKS =
            "update COMPONENT_CONFIG set VALUE = '%s' where NAME = 'cidrs' and COMPONENT_ID in"
                    + " (select ID from COMPONENT where PROVIDER_ID = '" + DrillRealm.ZONE + "')";
    private static final String LOOPBACK = "127.0.0.1";
    private static final String USER = "sa";
    private static final String PASSWORD = "drill";

    /** Longer than any source waits. */
    private static final int HANG_MILLIS = 4000;

    /** Those that sources read, by their names in the database. */
    enum SourceTable {
        CONTACT_CENTER_DEVICE,
        CONTACT_CENTER_RISK,
        CONTACT_CENTER_INTERACTION;

        private String away() {
            return name() + "_AWAY";
        }
    }

    private final Server server;
    private final String url;

    private DrillDatabase(Server server, String url) {
        this.server = server;
        this.url = url;
    }

    static DrillDatabase start() {
        int port = LoopbackPorts.free(1).get(0);
        // H2 reads it when its classes are loaded; without it, it would listen on every interface.
        System.setProperty("h2.bindAddress", LOOPBACK);
        if (!LOOPBACK.equals(SysProperties.BIND_ADDRESS)) {
            throw new IllegalStateException("H2 was loaded before and would listen for others on the network");
        }
        try {
            Server started = Server.createTcpServer("-tcpPort", String.valueOf(port), "-ifNotExists", "-tcpDaemon")
                    .start();
            String url = "jdbc:h2:tcp://127.0.0.1:" + port
                    + "/mem:keycloak;DB_CLOSE_DELAY=-1;NON_KEYWORDS=VALUE;LOCK_TIMEOUT=10000";
            return new DrillDatabase(started, url);
        } catch (SQLException e) {
            throw new IllegalStateException("The drill's database cannot listen on port " + port, e);
        }
    }

    /** How Keycloak is told to use it. */
    List<String> arguments() {
        return List.of("--db-url=" + url, "--db-username=" + USER, "--db-password=" + PASSWORD);
    }

    /** The table is gone. */
    void takeAway(SourceTable table) {
        run("alter table " + table + " rename to " + table.away());
    }

    void bringBack(SourceTable table) {
        run("alter table " + table.away() + " rename to " + table);
    }

    /** Whoever reads the table waits. */
    void hang(SourceTable table) {
        run("create alias if not exists PAUSE for \"java.lang.Thread.sleep(long)\"");
        takeAway(table);
        run("create view " + table + " as select * from " + table.away() + " where PAUSE(" + HANG_MILLIS + ") is null");
    }

    void release(SourceTable table) {
        run("drop view " + table);
        bringBack(table);
    }

    /** The realm has blocks of addresses that are none, which no interface of Keycloak's lets anybody store. */
    void spoilZones() {
        run(SET_BLOCKS.formatted("10.30.0.0/99"));
    }

    void repairZones() {
        run(SET_BLOCKS.formatted(DrillRealm.BLOCKS));
    }

    private void run(String sql) {
        try (Connection connection = DriverManager.getConnection(url, USER, PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("The drill's database does not take: " + sql + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        run("shutdown");
        server.stop();
    }
}
