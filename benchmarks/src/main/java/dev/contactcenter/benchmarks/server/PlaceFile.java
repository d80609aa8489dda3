package dev.contactcenter.benchmarks.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * A database of locations (MaxMind DB File Format 2.0) that knows one block, this machine's: a tree for IPv6, as the usual
 * databases have it, in which IPv4 stands below 96 zeros. A look-up walks as deep as in a large one.
 */
final class PlaceFile {

    static final String COUNTRY = "DE";

    /** Of those for documentation (RFC 5398). */
    static final int ASN = 64496;

    private static final int LOOPBACK = 127;
    private static final int DEPTH = 96 + 8;
    private static final int SEPARATOR = 16;
    private static final int MAP = 7 << 5;
    private static final int UINT16 = 5 << 5 | 2;
    private static final int UINT32 = 6 << 5 | 4;

    private PlaceFile() {}

    static void write(Path file) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            for (int depth = 0; depth < DEPTH; depth++) {
                node(out, depth);
            }
            out.write(new byte[SEPARATOR]);
            place(out);
            out.writeInt(0xabcdef << 8 | 'M');
            out.write("axMind.com".getBytes(UTF_8));
            metadata(out);
        }
        Files.write(file, bytes.toByteArray());
    }

    /** Each node leads to the next for the block's bit, the last to the data, and for the other bit to nothing. */
    private static void node(DataOutputStream out, int depth) throws IOException {
        int next = depth == DEPTH - 1 ? DEPTH + SEPARATOR : depth + 1;
        boolean one = (LOOPBACK >> (DEPTH - 1 - depth) & 1) == 1 && depth >= DEPTH - Byte.SIZE;
        out.writeInt(one ? DEPTH : next);
        out.writeInt(one ? next : DEPTH);
    }

    private static void place(DataOutputStream out) throws IOException {
        out.write(MAP | 2);
        text(out, "country");
        out.write(MAP | 1);
        text(out, "iso_code");
        text(out, COUNTRY);
        number(out, "autonomous_system_number", ASN);
    }

    private static void metadata(DataOutputStream out) throws IOException {
        out.write(MAP | 9);
        number(out, "node_count", DEPTH);
        number16(out, "record_size", Integer.SIZE);
        number16(out, "ip_version", 6);
        text(out, "database_type");
        text(out, "Bench");
        text(out, "languages");
        // An array and a 64-bit number are of the extended types: the second byte says which.
        out.write(0);
        out.write(4);
        number16(out, "binary_format_major_version", 2);
        number16(out, "binary_format_minor_version", 0);
        text(out, "build_epoch");
        out.write(Long.BYTES);
        out.write(2);
        out.writeLong(Instant.now().getEpochSecond());
        text(out, "description");
        out.write(MAP);
    }

    private static void number(DataOutputStream out, String name, int value) throws IOException {
        text(out, name);
        out.write(UINT32);
        out.writeInt(value);
    }

    private static void number16(DataOutputStream out, String name, int value) throws IOException {
        text(out, name);
        out.write(UINT16);
        out.writeShort(value);
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        out.write(2 << 5 | text.length());
        out.write(text.getBytes(UTF_8));
    }
}
