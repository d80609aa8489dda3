package dev.contactcenter.engine.network;

import java.util.Optional;

/** A block of addresses (RFC 4632, RFC 4291 §2.3). */
public final class Cidr {

    private final Address first;
    private final int prefix;

    private Cidr(Address first, int prefix) {
        this.first = first;
        this.prefix = prefix;
    }

    /**
     * A block as {@code address/prefix}; nothing if it is none. Bits after the prefix must be zero: an address in place of a block
     * is a slip that would trust more than was meant.
     */
    public static Optional<Cidr> parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0 || !isLength(text, slash + 1)) {
            return Optional.empty();
        }
        int prefix = Integer.parseInt(text, slash + 1, text.length(), 10);
        return Address.parse(text.substring(0, slash))
                .filter(address -> prefix <= address.family().bits())
                .map(address -> new Cidr(address, prefix))
                .filter(Cidr::endsInZeros);
    }

    private static boolean isLength(String text, int from) {
        int digits = text.length() - from;
        return digits > 0
                && digits <= 3
                && text.chars().skip(from).allMatch(character -> character >= '0' && character <= '9');
    }

    private boolean endsInZeros() {
        return (first.high() & ~highMask()) == 0 && (first.low() & ~lowMask()) == 0;
    }

    /** Whether an address belongs to the block; one of the other family never does. */
    public boolean holds(Address address) {
        return address.family() == first.family()
                && (address.high() & highMask()) == first.high()
                && (address.low() & lowMask()) == first.low();
    }

    /** The first address that it holds. */
    public Address first() {
        return first;
    }

    /** How many bits are fixed: of two blocks that hold an address, the longer prefix is the closer one. */
    public int prefix() {
        return prefix;
    }

    /** The fixed bits of the first half; Java shifts by 64 bits not at all, so that the ends are named. */
    long highMask() {
        return prefix == 0 ? 0 : -1L << Math.max(0, Long.SIZE - prefix);
    }

    /** The fixed bits of the second half. */
    long lowMask() {
        return prefix <= Long.SIZE ? 0 : -1L << (2 * Long.SIZE - prefix);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cidr cidr && prefix == cidr.prefix && first.equals(cidr.first);
    }

    @Override
    public int hashCode() {
        return 31 * first.hashCode() + prefix;
    }
}
