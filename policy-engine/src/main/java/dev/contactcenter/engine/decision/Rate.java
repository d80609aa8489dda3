package dev.contactcenter.engine.decision;

/** How often something may be done. */
public sealed interface Rate {

    /** At most so many times a minute; at least 1. */
    record PerMinute(int times) implements Rate {}

    /** As often as anybody likes. */
    record Unlimited() implements Rate {}

    /** The stricter of the two. */
    default Rate slower(Rate other) {
        return switch (this) {
            case Unlimited ignored -> other;
            case PerMinute mine ->
                switch (other) {
                    case Unlimited ignored -> mine;
                    case PerMinute theirs -> mine.times() <= theirs.times() ? mine : theirs;
                };
        };
    }
}
