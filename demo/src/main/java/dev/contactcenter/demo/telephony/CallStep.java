package dev.contactcenter.demo.telephony;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The course of a call, in the order in which it happens. */
public enum CallStep {
    RINGS,
    ANSWERED,
    HUNG_UP,
    FINISHED;

    /** As pages and files name it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<CallStep> of(String word) {
        return Arrays.stream(values()).filter(step -> step.word().equals(word)).findFirst();
    }
}
