package dev.contactcenter.engine.matcher;

import dev.contactcenter.engine.request.Texts;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The bits that texts stand for: a small hash table with open addressing, since it is asked for each attribute of each request. */
final class Masks {

    private final @Nullable String[] texts;
    private final long[] bits;

    Masks(Map<String, Long> bitsOf) {
        int places = Integer.highestOneBit(Math.max(1, bitsOf.size()) * 2 - 1) * 2;
        texts = new @Nullable String[places];
        bits = new long[places];
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

    /** The bits of all of some texts together. */
    long ofAny(Texts members) {
        long found = 0;
        for (int i = 0; i < members.size(); i++) {
            found |= of(members.get(i));
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
