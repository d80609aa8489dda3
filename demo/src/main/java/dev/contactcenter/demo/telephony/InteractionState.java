package dev.contactcenter.demo.telephony;

import java.util.Arrays;
import java.util.Optional;

/** What a person is doing with a customer; of several contacts at once, the first of these counts. */
public enum InteractionState {
    LIVE("live"),
    WRAP_UP("wrap-up"),
    IDLE("idle");

    private final String word;

    InteractionState(String word) {
        this.word = word;
    }

    /** As the realm is told. */
    public String word() {
        return word;
    }

    static Optional<InteractionState> of(String word) {
        return Arrays.stream(values()).filter(state -> state.word.equals(word)).findFirst();
    }
}
