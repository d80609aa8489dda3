package dev.contactcenter.engine.matcher;

import dev.contactcenter.engine.condition.Predicate;
import dev.contactcenter.engine.condition.Predicates;
import dev.contactcenter.engine.condition.Term;
import dev.contactcenter.engine.policy.Policy;
import dev.contactcenter.engine.policy.SignalCare;
import dev.contactcenter.engine.request.AccessRequest;
import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Evidence.Absence;
import dev.contactcenter.engine.request.Signal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * At most 64 rules and the at most 64 distinct predicates that they ask, so that all answers fit into two words: the predicates that are
 * true, and those that cannot be answered. A rule is a few masks; it applies if the answers fit one of them.
 */
final class Page {

    private final Column[] columns;
    private final Part[] parts;
    /** Where the masks of each rule end; those of the next begin there. */
    private final int[] end;

    private final long[] wanted;
    private final long[] unwanted;

    private Page(List<Column> columns, List<Line> lines, Map<Predicate, Long> bits) {
        this.columns = columns.toArray(new Column[0]);
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
        return new Page(columns(policy, tier, bits), lines, bits);
    }

    private static List<Column> columns(Policy policy, int tier, Map<Predicate, Long> bits) {
        Map<Attribute, List<Column.Asked>> ofAttributes = new EnumMap<>(Attribute.class);
        Map<Signal, List<Column.Asked>> ofSignals = new EnumMap<>(Signal.class);
        bits.forEach((predicate, bit) -> {
            var asked = new Column.Asked(predicate, bit);
            if (predicate instanceof Predicate.IsMissing missing) {
                ofSignals
                        .computeIfAbsent(missing.signal(), key -> new ArrayList<>())
                        .add(asked);
            } else {
                Predicates.attribute(predicate)
                        .ifPresent(attribute -> ofAttributes
                                .computeIfAbsent(attribute, key -> new ArrayList<>())
                                .add(asked));
            }
        });
        List<Column> columns = new ArrayList<>();
        ofAttributes.forEach((attribute, asked) -> {
            SignalCare care = policy.care(attribute.signal());
            columns.add(Column.OfAttribute.of(attribute, asked, care, tier));
        });
        ofSignals.forEach((signal, asked) -> columns.add(new Column.OfSignal(signal, Column.Asked.bits(asked), asked)));
        return columns;
    }

    private static long mask(Set<Predicate> predicates, Map<Predicate, Long> bits) {
        long mask = 0;
        for (Predicate predicate : predicates) {
            mask |= bits.getOrDefault(predicate, 0L);
        }
        return mask;
    }

    /** The lines that apply, or may apply as far as can be answered, as bits. */
    long match(Reader reader, AccessRequest request) {
        long yes = 0;
        long open = 0;
        for (Column column : columns) {
            Object value = column.read(reader, request);
            if (value instanceof Absence why) {
                yes |= column.yesWithout(why);
                open |= column.open(why);
            } else {
                yes |= column.yes(value);
            }
        }
        return fitting(~(yes | open), yes);
    }

    /** The lines that apply without doubt, as bits. */
    long matchSurely(Reader reader, AccessRequest request) {
        long yes = 0;
        long open = 0;
        for (Column column : columns) {
            Object value = column.read(reader, request);
            yes |= value instanceof Absence why ? column.yesWithout(why) : column.yes(value);
            open |= value instanceof Absence why ? column.open(why) : 0;
        }
        // What is open speaks against a term, whether it is wanted or not.
        return fitting(~yes, yes | open);
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

    /** Which attributes the page asks about and the request lacks. */
    void missing(Reader reader, AccessRequest request, Map<Attribute, Absence> found) {
        for (Column column : columns) {
            if (column instanceof Column.OfAttribute of && of.read(reader, request) instanceof Absence why) {
                found.put(of.attribute(), why);
            }
        }
    }
}
