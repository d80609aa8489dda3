package dev.contactcenter.language.condition;

import dev.contactcenter.engine.request.Attribute;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Compiles the conditions of one policy document, each text once. */
public final class Conditions {

    /** A bound, so that a policy does not take all processors from those who sign in meanwhile. */
    private static final int MOST_THREADS = 4;

    private final Words words;
    private final Map<String, Compiled> known = new ConcurrentHashMap<>();

    /** @param vocabularies the words that the document declares for an attribute; where there are none, any text is a word */
    public Conditions(Map<Attribute, ? extends Collection<String>> vocabularies) {
        this.words = new Words(vocabularies);
    }

    /**
     * Compiles what {@link #compile} will be asked for, on several processors at once: in a new JVM CEL's parser and checker
     * are slow at first, and a server that starts has to wait for its policy.
     */
    public void prepare(Set<String> conditions) {
        Queue<String> open = new ConcurrentLinkedQueue<>(conditions);
        int processors = Runtime.getRuntime().availableProcessors();
        RoomyThread.callOnEach(Math.min(MOST_THREADS, processors), () -> drain(open));
    }

    private int drain(Queue<String> open) {
        int compiled = 0;
        for (String next = open.poll(); next != null; next = open.poll()) {
            known.computeIfAbsent(next, this::attempt);
            compiled++;
        }
        return compiled;
    }

    /**
     * Compiles one condition. Whatever the text is, the answer is a {@link Compiled}, never an exception.
     *
     * @param cel an expression of the subset of CEL that docs/reference/conditions.md describes
     */
    public Compiled compile(String cel) {
        return known.computeIfAbsent(cel, text -> RoomyThread.call(() -> attempt(text)));
    }

    private Compiled attempt(String cel) {
        try {
            return new Attempt(words, cel).compile();
        } catch (StackOverflowError e) {
            return new Compiled.Refused(
                    List.of(new Flaw(0, 1, "the condition is too deeply nested", "make several rules of it")));
        } catch (RuntimeException e) {
            // Whatever surprises CEL's parser is a problem of this condition, not of the server that reads it.
            String what = "the condition cannot be read (" + e.getClass().getSimpleName() + ")";
            return new Compiled.Refused(List.of(new Flaw(0, 1, what, "write it in another way")));
        }
    }
}
