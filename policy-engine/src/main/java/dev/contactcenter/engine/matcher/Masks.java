package dev.contactcenter.engine.matcher;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The bits that texts stand for: a small hash table with open addressing, since it is asked for each attribute of each request. */
final class Masks {

    private final @Nullable String[] texts;
    private final long[] bits;
    private final String[] all;

    Masks(Map<String, Long> bitsOf) {
        int places = Integer.highestOneBit(Math.max(1, bitsOf.size()) * 2 - 1) * 2;
        texts = new @Nullable String[places];
        bits = new long[places];
        all = bitsOf.keySet().toArray(new String[0]);
        bitsOf.forEach((text, bit) -> {
            int place = place(text);
            texts[place] = text;
            bits[place] = bit;
        });
    }

    /** The bits of one text; none for a text that nobody asks about. */
    long of(String text) {
        return bits[place(text)];
    }

    /** The bits of all texts of a set together. */
    long ofAny(Set<?> members) {
        long found = 0;
        for (String text : all) {
            if (members.contains(text)) {
                found |= of(text);
            }
        }
        return found;
    }

    /** Where a text is, or would be: half of the places are free, so that there is always one. */
    private int place(String text) {
        int last = texts.length - 1;
        int hash = text.hashCode();
        int place = (hash ^ (hash >>> 16)) & last;
        while (texts[place] != null && !text.equals(texts[place])) {
            place = (place + 1) & last;
        }
        return place;
    }
}
