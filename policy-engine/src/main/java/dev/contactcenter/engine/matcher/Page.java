package dev.contactcenter.engine.matcher;

import dev.contactcenter.engine.condition.Predicate;
import dev.contactcenter.engine.condition.Predicates;
import dev.contactcenter.engine.condition.Term;
import dev.contactcenter.engine.policy.Policy;
import dev.contactcenter.engine.policy.SignalCare;
import dev.contactcenter.engine.request.AccessRequest;
import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Evidence.Absence;
import dev.contactcenter.engine.request.Observation;
import dev.contactcenter.engine.request.Signal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * At most 64 rules and the at most 64 distinct predicates that they ask, so that all answers fit into two words: the predicates that are
 * true, and those that cannot be answered. A rule is a few masks; it applies if the answers fit one of them.
 */
final class Page {

    /** What the request itself says. */
    private final Column[] derived;

    /** What signals say about it. */
    private final Section[] sections;

    private final Part[] parts;
    /** Where the masks of each rule end; those of the next begin there. */
    private final int[] end;

    private final long[] wanted;
    private final long[] unwanted;

    private Page(Column[] derived, Section[] sections, List<Line> lines, Map<Predicate, Long> bits) {
        this.derived = derived;
        this.sections = sections;
        parts = lines.stream().map(Line::part).toArray(Part[]::new);
        end = new int[parts.length];
        List<Term> terms = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            terms.addAll(lines.get(i).terms());
            end[i] = terms.size();
        }
        wanted = terms.stream().mapToLong(term -> mask(term.wanted(), bits)).toArray();
        unwanted = terms.stream().mapToLong(term -> mask(term.unwanted(), bits)).toArray();
    }

    /**
     * A rule, or the part of one that has a condition of its own.
     *
     * @param terms the ways for it to apply
     */
    record Line(Part part, List<Term> terms) {}

    static Page of(Policy policy, int tier, Set<Predicate> asked, List<Line> lines) {
        Map<Predicate, Long> bits = new LinkedHashMap<>();
        asked.forEach(predicate -> bits.put(predicate, 1L << bits.size()));
        Column[] derived = aboutAttributes(bits).entrySet().stream()
                .filter(about -> about.getKey().isDerived())
                .map(about -> new Column(about.getKey(), about.getValue(), SignalCare.NONE, tier))
                .toArray(Column[]::new);
        return new Page(derived, sections(policy, tier, bits).toArray(new Section[0]), lines, bits);
    }

    /** The questions about attributes, by attribute, in the order in which attributes are declared: signal after signal. */
    private static Map<Attribute, List<Column.Asked>> aboutAttributes(Map<Predicate, Long> bits) {
        Map<Attribute, List<Column.Asked>> about = new EnumMap<>(Attribute.class);
        bits.forEach((predicate, bit) -> Predicates.attribute(predicate)
                .ifPresent(attribute -> about.computeIfAbsent(attribute, key -> new ArrayList<>())
                        .add(new Column.Asked(predicate, bit))));
        return about;
    }

    private static List<Section> sections(Policy policy, int tier, Map<Predicate, Long> bits) {
        Map<Signal, List<Column>> columns = new EnumMap<>(Signal.class);
        Map<Signal, List<Column.Asked>> whether = new EnumMap<>(Signal.class);
        aboutAttributes(bits).forEach((attribute, asked) -> {
            if (!attribute.isDerived()) {
                columns.computeIfAbsent(attribute.signal(), key -> new ArrayList<>())
                        .add(new Column(attribute, asked, policy.care(attribute.signal()), tier));
            }
        });
        bits.forEach((predicate, bit) -> {
            if (predicate instanceof Predicate.IsMissing missing) {
                whether.computeIfAbsent(missing.signal(), key -> new ArrayList<>())
                        .add(new Column.Asked(predicate, bit));
            }
        });
        Set<Signal> signals = EnumSet.noneOf(Signal.class);
        signals.addAll(columns.keySet());
        signals.addAll(whether.keySet());
        return signals.stream()
                .map(signal -> new Section(
                        signal,
                        columns.getOrDefault(signal, List.of()),
                        whether.getOrDefault(signal, List.of()),
                        policy.care(signal).lastKnownFor(tier)))
                .toList();
    }

    private static long mask(Set<Predicate> predicates, Map<Predicate, Long> bits) {
        long mask = 0;
        for (Predicate predicate : predicates) {
            mask |= bits.getOrDefault(predicate, 0L);
        }
        return mask;
    }

    /**
     * The lines that apply, as bits.
     *
     * @param surely whether those are left out that only may apply, as far as can be answered
     */
    long match(Reader reader, AccessRequest request, boolean surely) {
        long yes = 0;
        long open = 0;
        for (Column column : derived) {
            Object value = reader.read(column.attribute(), request);
            yes |= column.yes(value);
            open |= column.open(value);
        }
        for (Section section : sections) {
            Object read = reader.readSignal(section.signal(), request.facts());
            yes |= section.missing(read);
            Observation observation = section.observation(read, request.facts());
            for (Column column : section.columns()) {
                int code = observation.code(column.slot());
                if (code != 0) {
                    yes |= column.yesOf(code);
                } else {
                    Object value = Reader.of(read, observation, column.attribute());
                    yes |= column.yes(value);
                    open |= column.open(value);
                }
            }
        }
        // What is open speaks for a line that may apply, and against one that must apply without doubt.
        return surely ? fitting(~yes, yes | open) : fitting(~(yes | open), yes);
    }

    /**
     * The lines of which a term fits the answers.
     *
     * @param lacking rules out the terms that want one of these
     * @param present rules out the terms that must not have one of these
     */
    private long fitting(long lacking, long present) {
        long lines = 0;
        int term = 0;
        for (int line = 0; line < end.length; line++) {
            for (; term < end[line]; term++) {
                if (((wanted[term] & lacking) | (unwanted[term] & present)) == 0) {
                    lines |= 1L << line;
                    break;
                }
            }
            term = end[line];
        }
        return lines;
    }

    /** The part on a line. */
    Part part(int line) {
        return parts[line];
    }

    /** The parts on the lines of these bits. */
    List<Part> parts(long lines) {
        List<Part> found = new ArrayList<>();
        for (long left = lines; left != 0; left &= left - 1) {
            found.add(parts[Long.numberOfTrailingZeros(left)]);
        }
        return found;
    }

    /** Which attributes of those that the page asks about are read as they were known last. */
    void lastKnown(Reader reader, AccessRequest request, Set<Attribute> found) {
        for (Section section : sections) {
            if (reader.readSignal(section.signal(), request.facts()) instanceof Absence why) {
                Observation observation = section.observation(why, request.facts());
                Stream.of(section.columns())
                        .map(Column::attribute)
                        .filter(attribute -> observation.value(attribute) != null)
                        .forEach(found::add);
            }
        }
    }

    /** Which attributes the page asks about and the request lacks. */
    void missing(Reader reader, AccessRequest request, Map<Attribute, Absence> found) {
        missing(derived, reader, request, found);
        for (Section section : sections) {
            missing(section.columns(), reader, request, found);
        }
    }

    private static void missing(Column[] columns, Reader reader, AccessRequest request, Map<Attribute, Absence> found) {
        for (Column column : columns) {
            if (reader.read(column.attribute(), request) instanceof Absence why) {
                found.put(column.attribute(), why);
            }
        }
    }
}
