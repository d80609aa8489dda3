package dev.contactcenter.listeners.outbox;

import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells a statement that the database refused from a database that nobody reached. That no connection was to be had must not count:
 * whoever sends many requests at once could else keep everyday decisions out of the trail.
 */
final class RefusedStatement {

    /** SQLSTATE class 08, connection exception (ISO/IEC 9075-2). */
    private static final String CONNECTION_EXCEPTION = "08";

    /** What PostgreSQL says of connections elsewhere: too many, and a server that ends, has crashed or cannot be connected to now. */
    private static final Set<String> OF_POSTGRESQL = Set.of("53300", "57P01", "57P02", "57P03");

    private RefusedStatement() {}

    static boolean isCauseOf(Throwable failure) {
        return causes(failure).map(SQLException::getSQLState).anyMatch(Objects::nonNull)
                && causes(failure).map(SQLException::getSQLState).noneMatch(RefusedStatement::isOfConnection);
    }

    private static Stream<SQLException> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast);
    }

    private static boolean isOfConnection(@Nullable String state) {
        return state != null && (state.startsWith(CONNECTION_EXCEPTION) || OF_POSTGRESQL.contains(state));
    }
}
