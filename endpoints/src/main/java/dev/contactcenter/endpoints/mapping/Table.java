package dev.contactcenter.endpoints.mapping;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the words of another system mean.
 *
 * @param at where the system tells its word
 * @param rows tried in their order; the first that matches counts
 */
record Table(JsonPointer at, List<Row> rows) {

    /**
     * One word.
     *
     * @param theirs in any case; with a star at its end, whatever begins like it
     * @param ours a word of the attribute's vocabulary
     */
    record Row(String theirs, String ours) {

        boolean matches(String told) {
            return theirs.endsWith("*")
                    ? told.regionMatches(true, 0, theirs, 0, theirs.length() - 1)
                    : told.toLowerCase(Locale.ROOT).equals(theirs.toLowerCase(Locale.ROOT));
        }
    }

    /** Our word for theirs; nothing if the table does not have it. */
    Optional<String> word(String told) {
        return rows.stream().filter(row -> row.matches(told)).map(Row::ours).findFirst();
    }
}
