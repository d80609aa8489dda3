package dev.contactcenter.demo.drill;

import dev.contactcenter.demo.web.LoopbackPorts;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.h2.tools.Server;

/** Keycloak's database in the drill: in memory, with a door beside Keycloak's through which a table can be taken away. */
final class DrillDatabase implements AutoCloseable {

    private static final String DEVICES = "CONTACT_CENTER_DEVICE";
    private static final String AWAY = DEVICES + "_AWAY";
    private static final String USER = "sa";
    private static final String PASSWORD = "drill";

    /** Longer than any source waits. */
    private static final int HANG_MILLIS = 4000;

    private final Server server;
    private final String url;

    private DrillDatabase(Server server, String url) {
        this.server = server;
        this.url = url;
    }

    static DrillDatabase start() {
        int port = LoopbackPorts.free(1).get(0);
        // H2 reads it when its classes are loaded; without it, it would listen on every interface.
        System.setProperty("h2.bindAddress", "127.0.0.1");
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

    /** The registry's table is gone. */
    void takeDevicesAway() {
        run("alter table " + DEVICES + " rename to " + AWAY);
    }

    void bringDevicesBack() {
        run("alter table " + AWAY + " rename to " + DEVICES);
    }

    /** Whoever reads the registry's table waits. */
    void hangDevices() {
        run("create alias if not exists PAUSE for \"java.lang.Thread.sleep(long)\"");
        takeDevicesAway();
        run("create view " + DEVICES + " as select * from " + AWAY + " where PAUSE(" + HANG_MILLIS + ") is null");
    }

    void releaseDevices() {
        run("drop view " + DEVICES);
        bringDevicesBack();
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
        server.stop();
    }
}
