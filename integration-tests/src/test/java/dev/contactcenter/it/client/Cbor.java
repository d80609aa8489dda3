package dev.contactcenter.it.client;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** As much of CBOR (RFC 8949) as a WebAuthn registration needs: integers, bytes, texts and maps. */
final class Cbor {

    private static final int NEGATIVE = 1;
    private static final int BYTES = 2;
    private static final int TEXT = 3;
    private static final int MAP = 5;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private Cbor() {}

    /** Writes a map in the order in which it iterates. */
    static byte[] write(Map<?, ?> map) {
        Cbor cbor = new Cbor();
        cbor.item(map);
        return cbor.out.toByteArray();
    }

    private void item(Object value) {
        switch (value) {
            case Integer number when number < 0 -> head(NEGATIVE, -1 - number);
            case Integer number -> head(0, number);
            case byte[] bytes -> {
                head(BYTES, bytes.length);
                out.writeBytes(bytes);
            }
            case String text -> {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                head(TEXT, bytes.length);
                out.writeBytes(bytes);
            }
            case Map<?, ?> map -> {
                head(MAP, map.size());
                map.forEach((key, member) -> {
                    item(key);
                    item(member);
                });
            }
            default -> throw new IllegalArgumentException("No passkey needs " + value.getClass());
        }
    }

    private void head(int type, int length) {
        if (length < 24) {
            out.write(type << 5 | length);
        } else if (length < 256) {
            out.write(type << 5 | 24);
            out.write(length);
        } else {
            out.write(type << 5 | 25);
            out.writeBytes(ByteBuffer.allocate(2).putShort((short) length).array());
        }
    }
}
