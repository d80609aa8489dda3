package dev.contactcenter.demo.drill;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;

/**
 * A database of countries that holds this machine and nothing else (MaxMind DB File Format 2.0): an IPv6 tree, in which IPv4
 * addresses stand below 96 zeros.
 */
public final class CountryDatabase {

    private static final int DEPTH = 96 + 8;
    private static final int LOOPBACK = 127;
    private static final int SOMEBODY_ELSE = 11;
    private static final Duration HALF_A_YEAR = Duration.ofDays(182);
    private static final int SEPARATOR = 16;

    private final Path file;

    /**
     * One that is not written yet.
     *
     * @param file in a folder that is there
     */
    public CountryDatabase(Path file) {
        this.file = file.toAbsolutePath();
    }

    /** An absolute path. */
    public Path file() {
        return file;
    }

    /** The loopback network is in Germany. */
    public void write() {
        write(LOOPBACK, Instant.now());
    }

    /** The same as of half a year ago: nobody has brought a new one since. */
    void age() {
        write(LOOPBACK, Instant.now().minus(HALF_A_YEAR));
    }

    /** One of today that does not know this machine. */
    void writeAnothers() {
        write(SOMEBODY_ELSE, Instant.now());
    }

    private void write(int network, Instant builtAt) {
        var whole = new ByteArrayOutputStream();
        for (int bit = 0; bit < DEPTH; bit++) {
            int next = bit == DEPTH - 1 ? DEPTH + SEPARATOR : bit + 1;
            boolean right = bit >= 96 && (network >> (DEPTH - 1 - bit) & 1) == 1;
            whole.writeBytes(ByteBuffer.allocate(8)
                    .putInt(right ? DEPTH : next)
                    .putInt(right ? next : DEPTH)
                    .array());
        }
        whole.writeBytes(new byte[SEPARATOR]);
        map(whole, 1);
        text(whole, "country");
        map(whole, 1);
        text(whole, "iso_code");
        text(whole, "DE");
        metadata(whole, builtAt);
        replace(whole.toByteArray());
    }

    private static void metadata(ByteArrayOutputStream whole, Instant builtAt) {
        whole.writeBytes(new byte[] {(byte) 0xab, (byte) 0xcd, (byte) 0xef});
        whole.writeBytes("MaxMind.com".getBytes(UTF_8));
        map(whole, 9);
        number(whole, "node_count", DEPTH);
        number(whole, "record_size", 32);
        number(whole, "ip_version", 6);
        number(whole, "binary_format_major_version", 2);
        number(whole, "binary_format_minor_version", 0);
        text(whole, "database_type");
        text(whole, "Drill");
        text(whole, "languages");
        whole.writeBytes(new byte[] {0, 4});
        text(whole, "description");
        map(whole, 0);
        text(whole, "build_epoch");
        whole.writeBytes(new byte[] {8, 2});
        whole.writeBytes(
                ByteBuffer.allocate(8).putLong(builtAt.getEpochSecond()).array());
    }

    /** The file is overwritten by something else. */
    void spoil() {
        replace("This is no database.".getBytes(UTF_8));
    }

    void remove() {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The drill's database of countries cannot be removed", e);
        }
    }

    private void replace(byte[] bytes) {
        try {
            Path fresh = Files.write(file.resolveSibling("country.new"), bytes);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("The drill's database of countries cannot be written", e);
        }
    }

    private static void map(ByteArrayOutputStream out, int members) {
        out.write(7 << 5 | members);
    }

    private static void text(ByteArrayOutputStream out, String text) {
        out.write(2 << 5 | text.length());
        out.writeBytes(text.getBytes(UTF_8));
    }

    private static void number(ByteArrayOutputStream out, String name, int value) {
        text(out, name);
        out.write(5 << 5 | 2);
        out.writeBytes(ByteBuffer.allocate(2).putShort((short) value).array());
    }
}
