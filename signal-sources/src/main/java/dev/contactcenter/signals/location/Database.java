package dev.contactcenter.signals.location;

import com.maxmind.db.CHMCache;
import com.maxmind.db.Reader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
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

    /** What is wrong with one that is. */
    String TOO_LARGE = "it is larger than " + (MOST_BYTES >> 20) + " MB";

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
            return new Closed(version, TOO_LARGE);
        }
        // A device such as /dev/zero has no size and no end, and whoever manages one realm may name it.
        if (version.bytes >= 0 && !Files.isRegularFile(file)) {
            return new Closed(version, "it is no file");
        }
        try (InputStream content = Files.newInputStream(file)) {
            byte[] bytes = content.readNBytes(Math.toIntExact(MOST_BYTES) + 1);
            if (bytes.length > MOST_BYTES) {
                return new Closed(version, TOO_LARGE);
            }
            var reader = new Reader(new ByteArrayInputStream(bytes), new CHMCache());
            return new Open(version, reader, reader.getMetadata().buildTime());
        } catch (NoSuchFileException missing) {
            return new Closed(version, "there is no such file");
        } catch (IOException | RuntimeException | StackOverflowError unreadable) {
            return new Closed(version, "it cannot be read as a database in MaxMind's format");
        }
    }
}
