package dev.contactcenter.benchmarks.continuous;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contactcenter.benchmarks.server.AdminRest;
import dev.contactcenter.demo.cluster.Database;
import dev.contactcenter.demo.server.DemoRealm;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Orders of the administrator to stop something, and what the database tells of their progress. */
final class Orders {

    private static final String PATH = "/" + DemoRealm.NAME + "/contact-center/revocations";
    private static final long PAUSE_MILLIS = 20;
    private static final long PATIENCE_NANOS = 300_000_000_000L;
    private static final double NANOS_IN_A_MILLI = 1e6;

    /** For so long the servers are watched while they do what they always do, before anything is counted. */
    private static final long IDLE_MILLIS = 4000;

    private final AdminRest admin;
    private final Database database;
    private final Statements statements;

    Orders(AdminRest admin, Database database) throws SQLException {
        this.admin = admin;
        this.database = database;
        this.statements = new Statements(database);
    }

    /**
     * What an order took until it was carried out.
     *
     * @param millis from before the request
     * @param statements of the database meanwhile, without those that come by themselves
     */
    record Done(int ended, double millis, double statements) {}

    /** Sends the order to stop a session. */
    void revokeSession(String token, String session) throws IOException, InterruptedException {
        send(token, "session", session);
    }

    /** Revokes a device, and returns when all its sessions have ended. */
    Done revokeDevice(String device) throws IOException, InterruptedException, SQLException {
        String token = admin.token();
        double idle = perMilli();
        long countedBefore = statements.soFar();
        long before = System.nanoTime();
        String order = send(token, "device", device);
        try (Connection connection = database.connect()) {
            long polls = 1;
            while (true) {
                Thread.sleep(PAUSE_MILLIS);
                int ended = ended(connection, order);
                double millis = (System.nanoTime() - before) / NANOS_IN_A_MILLI;
                if (ended >= 0) {
                    return new Done(ended, millis, statements.soFar() - countedBefore - polls - idle * millis);
                }
                polls++;
                if (System.nanoTime() - before > PATIENCE_NANOS) {
                    throw new IllegalStateException("Device " + device + " is not revoked after " + millis + " ms");
                }
            }
        }
    }

    private double perMilli() throws InterruptedException, SQLException {
        long before = statements.soFar();
        long start = System.nanoTime();
        Thread.sleep(IDLE_MILLIS);
        return (statements.soFar() - before) / ((System.nanoTime() - start) / NANOS_IN_A_MILLI);
    }

    private String send(String token, String kind, String value) throws IOException, InterruptedException {
        ObjectNode order = JsonNodeFactory.instance.objectNode();
        order.put(kind, value).put("reason", "benchmark");
        return admin.send("POST", PATH, token, order.toString()).path("id").asText();
    }

    /** How many sessions were ended for an order; less than none as long as it is not carried out. */
    private static int ended(Connection connection, String order) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select ended from contact_center_revocation where id = ? and done_at is not null")) {
            statement.setString(1, order);
            try (ResultSet found = statement.executeQuery()) {
                return found.next() ? found.getInt(1) : -1;
            }
        }
    }
}
