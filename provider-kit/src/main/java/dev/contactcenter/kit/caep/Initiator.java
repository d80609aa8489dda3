package dev.contactcenter.kit.caep;

import java.util.Locale;

/** Who caused an event (CAEP 1.0 §2, {@code initiating_entity}). */
public enum Initiator {
    ADMIN,
    POLICY,
    USER,
    SYSTEM;

    /** As it stands in the event. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
