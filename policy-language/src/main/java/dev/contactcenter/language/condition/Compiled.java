package dev.contactcenter.language.condition;

import dev.contactcenter.engine.condition.Formula;
import java.util.List;

/** What became of the text of a condition. */
public sealed interface Compiled {

    /** It says this. */
    record Usable(Formula formula) implements Compiled {}

    /**
     * It cannot be used.
     *
     * @param flaws in the order of the text; never empty
     */
    record Refused(List<Flaw> flaws) implements Compiled {
        public Refused {
            flaws = List.copyOf(flaws);
        }
    }
}
