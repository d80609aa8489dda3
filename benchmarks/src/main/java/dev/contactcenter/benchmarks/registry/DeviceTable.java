package dev.contactcenter.benchmarks.registry;

import dev.contactcenter.signals.texts.TextKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The registry's table in the database, or a copy of its shape, without anything in between. */
final class DeviceTable {

    /** The registry's own. */
    static final String REGISTRY = "contact_center_device";

    private static final int IN_TRANSACTION = 1000;
    private static final int COLUMNS = 18;
    private static final int DEVICE_ID = 6;

    private final Connection connection;
    private final String name;

    DeviceTable(Connection connection, String name) {
        this.connection = connection;
        this.name = name;
    }

    /** A copy of the registry's shape, indexes included, with those of its devices whose id is not above this one. */
    static DeviceTable copy(Connection connection, String name, String last) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("create table " + name + " (like " + REGISTRY + " including all)");
        }
        String fill = "insert into " + name + " select * from " + REGISTRY + " where device_id <= ?";
        try (PreparedStatement statement = connection.prepareStatement(fill)) {
            statement.setString(1, last);
            statement.executeUpdate();
        }
        return new DeviceTable(connection, name);
    }

    /** What the database does by itself within a minute. */
    void analyze() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("vacuum analyze " + name);
        }
    }

    /** The devices of the table must be so many. */
    void require(int devices) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select count(*) from " + name)) {
            if (!found.next() || found.getInt(1) != devices) {
                throw new IllegalStateException(name + " does not have " + devices + " devices");
            }
        }
    }

    String realm() throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select realm_id from " + name + " limit 1")) {
            if (!found.next()) {
                throw new IllegalStateException(name + " has no device");
            }
            return found.getString(1);
        }
    }

    /** Microseconds of each of so many look-ups of any device, by the statement of a decision. */
    List<Double> lookUps(String realm, Random random, int devices, int count) throws SQLException {
        List<Double> times = new ArrayList<>();
        String query =
                "select realm_id, device_key, reporter_key, compliance, device_class, device_id, edr, encryption, kept_by,"
                        + " management, mapping, observed_at, origin, os, os_version, owner_name, reported_by, updated_at"
                        + " from " + name + " where realm_id = ? and device_key in (?) order by device_id";
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < count; i++) {
                String id = Fleet.id(random.nextInt(devices));
                long before = System.nanoTime();
                statement.setString(1, realm);
                statement.setString(2, TextKey.of(id));
                read(statement, id);
                times.add((System.nanoTime() - before) / 1e3);
            }
        }
        return times;
    }

    private static void read(PreparedStatement statement, String id) throws SQLException {
        try (ResultSet found = statement.executeQuery()) {
            if (!found.next() || !id.equals(found.getString(DEVICE_ID))) {
                throw new IllegalStateException("The device " + id + " is not found");
            }
            for (int column = 1; column <= COLUMNS; column++) {
                found.getString(column);
            }
        }
    }

    /** Devices stored per second by the database's own upsert, in batches, a thousand in a transaction. */
    double upserts(int devices, String compliance) throws SQLException {
        String reporter = TextKey.of("FEED", "bench", "");
        long before = System.nanoTime();
        connection.setAutoCommit(false);
        try (PreparedStatement statement = connection.prepareStatement(upsert())) {
            for (int number = 0; number < devices; number++) {
                statement.setString(1, TextKey.of(Fleet.id(number)));
                statement.setString(2, reporter);
                statement.setString(3, Fleet.id(number));
                statement.setString(4, Fleet.owner(number));
                statement.setString(5, compliance);
                statement.setLong(6, System.currentTimeMillis());
                statement.setLong(7, System.currentTimeMillis());
                statement.addBatch();
                if ((number + 1) % IN_TRANSACTION == 0) {
                    statement.executeBatch();
                    connection.commit();
                }
            }
        } finally {
            connection.setAutoCommit(true);
        }
        return devices / ((System.nanoTime() - before) / 1e9);
    }

    private String upsert() {
        return "insert into " + name
                + " (realm_id, device_key, reporter_key, device_id, origin, owner_name, device_class, management,"
                + " compliance, os, os_version, encryption, edr, observed_at, updated_at) values ('bench', ?, ?, ?, 'FEED',"
                + " ?, 'assigned', 'managed', ?, 'windows', '10.0.26100', 'on', 'running', ?, ?)"
                + " on conflict (realm_id, device_key, reporter_key)"
                + " do update set owner_name = excluded.owner_name, compliance = excluded.compliance,"
                + " observed_at = excluded.observed_at, updated_at = excluded.updated_at";
    }
}
