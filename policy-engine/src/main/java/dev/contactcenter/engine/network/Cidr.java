package dev.contactcenter.engine.network;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** A block of addresses (RFC 4632, RFC 4291 §2.3). */
public final class Cidr {

    private static final Pattern IPV4 = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}");

    /** What begins otherwise, Java would look up as a host's name. */
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:][0-9A-Fa-f:.]{1,44}");

    private final byte[] network;
    private final int prefix;

    private Cidr(byte[] network, int prefix) {
        this.network = network;
        this.prefix = prefix;
    }

    /**
     * A block as {@code address/prefix}; nothing if it is none. Bits after the prefix must be zero: an address in place of a block
     * is a slip that would trust more than was meant.
     */
    public static Optional<Cidr> parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0 || !text.substring(slash + 1).matches("\\d{1,3}")) {
            return Optional.empty();
        }
        int prefix = Integer.parseInt(text.substring(slash + 1));
        return address(text.substring(0, slash))
                .filter(bytes -> prefix <= bytes.length * Byte.SIZE)
                .filter(bytes -> Arrays.equals(bytes, masked(bytes, prefix)))
                .map(bytes -> new Cidr(bytes, prefix));
    }

    /** The bytes of a literal address, never looked up; an IPv4 address written as IPv6 is the IPv4 address. */
    public static Optional<byte[]> address(String literal) {
        boolean literalOnly = IPV4.matcher(literal).matches()
                || (literal.indexOf(':') >= 0 && IPV6.matcher(literal).matches());
        if (!literalOnly) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(literal).getAddress());
        } catch (UnknownHostException notAnAddress) {
            return Optional.empty();
        }
    }

    /** Whether an address belongs to the block; one of the other family never does. */
    public boolean holds(byte[] address) {
        return address.length == network.length && Arrays.equals(masked(address, prefix), network);
    }

    /** How many bits are fixed: of two blocks that hold an address, the longer prefix is the closer one. */
    public int prefix() {
        return prefix;
    }

    private static byte[] masked(byte[] address, int prefix) {
        byte[] masked = new byte[address.length];
        for (int i = 0; i < address.length; i++) {
            int kept = Math.clamp(prefix - i * (long) Byte.SIZE, 0, Byte.SIZE);
            masked[i] = (byte) (address[i] & (0xff00 >> kept));
        }
        return masked;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cidr cidr && prefix == cidr.prefix && Arrays.equals(network, cidr.network);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(network) + prefix;
    }
}
