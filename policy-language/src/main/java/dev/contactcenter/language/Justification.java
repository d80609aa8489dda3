package dev.contactcenter.language;

/** Whether a person has to type why before an action is granted. */
public sealed interface Justification {

    /** The most characters that a policy may allow: a record is no place for an essay. */
    int MOST_CHARACTERS = 1000;

    /** The stricter of the two. */
    Justification and(Justification other);

    /** Nothing is to be typed. */
    record NotAsked() implements Justification {
        @Override
        public Justification and(Justification other) {
            return other;
        }
    }

    /**
     * Why is to be typed.
     *
     * @param least characters, at least one
     * @param most characters, at most {@link #MOST_CHARACTERS}
     */
    record Asked(int least, int most) implements Justification {

        public Asked {
            if (least < 1 || most < least || most > MOST_CHARACTERS) {
                throw new IllegalArgumentException("A justification cannot have " + least + " to " + most
                        + " characters, because it has 1 to " + MOST_CHARACTERS);
            }
        }

        /** Where the two leave nothing between them, what is at least demanded stands. */
        @Override
        public Justification and(Justification other) {
            return switch (other) {
                case NotAsked ignored -> this;
                case Asked asked -> {
                    int longer = Math.max(least, asked.least);
                    yield new Asked(longer, Math.max(longer, Math.min(most, asked.most)));
                }
            };
        }
    }
}
