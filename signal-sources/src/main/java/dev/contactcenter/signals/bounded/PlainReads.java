package dev.contactcenter.signals.bounded;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.query.SelectionQuery;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/**
 * Reads Keycloak's database one statement at a time, on a connection of its own that commits by itself: a session of Keycloak and a
 * transaction around a single statement cost several times the statement, and keep nothing together that could fall apart.
 */
public final class PlainReads {

    private final SessionFactory database;

    private PlainReads(SessionFactory database) {
        this.database = database;
    }

    /** Those of the database that this session uses, on any thread and for as long as the server runs. */
    public static PlainReads of(KeycloakSession session) {
        return new PlainReads(session.getProvider(JpaConnectionProvider.class)
                .getEntityManager()
                .getEntityManagerFactory()
                .unwrap(SessionFactory.class));
    }

    /** The rows that a named query finds; the database gives up after this time. */
    public <T> List<T> find(Class<T> row, String query, Map<String, ?> parameters, Duration timeout) {
        try (StatelessSession plain = database.openStatelessSession()) {
            SelectionQuery<T> selection = plain.createNamedSelectionQuery(query, row);
            parameters.forEach(selection::setParameter);
            return selection
                    .setHint("jakarta.persistence.query.timeout", Math.toIntExact(timeout.toMillis()))
                    .getResultList();
        }
    }
}
