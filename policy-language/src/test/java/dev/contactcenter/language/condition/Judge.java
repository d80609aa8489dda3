package dev.contactcenter.language.condition;

import dev.contactcenter.engine.condition.Formula;
import dev.contactcenter.engine.condition.Predicate;
import dev.contactcenter.engine.condition.Predicate.ClockField;
import dev.contactcenter.engine.condition.Predicate.Order;
import dev.contactcenter.engine.request.Attribute;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Evaluates a formula as its Javadoc says, without a thought for speed: what a fast matcher has to agree with. */
record Judge(Map<Attribute, Object> known) {

    Truth judge(Formula formula) {
        return switch (formula) {
            case Formula.Constant constant -> Truth.of(constant.value());
            case Formula.Atom atom -> judge(atom.predicate());
            case Formula.Not not -> judge(not.negated()).negated();
            case Formula.All all -> all(all.parts().stream().map(this::judge));
            case Formula.Any any ->
                all(any.parts().stream().map(this::judge).map(Truth::negated)).negated();
        };
    }

    private static Truth all(Stream<Truth> parts) {
        List<Truth> truths = parts.toList();
        return truths.contains(Truth.FALSE)
                ? Truth.FALSE
                : truths.contains(Truth.UNDECIDABLE) ? Truth.UNDECIDABLE : Truth.TRUE;
    }

    private Truth judge(Predicate predicate) {
        return switch (predicate) {
            case Predicate.Is is -> of(is.attribute(), String.class, is.text()::equals);
            case Predicate.IsOneOf oneOf -> of(oneOf.attribute(), String.class, oneOf.texts()::contains);
            case Predicate.Holds holds ->
                of(holds.attribute(), String.class, text -> switch (holds.part()) {
                    case START -> text.startsWith(holds.text());
                    case END -> text.endsWith(holds.text());
                    case ANYWHERE -> text.contains(holds.text());
                });
            case Predicate.Has has -> of(has.attribute(), Set.class, set -> set.contains(has.member()));
            case Predicate.IsTrue isTrue -> of(isTrue.attribute(), Boolean.class, value -> value);
            case Predicate.NumberIs is ->
                of(is.attribute(), Long.class, value -> ordered(value, is.order(), is.limit()));
            case Predicate.DurationIs is ->
                of(is.attribute(), Duration.class, value -> ordered(value, is.order(), is.limit()));
            case Predicate.TimeIs is ->
                of(is.attribute(), Instant.class, value -> ordered(value, is.order(), is.limit()));
            case Predicate.ClockIs is ->
                of(
                        is.attribute(),
                        Instant.class,
                        value -> ordered(shown(value.atZone(is.zone()), is.field()), is.order(), is.limit()));
            case Predicate.InCohort ignored -> throw new IllegalArgumentException("No condition can say this");
            case Predicate.IsMissing ignored -> throw new IllegalArgumentException("No condition can say this");
        };
    }

    private <T> Truth of(Attribute attribute, Class<T> type, java.util.function.Predicate<T> question) {
        return Optional.ofNullable(known.get(attribute))
                .map(value -> Truth.of(question.test(type.cast(value))))
                .orElse(Truth.UNDECIDABLE);
    }

    private static <T extends Comparable<T>> boolean ordered(T value, Order order, T limit) {
        int sign = value.compareTo(limit);
        return switch (order) {
            case BELOW -> sign < 0;
            case AT_MOST -> sign <= 0;
            case EQUAL -> sign == 0;
        };
    }

    private static Long shown(ZonedDateTime moment, ClockField field) {
        return (long)
                switch (field) {
                    case HOURS -> moment.getHour();
                    case MINUTES -> moment.getMinute();
                    case DAY_OF_WEEK -> moment.getDayOfWeek().getValue() % 7;
                };
    }
}
