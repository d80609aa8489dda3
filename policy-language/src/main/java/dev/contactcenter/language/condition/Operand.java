package dev.contactcenter.language.condition;

import dev.contactcenter.engine.condition.Predicate.ClockField;
import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.language.Quoted;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** One side of a comparison. */
sealed interface Operand {

    /** An attribute of the request. */
    record Value(Attribute attribute) implements Operand {}

    /** What a clock shows. */
    record Clock(Attribute attribute, ClockField field, ZoneId zone) implements Operand {}

    record Text(String text) implements Operand {}

    record Texts(List<String> texts) implements Operand {
        public Texts {
            texts = List.copyOf(texts);
        }
    }

    record Whole(long number) implements Operand {}

    record Numbers(List<Long> numbers) implements Operand {
        public Numbers {
            numbers = List.copyOf(numbers);
        }
    }

    record Truth(boolean truth) implements Operand {}

    record Length(Duration duration) implements Operand {}

    record Moment(Instant instant) implements Operand {}

    /** A condition of its own, as a comparison in brackets. */
    record Nested() implements Operand {}

    /** What cannot be used; the flaw is told already. */
    record Unusable() implements Operand {}

    /** Whether it is the same for every request. */
    default boolean isConstant() {
        return switch (this) {
            case Value v -> false;
            case Clock c -> false;
            case Nested n -> false;
            case Unusable u -> false;
            case Text t -> true;
            case Texts t -> true;
            case Whole n -> true;
            case Numbers n -> true;
            case Truth t -> true;
            case Length l -> true;
            case Moment m -> true;
        };
    }

    /** As a message names it. */
    default String described() {
        return switch (this) {
            case Value v -> v.attribute().path() + " (" + kind(v.attribute().kind()) + ")";
            case Clock c -> "an hour, minute or day of the week (number)";
            case Text t -> "the text " + Quoted.of(t.text());
            case Texts t -> "a list of texts";
            case Whole n -> "the number " + n.number();
            case Numbers n -> "a list of numbers";
            case Truth t -> String.valueOf(t.truth());
            case Length l -> "a duration";
            case Moment m -> "a timestamp";
            case Nested n -> "a condition";
            case Unusable u -> "this";
        };
    }

    /** The name of a kind of attribute, for readers. */
    static String kind(Attribute.Kind kind) {
        return switch (kind) {
            case TEXT -> "text";
            case WORD -> "word";
            case TEXTS -> "list of texts";
            case NUMBER -> "number";
            case TRUTH -> "true or false";
            case DURATION -> "duration";
            case TIME -> "timestamp";
        };
    }
}
