package dev.contactcenter.engine.matcher;

import dev.contactcenter.engine.condition.Predicate;
import dev.contactcenter.engine.request.Evidence;
import dev.contactcenter.engine.request.Evidence.Absence;
import dev.contactcenter.engine.request.Facts;
import dev.contactcenter.engine.request.Observation;
import dev.contactcenter.engine.request.Signal;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The part of a page that asks about one signal, which is read once for all of it. */
final class Section {

    private static final Observation NOTHING = new Observation(Map.of());

    private final Signal signal;
    private final Column[] columns;
    private final List<Column.Asked> whether;

    /** How long what was known last counts, by reason of absence. */
    private final Map<Absence, Duration> lastKnown;

    /**
     * A section.
     *
     * @param columns what is asked about the signal's attributes
     * @param whether what is asked about its absence
     */
    Section(Signal signal, List<Column> columns, List<Column.Asked> whether, Map<Absence, Duration> lastKnown) {
        this.signal = signal;
        this.columns = columns.toArray(new Column[0]);
        this.whether = whether;
        this.lastKnown = lastKnown;
    }

    Signal signal() {
        return signal;
    }

    /** Not to be changed. */
    Column[] columns() {
        return columns;
    }

    /** What conditions read: what the signal told, or told last where that counts; else an observation without any value. */
    Observation observation(Object read, Facts facts) {
        if (read instanceof Observation told) {
            return told;
        }
        return !lastKnown.isEmpty() && read instanceof Absence why ? lastKnown(why, facts) : NOTHING;
    }

    private Observation lastKnown(Absence why, Facts facts) {
        return Reader.lastKnown(signal, facts, lastKnown.get(why))
                .map(Evidence.Known::value)
                .orElse(NOTHING);
    }

    /** The bits of the questions that are true because the signal as a whole was read as an {@link Absence}. */
    long missing(Object read) {
        return read instanceof Absence why ? missing(why) : 0;
    }

    private long missing(Absence why) {
        long yes = 0;
        for (Column.Asked one : whether) {
            yes |= one.predicate() instanceof Predicate.IsMissing missing
                            && missing.why().contains(why)
                    ? one.bit()
                    : 0;
        }
        return yes;
    }
}
