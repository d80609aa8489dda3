package dev.contactcenter.language;

import java.util.List;

/** What became of a policy document. */
public sealed interface Reading {

    /**
     * The document can be activated.
     *
     * @param warnings what is allowed but probably not meant, in document order
     */
    record Valid(CompiledPolicy policy, List<Problem> warnings) implements Reading {
        public Valid {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * The document cannot be activated.
     *
     * @param problems all of them, in document order; never empty
     */
    record Invalid(List<Problem> problems) implements Reading {
        public Invalid {
            problems = List.copyOf(problems);
        }
    }
}
