package dev.contactcenter.kit.revocation;

import java.util.List;

/** What a reader of the denylist that knows all entries up to a cursor gets. */
public sealed interface DenylistPage {

    /**
     * What came after it.
     *
     * @param entries in the order of their cursors; none if there is nothing new
     * @param next the cursor to ask with the next time
     */
    record Entries(List<DenylistEntry> entries, long next) implements DenylistPage {
        public Entries {
            entries = List.copyOf(entries);
        }
    }

    /**
     * That something was lifted after that cursor was forgotten meanwhile, or it was never given out: the reader has to begin at 0.
     */
    record StartOver() implements DenylistPage {}
}
