package dev.contactcenter.signals.location;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.contactcenter.engine.network.Cidr;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes small databases as MaxMind DB File Format 2.0 has them: IPv6 trees, in which IPv4 addresses stand below 96 zeros. */
final class LocationDatabase {

    private static final int IPV4_DEPTH = 96;
    private static final int SEPARATOR = 16;
    private static final byte[] MARKER = {(byte) 0xab, (byte) 0xcd, (byte) 0xef};

    private final Instant builtAt;
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();

    /** Two children of each node: 0 for nothing yet, a positive node, or what the data is at, negative and one less. */
    private final List<int[]> nodes = new ArrayList<>(List.of(new int[2]));

    LocationDatabase(Instant builtAt) {
        this.builtAt = builtAt;
    }

    LocationDatabase with(String block, Map<String, ?> held) {
        Cidr cidr = Cidr.parse(block).orElseThrow();
        byte[] address = cidr.first().bytes();
        int depth = cidr.prefix() + (address.length == 4 ? IPV4_DEPTH : 0);
        int node = 0;
        for (int bit = 0; bit < depth - 1; bit++) {
            int side = bit(address, bit);
            if (nodes.get(node)[side] == 0) {
                nodes.add(new int[2]);
                nodes.get(node)[side] = nodes.size() - 1;
            }
            node = nodes.get(node)[side];
        }
        nodes.get(node)[bit(address, depth - 1)] = -1 - data.size();
        write(data, held);
        return this;
    }

    private static int bit(byte[] address, int at) {
        int own = address.length == 4 ? at - IPV4_DEPTH : at;
        return own < 0 ? 0 : address[own / Byte.SIZE] >> (Byte.SIZE - 1 - own % Byte.SIZE) & 1;
    }

    void write(Path file) throws IOException {
        Files.write(file, bytes());
    }

    byte[] bytes() {
        var whole = new ByteArrayOutputStream();
        nodes.forEach(node -> {
            writeNumber(whole, pointer(node[0]), 4);
            writeNumber(whole, pointer(node[1]), 4);
        });
        whole.writeBytes(new byte[SEPARATOR]);
        whole.writeBytes(data.toByteArray());
        whole.writeBytes(MARKER);
        whole.writeBytes("MaxMind.com".getBytes(UTF_8));
        write(whole, metadata());
        return whole.toByteArray();
    }

    private int pointer(int child) {
        return child > 0 ? child : child == 0 ? nodes.size() : nodes.size() + SEPARATOR - 1 - child;
    }

    private Map<String, Object> metadata() {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("node_count", nodes.size());
        metadata.put("record_size", (short) 32);
        metadata.put("ip_version", (short) 6);
        metadata.put("database_type", "Test");
        metadata.put("languages", List.of());
        metadata.put("binary_format_major_version", (short) 2);
        metadata.put("binary_format_minor_version", (short) 0);
        metadata.put("build_epoch", builtAt.getEpochSecond());
        metadata.put("description", Map.of());
        return metadata;
    }

    private static void write(ByteArrayOutputStream out, Object value) {
        switch (value) {
            case String text -> {
                out.write(2 << 5 | text.length());
                out.writeBytes(text.getBytes(UTF_8));
            }
            case Short number -> {
                out.write(5 << 5 | 2);
                writeNumber(out, number, 2);
            }
            case Integer number -> {
                out.write(6 << 5 | 4);
                writeNumber(out, number, 4);
            }
            case Long number -> {
                out.write(8);
                out.write(2);
                writeNumber(out, number, 8);
            }
            case List<?> list -> {
                out.write(list.size());
                out.write(4);
                list.forEach(one -> write(out, one));
            }
            case Map<?, ?> map -> {
                out.write(7 << 5 | map.size());
                map.forEach((key, one) -> {
                    write(out, key);
                    write(out, one);
                });
            }
            default -> throw new IllegalArgumentException("No test needs " + value);
        }
    }

    private static void writeNumber(ByteArrayOutputStream out, long number, int bytes) {
        for (int i = bytes - 1; i >= 0; i--) {
            out.write((int) (number >> (i * Byte.SIZE)));
        }
    }
}
