package dev.contactcenter.benchmarks.continuous;

import dev.contactcenter.demo.cluster.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Counts what the database is asked, as the database itself counts it ({@code pg_stat_statements}). */
final class Statements {

    private final Database database;

    /** Begins to count. */
    Statements(Database database) throws SQLException {
        this.database = database;
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create extension if not exists pg_stat_statements");
        }
    }

    /** How many of any kind were carried out so far in the database that is there from the beginning. */
    long soFar() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet sum = statement.executeQuery("""
                        select coalesce(sum(calls), 0) from pg_stat_statements
                        where dbid = (select oid from pg_database where datname = current_database())
                        """)) {
            sum.next();
            return sum.getLong(1);
        }
    }
}
