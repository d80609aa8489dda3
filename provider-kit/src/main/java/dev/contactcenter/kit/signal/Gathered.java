package dev.contactcenter.kit.signal;

import dev.contactcenter.engine.request.Evidence;
import dev.contactcenter.engine.request.Observation;
import dev.contactcenter.engine.request.Signal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What the sources of a realm told about a request.
 *
 * @param evidence by signal; a signal that no source in use tells is not a key
 * @param traces one for each source that told or failed
 */
public record Gathered(Map<Signal, Evidence<Observation>> evidence, List<Trace> traces) {

    public Gathered {
        evidence = Collections.unmodifiableMap(new EnumMap<>(evidence));
        traces = List.copyOf(traces);
    }
}
