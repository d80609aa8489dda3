package dev.contactcenter.kit.signal;

import dev.contactcenter.engine.request.Evidence;
import dev.contactcenter.engine.request.Observation;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Several reports about one signal put together. */
final class Merged {

    private Merged() {}

    /** The evidence; nothing if there is no report. It is as old as the oldest report that says more than which device it is. */
    static Optional<Evidence.Known<Observation>> of(List<Report> reports) {
        List<Report> describing = reports.stream().filter(Report::describes).toList();
        return (describing.isEmpty() ? reports : describing)
                .stream()
                        .map(Report::observedAt)
                        .min(Comparator.naturalOrder())
                        .map(oldest -> new Evidence.Known<>(
                                Observation.strictest(reports.stream()
                                        .map(Report::observation)
                                        .toList()),
                                oldest));
    }
}
