package dev.contactcenter.engine.matcher;

import dev.contactcenter.engine.condition.Predicate;
import dev.contactcenter.engine.condition.Questions;
import dev.contactcenter.engine.policy.SignalCare;
import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Evidence.Absence;
import dev.contactcenter.engine.request.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All that a page asks about one attribute: the value is read once and answers every question by a bit. */
final class Column {

    private final Attribute attribute;
    private final int slot;

    /** The bits of each word of a closed vocabulary, by its code; nothing at 0. */
    private final long[] byCode;

    private final long bits;

    /** The bits that a text sets by being that text, or by being in the set. */
    private final Masks texts;

    /** What cannot be looked up, and the bit of each. */
    private final java.util.function.Predicate<Object>[] others;

    private final long[] otherBits;

    /** For which reasons of absence the declared unknown value is read, and the bits that it sets. */
    private final Set<Absence> standIn;

    private final long standInBits;

    @SuppressWarnings({"unchecked", "rawtypes"})
    Column(Attribute attribute, List<Asked> asked, SignalCare care, int tier) {
        this.attribute = attribute;
        slot = attribute.slot();
        Map<String, Long> looked = new HashMap<>();
        List<Asked> rest = asked.stream().filter(one -> !one.lookUp(looked)).toList();
        bits = Asked.bits(asked);
        texts = new Masks(looked);
        others = rest.stream().map(one -> Questions.of(one.predicate())).toArray(java.util.function.Predicate[]::new);
        otherBits = rest.stream().mapToLong(Asked::bit).toArray();
        standIn = attribute.readAsUnknown().isPresent() ? care.unknownFor(tier) : Set.of();
        standInBits = attribute.readAsUnknown().map(this::yes).orElse(0L);
        byCode = new long[attribute.vocabulary().size() + 1];
        attribute.vocabulary().forEach(word -> byCode[attribute.code(word)] = yes(word));
    }

    Attribute attribute() {
        return attribute;
    }

    int slot() {
        return slot;
    }

    /** The bits of the questions that are true of the word with this code. */
    long yesOf(int code) {
        return byCode[code];
    }

    /** The bits of the questions that are true of a value, or of the {@link Absence} of one. */
    long yes(Object value) {
        long yes = 0;
        if (value instanceof String text) {
            yes = texts.of(text);
        } else if (value instanceof Texts members) {
            yes = texts.ofAny(members);
        } else if (value instanceof Absence why) {
            return standIn.contains(why) ? standInBits : 0;
        }
        for (int i = 0; i < others.length; i++) {
            yes |= others[i].test(value) ? otherBits[i] : 0;
        }
        return yes;
    }

    /** The bits of the questions that cannot be answered: none of a value, all of an {@link Absence} that nothing stands in for. */
    long open(Object value) {
        return value instanceof Absence why && !standIn.contains(why) ? bits : 0;
    }

    /** A predicate and its bit. */
    record Asked(Predicate predicate, long bit) {

        static long bits(List<Asked> asked) {
            return asked.stream().mapToLong(Asked::bit).reduce(0, (a, b) -> a | b);
        }

        /** Enters the bit for each text that answers with yes, if the predicate is one that is answered so. */
        boolean lookUp(Map<String, Long> looked) {
            return switch (predicate) {
                case Predicate.Is is -> enter(looked, is.text());
                case Predicate.Has has -> enter(looked, has.member());
                case Predicate.IsOneOf one -> {
                    one.texts().forEach(text -> enter(looked, text));
                    yield true;
                }
                case Predicate.Holds ignored -> false;
                case Predicate.IsTrue ignored -> false;
                case Predicate.NumberIs ignored -> false;
                case Predicate.DurationIs ignored -> false;
                case Predicate.TimeIs ignored -> false;
                case Predicate.ClockIs ignored -> false;
                case Predicate.InCohort ignored -> false;
                case Predicate.IsMissing ignored -> false;
            };
        }

        private boolean enter(Map<String, Long> looked, String text) {
            looked.merge(text, bit, (mine, other) -> mine | other);
            return true;
        }
    }
}
