package dev.contactcenter.language.condition;

import dev.contactcenter.engine.request.Attribute;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Compiles the conditions of one policy document. */
public final class Conditions {

    private final Words words;

    /** @param vocabularies the words that the document declares for an attribute; where there are none, any text is a word */
    public Conditions(Map<Attribute, ? extends Collection<String>> vocabularies) {
        this.words = new Words(vocabularies);
    }

    /**
     * Compiles one condition. Whatever the text is, the answer is a {@link Compiled}, never an exception.
     *
     * @param cel an expression of the subset of CEL that docs/reference/conditions.md describes
     */
    public Compiled compile(String cel) {
        return RoomyThread.call(() -> attempt(cel));
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
