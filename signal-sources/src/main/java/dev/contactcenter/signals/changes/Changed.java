package dev.contactcenter.signals.changes;

import dev.contactcenter.signals.texts.TextKey;

/**
 * What was changed, in 64 bits of a hash: two things that share them are looked up once more than needed.
 *
 * @param bits of the SHA-256 of all that names it
 */
public record Changed(long bits) {

    private static final int RADIX = 16;
    private static final int DIGITS = 16;

    /** So much that all counts as changed. */
    public static final Changed EVERYTHING = of("everything");

    /**
     * A thing of a kind.
     *
     * @param names the kind, and what tells it from others of that kind in all realms; without line breaks
     */
    public static Changed of(String... names) {
        return new Changed(Long.parseUnsignedLong(TextKey.of(names).substring(0, DIGITS), RADIX));
    }

    /** As {@link #text} wrote it. */
    static Changed read(String text) {
        return new Changed(Long.parseUnsignedLong(text, RADIX));
    }

    String text() {
        return Long.toUnsignedString(bits, RADIX);
    }
}
