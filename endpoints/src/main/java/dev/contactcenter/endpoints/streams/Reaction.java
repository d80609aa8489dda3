package dev.contactcenter.endpoints.streams;

import java.util.Locale;

/** What follows from an event. */
public enum Reaction {
    /** The sessions concerned end, online and offline. */
    END_SESSIONS,
    /** The sessions concerned go on without privileged actions, until the person signs in anew. */
    DOWNSCOPE,
    /** What was proven in the sessions concerned counts no longer, so that whatever takes a proof asks for it anew. */
    STEP_UP,
    /** What it tells of a device or a risk becomes a signal, and the policy decides. */
    SIGNAL,
    /** It is recorded, and nothing else. */
    NOTE;

    /** As it is stored and written in records. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
