package dev.contactcenter.signals.location;

import com.maxmind.db.CHMCache;
import com.maxmind.db.Reader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;

/**
 * A database as it was read, or why it could not be. It is held in memory as a whole: a file that is mapped and then cut short
 * would break whoever reads it.
 */
sealed interface Database {

    /** No database of countries or systems comes near; what is larger is something else. */
    long MOST_BYTES = 256L << 20;

    /** The version of the file that this is. */
    Version version();

    /** One that can be asked. */
    record Open(Version version, Reader reader, Instant builtAt) implements Database {

        /**
         * What it holds of an address.
         *
         * @throws IOException if it is broken in that place
         */
        @SuppressWarnings("unchecked")
        Map<String, Object> find(InetAddress address) throws IOException {
            Map<String, Object> found;
            try {
                found = reader.get(address, Map.class);
            } catch (RuntimeException | StackOverflowError broken) {
                throw new IOException("it is broken in one place", broken);
            }
            return found == null ? Map.of() : found;
        }
    }

    /**
     * One that cannot be asked.
     *
     * @param problem one sentence without its full stop
     */
    record Closed(Version version, String problem) implements Database {}

    /** What changes when a file is replaced. */
    record Version(FileTime changed, long bytes) {

        private static final Version NONE = new Version(FileTime.fromMillis(0), -1);

        static Version of(Path file) {
            try {
                return new Version(Files.getLastModifiedTime(file), Files.size(file));
            } catch (IOException missing) {
                return NONE;
            }
        }
    }

    /** Reads a file. */
    static Database read(Path file) {
        Version version = Version.of(file);
        if (version.bytes > MOST_BYTES) {
            return new Closed(version, "it is larger than " + (MOST_BYTES >> 20) + " MB");
        }
        try {
            byte[] bytes = Files.readAllBytes(file);
            var reader = new Reader(new ByteArrayInputStream(bytes), new CHMCache());
            return new Open(version, reader, reader.getMetadata().buildTime());
        } catch (NoSuchFileException missing) {
            return new Closed(version, "there is no such file");
        } catch (IOException | RuntimeException | StackOverflowError unreadable) {
            return new Closed(version, "it cannot be read as a database in MaxMind's format");
        }
    }
}
