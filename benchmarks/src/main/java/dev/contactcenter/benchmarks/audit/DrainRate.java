package dev.contactcenter.benchmarks.audit;

import dev.contactcenter.demo.cluster.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How fast a server delivers what waits in its database: records put there at once, until none is left. */
final class DrainRate {

    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private static final Pattern ID = Pattern.compile("\\{\"id\":\"([^\"]+)\"");
    private static final Pattern SESSION = Pattern.compile("\"session\":\"([^\"]+)\"");

    private final Database database;
    private final String name;

    /** @param name of the server's database */
    DrainRate(Database database, String name) {
        this.database = database;
        this.name = name;
    }

    /** Records a second, from the commit that puts so many there, each of its own decision and of many sessions, to the last one's leaving. */
    double measure(String realmId, String record, int count) throws SQLException, InterruptedException {
        try (Connection connection = database.connect(name)) {
            awaitNone(connection);
            try (PreparedStatement insert = connection.prepareStatement("""
                    insert into contact_center_record (id, realm_id, payload)
                    select lpad(n::text, 35, '0'), ?, replace(replace(?, ?, gen_random_uuid()::text), ?, md5((n % 5000)::text))
                    from generate_series(1, ?) as n
                    """)) {
                insert.setString(1, realmId);
                insert.setString(2, record);
                insert.setString(3, value(record, ID));
                insert.setString(4, value(record, SESSION));
                insert.setInt(5, count);
                insert.executeUpdate();
            }
            long begun = System.nanoTime();
            awaitNone(connection);
            return count / ((System.nanoTime() - begun) / 1e9);
        }
    }

    private static String value(String record, Pattern member) {
        Matcher found = member.matcher(record);
        if (!found.find()) {
            throw new IllegalStateException("A record of a refresh without " + member + ": " + record);
        }
        return found.group(1);
    }

    private static void awaitNone(Connection connection) throws SQLException, InterruptedException {
        Instant until = Instant.now().plus(LONGEST);
        while (waiting(connection)) {
            if (Instant.now().isAfter(until)) {
                throw new IllegalStateException("Records still wait after " + LONGEST + "; does a sink refuse them?");
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    private static boolean waiting(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select exists (select 1 from contact_center_record)"
                        + " or exists (select 1 from outbox_entry where entry_kind = 'contact-center-sealed')")) {
            found.next();
            return found.getBoolean(1);
        }
    }
}
