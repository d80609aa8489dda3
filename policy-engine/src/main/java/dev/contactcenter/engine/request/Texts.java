package dev.contactcenter.engine.request;

import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;

/**
 * A few distinct texts, such as the groups of a person. A set of its own, because every decision walks over it, and an iterator for
 * each would be most of what a decision allocates.
 */
public final class Texts extends AbstractSet<String> {

    private final String[] texts;

    private Texts(String[] texts) {
        this.texts = texts;
    }

    /** The distinct texts of a collection. */
    public static Texts copyOf(Collection<String> texts) {
        return texts instanceof Texts same
                ? same
                : new Texts(texts.stream().distinct().toArray(String[]::new));
    }

    /** The text at a place, from 0 to the size. */
    public String get(int place) {
        return texts[place];
    }

    @Override
    public boolean contains(Object text) {
        for (String one : texts) {
            if (one.equals(text)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Iterator<String> iterator() {
        return Arrays.asList(texts.clone()).iterator();
    }

    @Override
    public int size() {
        return texts.length;
    }
}
