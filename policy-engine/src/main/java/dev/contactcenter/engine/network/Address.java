package dev.contactcenter.engine.network;

import java.util.Optional;

/**
 * A literal network address as a number. It is read here and never looked up: Java's own reader asks the DNS about whatever does
 * not look like an address to it.
 *
 * @param high the first 64 bits; those of an IPv4 address stand in front
 * @param low the other 64 bits; 0 for IPv4
 */
public record Address(Family family, long high, long low) {

    /** The address that a literal is; an IPv4 address written as IPv6 is the IPv4 address (RFC 4291 §2.5.5.2). */
    public static Optional<Address> parse(String literal) {
        return new Literal(literal).read();
    }

    /** In network byte order: 4 or 16 bytes. */
    public byte[] bytes() {
        byte[] bytes = new byte[family.bits() / Byte.SIZE];
        for (int i = 0; i < bytes.length; i++) {
            long half = i < Long.BYTES ? high : low;
            bytes[i] = (byte) (half >>> (Long.SIZE - Byte.SIZE * (i % Long.BYTES + 1)));
        }
        return bytes;
    }

    /** The two kinds of addresses. */
    public enum Family {
        IPV4(32),
        IPV6(128);

        private final int bits;

        Family(int bits) {
            this.bits = bits;
        }

        /** How long an address is. */
        public int bits() {
            return bits;
        }
    }
}
