package dev.contactcenter.engine.decision;

import java.util.Set;
import java.util.TreeSet;

/** The sets of data that may be queried. */
public sealed interface Datasets {

    /** Whatever there is. */
    record All() implements Datasets {}

    /** Those of these names; of none, nothing may be queried. */
    record Only(Set<String> names) implements Datasets {
        public Only {
            names = Set.copyOf(names);
        }

        private Only common(Only other) {
            Set<String> common = new TreeSet<>(names);
            common.retainAll(other.names);
            return new Only(common);
        }
    }

    /** The stricter of the two: what both allow. */
    default Datasets and(Datasets other) {
        return switch (this) {
            case All ignored -> other;
            case Only mine ->
                switch (other) {
                    case All ignored -> mine;
                    case Only theirs -> mine.common(theirs);
                };
        };
    }
}
