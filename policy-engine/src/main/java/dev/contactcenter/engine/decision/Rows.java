package dev.contactcenter.engine.decision;

/** How much one query may yield. */
public sealed interface Rows {

    /** At most so many rows; at least 1. */
    record AtMost(int rows) implements Rows {}

    /** As many as there are. */
    record Unlimited() implements Rows {}

    /** The stricter of the two. */
    default Rows fewer(Rows other) {
        return switch (this) {
            case Unlimited ignored -> other;
            case AtMost mine ->
                switch (other) {
                    case Unlimited ignored -> mine;
                    case AtMost theirs -> mine.rows() <= theirs.rows() ? mine : theirs;
                };
        };
    }
}
