package dev.contactcenter.signals.changes;

import java.io.Serializable;
import java.util.Objects;

/** What a row of changes is found by. A class and not a record, because that is what JPA can fill. */
public class ChangePart implements Serializable {

    private static final long serialVersionUID = 1;

    long change;
    int part;

    /** For JPA. */
    public ChangePart() {}

    @Override
    public boolean equals(Object other) {
        return other instanceof ChangePart row && change == row.change && part == row.part;
    }

    @Override
    public int hashCode() {
        return Objects.hash(change, part);
    }
}
