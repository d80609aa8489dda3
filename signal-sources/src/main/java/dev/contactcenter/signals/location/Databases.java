package dev.contactcenter.signals.location;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The databases of a server, each read once for each version of its file. */
final class Databases {

    private static final Logger LOG = Logger.getLogger(Databases.class);

    /** How long a file may have changed without anybody looking. */
    private static final Duration LOOK = Duration.ofSeconds(3);

    private final Map<Path, Held> held = new ConcurrentHashMap<>();

    private record Held(Database database, Instant lookedAt) {

        /** A clock that was set back is no reason to wait for it. */
        private boolean rests(Instant now) {
            return Duration.between(lookedAt, now).abs().compareTo(LOOK) < 0;
        }
    }

    /** What stands in a file now, or did a few seconds ago. */
    Database at(Path file, Instant now) {
        Held known = held.get(file);
        return known != null && known.rests(now) ? known.database : look(file, now);
    }

    private Database look(Path file, Instant now) {
        return held.compute(file, (path, known) -> {
                    if (known != null && known.database.version().equals(Database.Version.of(path))) {
                        return new Held(known.database, now);
                    }
                    Database read = Database.read(path);
                    tell(path, read, known);
                    return new Held(read, now);
                })
                .database;
    }

    /** A file that stays broken in the same way is told of once. */
    private static void tell(Path file, Database read, @Nullable Held before) {
        switch (read) {
            case Database.Closed closed -> {
                boolean told = before != null
                        && before.database instanceof Database.Closed known
                        && known.problem().equals(closed.problem());
                if (!told) {
                    LOG.errorf("No location is known by the database %s: %s", file, closed.problem());
                }
            }
            case Database.Open open -> {
                if (before != null) {
                    LOG.infof("The database %s was read again, built at %s", file, open.builtAt());
                }
            }
        }
    }

    /** Forgets all, so that those that no component names any more take no memory. */
    void clear() {
        held.clear();
    }
}
