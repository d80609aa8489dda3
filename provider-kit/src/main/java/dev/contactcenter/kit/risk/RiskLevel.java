package dev.contactcenter.kit.risk;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How risky an account or a session is, from the least to the most. */
public enum RiskLevel {
    LOW,
    MEDIUM,
    HIGH;

    /** As a policy and a feed write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The level of this word. */
    public static Optional<RiskLevel> of(String word) {
        return Stream.of(values()).filter(level -> level.word().equals(word)).findFirst();
    }
}
