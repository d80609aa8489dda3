package dev.contactcenter.trail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 (FIPS 180-4) as chains use it. Used by one thread at a time. */
final class Hash {

    /** Of a hash in hexadecimal. */
    static final int DIGITS = 64;

    private static final HexFormat HEX = HexFormat.of();

    private final MessageDigest digest = sha256();

    /** What the first record of a chain follows: bound to the chain, so that no record of another fits. */
    static String before(String chain) {
        return HEX.formatHex(sha256().digest(chain.getBytes(UTF_8)));
    }

    /**
     * Of a record at its place.
     *
     * @param opened its bytes without the closing brace, in front of which a chained line has the chain
     */
    String of(String previous, long seq, byte[] opened, int from, int to) {
        digest.update(HEX.parseHex(previous));
        for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            digest.update((byte) (seq >>> shift));
        }
        digest.update(opened, from, to - from);
        digest.update((byte) '}');
        return HEX.formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is always there, because every Java platform must have it", e);
        }
    }
}
