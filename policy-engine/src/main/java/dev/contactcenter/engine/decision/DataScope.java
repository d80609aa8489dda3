package dev.contactcenter.engine.decision;

import java.util.Set;

/**
 * How much of the data a permit reaches, whatever the action.
 *
 * @param fields which fields of a record
 * @param datasets which sets of data
 * @param rows how much at a time
 */
public record DataScope(FieldScope fields, Datasets datasets, Rows rows) {

    /** All of it. */
    public static final DataScope ALL = new DataScope(FieldScope.ALL, new Datasets.All(), new Rows.Unlimited());

    /** Certain fields, and no other limit. */
    public static DataScope of(FieldScope fields) {
        return new DataScope(fields, ALL.datasets, ALL.rows);
    }

    /** Certain sets of data, and no other limit. */
    public static DataScope of(Datasets datasets) {
        return new DataScope(ALL.fields, datasets, ALL.rows);
    }

    /** The stricter of the two in each respect. */
    public DataScope and(DataScope other) {
        if (equals(ALL) || equals(other)) {
            return other;
        }
        return other.equals(ALL)
                ? this
                : new DataScope(fields.and(other.fields), datasets.and(other.datasets), rows.fewer(other.rows));
    }

    /** What of it these actions are about. */
    public DataScope about(Set<String> actions) {
        return fields.equals(FieldScope.ALL) ? this : new DataScope(fields.about(actions), datasets, rows);
    }
}
