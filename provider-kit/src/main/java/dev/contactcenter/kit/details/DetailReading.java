package dev.contactcenter.kit.details;

import java.util.List;

/** What a parameter {@code authorization_details} turned out to be. */
public sealed interface DetailReading {

    /** It can be read; whether it may be asked for is another question. */
    record Read(List<ActionDetail> details) implements DetailReading {
        public Read {
            details = List.copyOf(details);
        }
    }

    /**
     * It cannot be used (RFC 9396 §5).
     *
     * @param why for whoever writes the client; repeats nothing of what was sent
     */
    record Refused(String why) implements DetailReading {}

    /** Nothing in it is of this pack's type: it is for others to judge. */
    record OfOthers() implements DetailReading {}
}
