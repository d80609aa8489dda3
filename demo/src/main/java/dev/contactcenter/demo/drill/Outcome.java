package dev.contactcenter.demo.drill;

/** What a person met who asked for an action, as the table shows it: {@code permit}, {@code step up} or {@code deny} and why. */
record Outcome(String word) {

    static final Outcome PERMIT = new Outcome("permit");
    static final Outcome STEP_UP = new Outcome("step up");

    static Outcome deny(String reason) {
        return new Outcome("deny " + reason);
    }
}
