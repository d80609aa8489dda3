package dev.contactcenter.language.testing;

import dev.contactcenter.engine.decision.Decision;

/**
 * One thing that is expected of a decision.
 *
 * @param text as {@link Aspect#of} writes it
 */
public record Expected(Aspect aspect, String text) {

    /** The three outcomes; written in lower case with a dash. */
    public enum Outcome {
        PERMIT("permit"),
        STEP_UP("step-up"),
        DENY("deny");

        private final String word;

        Outcome(String word) {
            this.word = word;
        }

        /** As it is written. */
        public String word() {
            return word;
        }

        /** That of a decision. */
        public static Outcome of(Decision decision) {
            return switch (decision) {
                case Decision.Permit ignored -> PERMIT;
                case Decision.StepUp ignored -> STEP_UP;
                case Decision.Deny ignored -> DENY;
            };
        }
    }
}
