package dev.contactcenter.benchmarks.engine;

/**
 * What a figure has to be.
 *
 * @param what the figure, as a phrase
 * @param isAtMost whether the bound is from above
 */
public record Limit(String what, double value, boolean isAtMost, double bound, String unit) {

    /** The value must not be larger. */
    public static Limit atMost(String what, double value, double bound, String unit) {
        return new Limit(what, value, true, bound, unit);
    }

    /** The value must not be smaller. */
    public static Limit atLeast(String what, double value, double bound, String unit) {
        return new Limit(what, value, false, bound, unit);
    }

    boolean holds() {
        return isAtMost ? value <= bound : value >= bound;
    }

    /** One line: PASS or FAIL, the figure, the bound. */
    public String line() {
        return "%s %s: %s %s, %s %s"
                .formatted(
                        holds() ? "PASS" : "FAIL",
                        what,
                        Figure.rounded(value),
                        unit,
                        isAtMost ? "at most" : "at least",
                        Figure.rounded(bound));
    }

    /** The same for programs. */
    public String json() {
        return "{\"limit\": \"%s\", \"value\": %s, \"bound\": %s, \"holds\": %s}"
                .formatted(what, value, bound, holds());
    }
}
