package dev.contactcenter.kit.decision;

import dev.contactcenter.engine.decision.Excuse;
import dev.contactcenter.engine.decision.Grounds;
import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Evidence.Absence;
import dev.contactcenter.kit.record.DecisionRecord;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Puts the grounds of a decision into the words of its record. */
final class RecordedGrounds {

    private RecordedGrounds() {}

    static DecisionRecord.Grounds of(Grounds.Told told) {
        return new DecisionRecord.Grounds(
                told.revision(),
                List.copyOf(new TreeSet<>(told.rules())),
                List.copyOf(new TreeSet<>(told.undecidable())),
                wouldBe(told),
                told.excused().stream().map(RecordedGrounds::excused).toList(),
                told.breakGlass(),
                told.degraded(),
                missing(told.missing()),
                read(told.lastKnown()));
    }

    private static List<DecisionRecord.WouldBeOutcome> wouldBe(Grounds.Told told) {
        return told.wouldBe().stream()
                .map(would -> new DecisionRecord.WouldBeOutcome(would.rule(), would.outcome(), would.detail()))
                .toList();
    }

    private static DecisionRecord.Excused excused(Excuse excuse) {
        String until = excuse.until().equals(Instant.MAX) ? "" : excuse.until().toString();
        return new DecisionRecord.Excused(excuse.rule(), excuse.reason(), excuse.approvedBy(), until);
    }

    private static Map<String, String> read(Set<Attribute> lastKnown) {
        Map<String, String> read = new TreeMap<>();
        lastKnown.forEach(attribute -> read.put(attribute.path(), "last-known"));
        return read;
    }

    private static Map<String, String> missing(Map<Attribute, Absence> missing) {
        Map<String, String> told = new TreeMap<>();
        missing.forEach((attribute, why) ->
                told.put(attribute.path(), why.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        return told;
    }
}
