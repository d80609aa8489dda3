package dev.contactcenter.kit.interaction;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a person is doing with a customer. */
public enum InteractionState {
    /** A call, a chat: somebody waits at the other end. */
    LIVE,
    /** It is over, and something about it remains to be done. */
    WRAP_UP,
    /** Nothing. */
    IDLE;

    /** As a policy and a feed write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The state of this word. */
    public static Optional<InteractionState> of(String word) {
        return Stream.of(values()).filter(state -> state.word().equals(word)).findFirst();
    }
}
