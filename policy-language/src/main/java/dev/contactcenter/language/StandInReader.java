package dev.contactcenter.language;

import dev.contactcenter.engine.decision.Bound;
import dev.contactcenter.engine.policy.SignalCare;
import dev.contactcenter.engine.request.Evidence.Absence;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Reads what conditions read in place of a signal that is missing: {@code read} and {@code within} of its steps. Steps add up, and
 * of several limits for the same tier and reason the shortest holds.
 */
final class StandInReader {

    private final Findings findings;
    private final Values values;
    private final Durations durations;
    private final Map<Integer, Set<Absence>> unknown = new HashMap<>();
    private final Map<Integer, Map<Absence, Duration>> lastKnown = new HashMap<>();

    StandInReader(Findings findings) {
        this.findings = findings;
        this.values = new Values(findings);
        this.durations = new Durations(findings);
    }

    /** What can be read. */
    private enum Read {
        UNKNOWN,
        LAST_KNOWN
    }

    /** @param why the reasons that the step is for; empty if it names none, and so is for all */
    void step(Fields fields, Set<Integer> tiers, Set<Absence> why) {
        boolean readsLastKnown = fields.find("read")
                .flatMap(node -> values.choice(node, Read.class))
                .filter(read -> read(read, fields, tiers, why) == Read.LAST_KNOWN)
                .isPresent();
        if (!readsLastKnown && fields.find("within").isPresent()) {
            findings.error(
                    fields.key("within"),
                    "only what was known last can be too old for this step",
                    "write read: last-known beside it, or leave it out");
        }
    }

    private Read read(Read read, Fields fields, Set<Integer> tiers, Set<Absence> why) {
        switch (read) {
            case UNKNOWN -> {
                Set<Absence> reasons = why.isEmpty() ? EnumSet.allOf(Absence.class) : why;
                tiers.forEach(tier -> unknown.computeIfAbsent(tier, any -> EnumSet.noneOf(Absence.class))
                        .addAll(reasons));
            }
            case LAST_KNOWN -> {
                refuseReasonsWithout(fields, why);
                Set<Absence> reasons = why.isEmpty() ? SignalCare.HAVING_LAST_KNOWN : why;
                fields.require("within", "within: PT8H")
                        .flatMap(durations::read)
                        .ifPresent(within -> tiers.forEach(tier -> reasons.stream()
                                .filter(SignalCare.HAVING_LAST_KNOWN::contains)
                                .forEach(one -> lastKnown(tier).merge(one, within, StandInReader::shorter))));
            }
        }
        return read;
    }

    private void refuseReasonsWithout(Fields fields, Set<Absence> why) {
        Set<String> without = why.stream()
                .filter(one -> !SignalCare.HAVING_LAST_KNOWN.contains(one))
                .map(Values::kebab)
                .collect(Collectors.toCollection(TreeSet::new));
        if (!without.isEmpty()) {
            findings.error(
                    fields.key("why"),
                    "of a signal that is " + String.join(" or ", without) + " nothing counts as known last",
                    "keep to stale and source-failed, and write a step of its own for the rest");
        }
    }

    private Map<Absence, Duration> lastKnown(int tier) {
        return lastKnown.computeIfAbsent(tier, any -> new EnumMap<>(Absence.class));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    SignalCare care(Bound maxAge) {
        return new SignalCare(maxAge, unknown, lastKnown);
    }
}
