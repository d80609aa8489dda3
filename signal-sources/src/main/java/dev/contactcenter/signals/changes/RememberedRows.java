package dev.contactcenter.signals.changes;

import dev.contactcenter.signals.bounded.BoundedWork;
import dev.contactcenter.signals.bounded.PlainReads;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * The rows of a table, one by one: as they were read last as long as nothing was changed, else from the database, beside the request and
 * for so long at most.
 *
 * @param <E> a row
 * @param <V> what it tells
 */
public final class RememberedRows<E, V> implements AutoCloseable {

    private final Table<E, V> table;
    private final Memory<String, Optional<V>> memory;
    private final BoundedWork work;

    /** @param size so many are remembered at most */
    public RememberedRows(Table<E, V> table, Changes changes, int size) {
        this.table = table;
        this.memory = changes.memory(size, table::changed);
        this.work = new BoundedWork("contact-center-" + table.kind());
    }

    /**
     * A table.
     *
     * @param kind what its rows are, in a word
     * @param query the name of the one that finds the row of a {@code key}, which no two realms share
     * @param realm the id of the one that a row is of
     * @param told what a row tells; nothing if it cannot be read
     */
    public record Table<E, V>(
            String kind, Class<E> row, String query, Function<E, String> realm, Function<E, Optional<V>> told) {

        /** As what the row of a key is told to have changed. */
        public Changed changed(String key) {
            return Changed.of(kind, key);
        }
    }

    /**
     * What a row tells; nothing if there is none.
     *
     * @param cacheFor how long the memory answers, as long as the server hears of all changes
     * @param patience how long the database may take
     * @throws IllegalStateException if it took longer, or failed
     */
    public Optional<V> find(
            KeycloakSession session, RealmModel realm, String key, Duration cacheFor, Duration patience) {
        Instant now = Instant.ofEpochMilli(Time.currentTimeMillis());
        return memory.current(key, now, cacheFor).orElseGet(() -> {
            try (var reading = memory.read(key)) {
                Optional<V> told = read(PlainReads.of(session), realm.getId(), key, patience);
                reading.told(told, now);
                return told;
            }
        });
    }

    private Optional<V> read(PlainReads database, String realm, String key, Duration patience) {
        try {
            return work.within(
                    patience,
                    () -> database.find(table.row(), table.query(), Map.of("key", key), patience).stream()
                            .filter(row -> table.realm().apply(row).equals(realm))
                            .findFirst()
                            .flatMap(table.told()));
        } catch (TimeoutException late) {
            throw new IllegalStateException(
                    "The database did not tell the " + table.kind() + " within " + patience, late);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("The database failed to tell the " + table.kind(), failed);
        }
    }

    @Override
    public void close() {
        work.close();
    }
}
