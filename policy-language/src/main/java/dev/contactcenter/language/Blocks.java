package dev.contactcenter.language;

import dev.contactcenter.engine.network.Address;

/** What would be right in place of something that is not a block of addresses. */
public final class Blocks {

    private static final String FOR_EXAMPLE = "write for example 10.20.0.0/16 or \"2001:db8:20::/48\"";

    private Blocks() {}

    /** The advice, as a part of a sentence. */
    public static String repaired(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return Address.parse(text)
                    .map(address -> "write " + Quoted.shortened(text) + "/"
                            + address.family().bits() + " for this one address")
                    .orElse(FOR_EXAMPLE);
        }
        return Address.parse(text.substring(0, slash)).isPresent()
                ? "after the prefix length all bits must be zero, and it is at most 32 (IPv4) or 128 (IPv6)"
                : FOR_EXAMPLE;
    }
}
