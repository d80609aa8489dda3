package dev.contactcenter.engine.matcher;

import dev.contactcenter.engine.condition.Predicate;
import dev.contactcenter.engine.request.Evidence.Absence;
import dev.contactcenter.engine.request.Signal;
import java.util.List;

/** The part of a page that asks about one signal, which is read once for all of it. */
final class Section {

    private final Signal signal;
    private final Column[] columns;
    private final List<Column.Asked> whether;

    /**
     * A section.
     *
     * @param columns what is asked about the signal's attributes
     * @param whether what is asked about its absence
     */
    Section(Signal signal, List<Column> columns, List<Column.Asked> whether) {
        this.signal = signal;
        this.columns = columns.toArray(new Column[0]);
        this.whether = whether;
    }

    Signal signal() {
        return signal;
    }

    /** Not to be changed. */
    Column[] columns() {
        return columns;
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
