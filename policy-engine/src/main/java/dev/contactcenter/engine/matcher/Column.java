package dev.contactcenter.engine.matcher;

import dev.contactcenter.engine.condition.Predicate;
import dev.contactcenter.engine.condition.Questions;
import dev.contactcenter.engine.policy.SignalCare;
import dev.contactcenter.engine.request.AccessRequest;
import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Evidence.Absence;
import dev.contactcenter.engine.request.Observation;
import dev.contactcenter.engine.request.Signal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All that a page asks about one attribute or signal: the value is read once and answers every question by a bit. */
sealed interface Column {

    /** The bits of all its questions. */
    long bits();

    /** What the request has for it: a value, or the {@link Absence} that says why there is none. */
    Object read(Reader reader, AccessRequest request);

    /** The bits of the questions that are true of a value. */
    long yes(Object value);

    /** The bits of the questions that cannot be answered when the value is absent. */
    long open(Absence why);

    /** The bits of the questions that are true when the value is absent. */
    long yesWithout(Absence why);

    /**
     * Questions about one attribute.
     *
     * @param texts the bits that a text sets by being that text, or by being in the set; saves asking one by one
     * @param others what cannot be looked up
     * @param standIn for which reasons of absence the declared unknown value is read
     * @param standInBits the bits that it sets
     */
    record OfAttribute(
            Attribute attribute, long bits, Masks texts, List<Question> others, Set<Absence> standIn, long standInBits)
            implements Column {

        static OfAttribute of(Attribute attribute, List<Asked> asked, SignalCare care, int tier) {
            Map<String, Long> texts = new HashMap<>();
            List<Question> others = asked.stream()
                    .filter(one -> !one.lookUp(texts))
                    .map(one -> new Question(Questions.of(one.predicate), one.bit))
                    .toList();
            var plain = new OfAttribute(attribute, Asked.bits(asked), new Masks(texts), others, Set.of(), 0);
            Set<Absence> why = care.readAsUnknown().getOrDefault(tier, Set.of());
            return attribute
                    .readAsUnknown()
                    .map(unknown ->
                            new OfAttribute(attribute, plain.bits, plain.texts, others, why, plain.yes(unknown)))
                    .orElse(plain);
        }

        @Override
        public Object read(Reader reader, AccessRequest request) {
            return reader.read(attribute, request);
        }

        @Override
        public long yes(Object value) {
            long yes = 0;
            if (value instanceof String text) {
                yes = texts.of(text);
            } else if (value instanceof Set<?> members) {
                yes = texts.ofAny(members);
            }
            for (int i = 0; i < others.size(); i++) {
                yes |= others.get(i).holds.test(value) ? others.get(i).bit : 0;
            }
            return yes;
        }

        @Override
        public long open(Absence why) {
            return standIn.contains(why) ? 0 : bits;
        }

        @Override
        public long yesWithout(Absence why) {
            return standIn.contains(why) ? standInBits : 0;
        }
    }

    /** A question ready to be put to a value. */
    record Question(java.util.function.Predicate<Object> holds, long bit) {}

    /** Questions whether a signal is missing. */
    record OfSignal(Signal signal, long bits, List<Asked> asked) implements Column {

        @Override
        public Object read(Reader reader, AccessRequest request) {
            return reader.readSignal(signal, request.facts());
        }

        @Override
        public long yes(Object value) {
            return value instanceof Observation ? 0 : bits;
        }

        @Override
        public long open(Absence why) {
            return 0;
        }

        @Override
        public long yesWithout(Absence why) {
            long yes = 0;
            for (Asked one : asked) {
                yes |= one.predicate instanceof Predicate.IsMissing missing
                                && missing.why().contains(why)
                        ? one.bit
                        : 0;
            }
            return yes;
        }
    }

    /** A predicate and its bit. */
    record Asked(Predicate predicate, long bit) {

        static long bits(List<Asked> asked) {
            return asked.stream().mapToLong(Asked::bit).reduce(0, (a, b) -> a | b);
        }

        /** Enters the bit for each text that answers with yes, if the predicate is one that is answered so. */
        boolean lookUp(Map<String, Long> exact) {
            return switch (predicate) {
                case Predicate.Is is -> enter(exact, is.text());
                case Predicate.Has has -> enter(exact, has.member());
                case Predicate.IsOneOf one -> {
                    one.texts().forEach(text -> enter(exact, text));
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

        private boolean enter(Map<String, Long> exact, String text) {
            exact.merge(text, bit, (mine, other) -> mine | other);
            return true;
        }
    }
}
