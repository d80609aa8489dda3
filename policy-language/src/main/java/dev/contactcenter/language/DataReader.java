package dev.contactcenter.language;

import dev.contactcenter.engine.decision.DataScope;
import dev.contactcenter.engine.decision.Datasets;
import dev.contactcenter.engine.decision.FieldScope;
import dev.contactcenter.engine.decision.Rows;

/** Reads how much of the data may be queried. */
final class DataReader {

    static final int MOST_ROWS = 1_000_000_000;

    private final Values values;
    private final Names names;

    DataReader(Findings findings) {
        this.values = new Values(findings);
        this.names = new Names(findings);
    }

    /** The keys {@code datasets} and {@code rowLimit}. */
    DataScope read(Fields fields) {
        return new DataScope(FieldScope.ALL, datasets(fields), rows(fields));
    }

    /** The key {@code datasets}; all where it is not there. */
    Datasets datasets(Fields fields) {
        return fields.find("datasets")
                .map(node -> values.several(node, names::dataset, "name at least one set of data, or take the key out"))
                .<Datasets>map(Datasets.Only::new)
                .orElseGet(Datasets.All::new);
    }

    private Rows rows(Fields fields) {
        return fields.find("rowLimit")
                .flatMap(node -> values.wholeNumber(node, 1, MOST_ROWS))
                .<Rows>map(Rows.AtMost::new)
                .orElseGet(Rows.Unlimited::new);
    }
}
