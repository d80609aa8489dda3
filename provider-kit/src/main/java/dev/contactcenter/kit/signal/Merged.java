package dev.contactcenter.kit.signal;

import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Evidence;
import dev.contactcenter.engine.request.Observation;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Several reports about one signal put together: where they differ, the stricter word holds, as with rules. */
final class Merged {

    private Merged() {}

    /** The evidence; nothing if there is no report. It is as old as the oldest report that says more than which device it is. */
    static Optional<Evidence.Known<Observation>> of(List<Report> reports) {
        List<Report> describing = reports.stream().filter(Report::describes).toList();
        return (describing.isEmpty() ? reports : describing)
                .stream()
                        .map(Report::observedAt)
                        .min(Comparator.naturalOrder())
                        .map(oldest -> new Evidence.Known<>(values(reports), oldest));
    }

    private static Observation values(List<Report> reports) {
        Map<Attribute, Object> values = new EnumMap<>(Attribute.class);
        reports.forEach(report -> report.observation()
                .values()
                .forEach((attribute, value) ->
                        values.merge(attribute, value, (one, other) -> stricter(attribute, one, other))));
        return new Observation(values);
    }

    private static Object stricter(Attribute attribute, Object one, Object other) {
        return one instanceof String word && other instanceof String second ? attribute.stricter(word, second) : one;
    }
}
