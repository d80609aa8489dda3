package dev.contactcenter.language.lint;

import dev.contactcenter.engine.condition.Predicate;
import dev.contactcenter.engine.condition.Predicate.ClockIs;
import dev.contactcenter.engine.condition.Predicate.Holds;
import dev.contactcenter.engine.condition.Predicate.Part;
import dev.contactcenter.engine.request.Attribute;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A few values of an attribute which are enough to try: if questions about it can be answered as wanted by any value at all, they
 * are by one of these.
 */
final class Witnesses {

    private static final LocalDate SUNDAY = LocalDate.of(2026, 2, 1);

    private Witnesses() {}

    /** For an attribute that can be any text: a text that was asked for, or one made of all parts that were asked for. */
    static Stream<Object> texts(List<Asked> asked) {
        Set<String> named = asked.stream()
                .filter(Asked::wanted)
                .flatMap(one -> switch (one.predicate()) {
                    case Predicate.Is is -> Stream.of(is.text());
                    case Predicate.IsOneOf some -> some.texts().stream();
                    default -> Stream.<String>empty();
                })
                .collect(Collectors.toSet());
        return named.isEmpty() ? Stream.of(made(asked)) : named.stream().map(Object.class::cast);
    }

    /** Contains nothing but what has to be in it: the parts are kept apart by a character that nobody asks about. */
    private static String made(List<Asked> asked) {
        String gap = gap(asked);
        return longest(asked, Part.START)
                + gap
                + parts(asked, Part.ANYWHERE).collect(Collectors.joining(gap))
                + gap
                + longest(asked, Part.END);
    }

    private static String gap(List<Asked> asked) {
        String all = asked.stream().map(one -> one.predicate().toString()).collect(Collectors.joining());
        return IntStream.range(1, Character.MIN_SURROGATE)
                .filter(c -> all.indexOf(c) < 0)
                .mapToObj(Character::toString)
                .findFirst()
                .orElse("\n");
    }

    private static String longest(List<Asked> asked, Part part) {
        return parts(asked, part).max(Comparator.comparingInt(String::length)).orElse("");
    }

    private static Stream<String> parts(List<Asked> asked, Part part) {
        return asked.stream()
                .filter(Asked::wanted)
                .map(one -> one.predicate() instanceof Holds holds && holds.part() == part ? holds.text() : null)
                .filter(Objects::nonNull);
    }

    /** For a set of texts: those that have to be in it. Whoever is in a group counts as in all groups above it. */
    static Stream<Object> sets(List<Asked> asked) {
        Set<String> members = new LinkedHashSet<>();
        for (Asked one : asked) {
            if (one.wanted() && one.predicate() instanceof Predicate.Has(Attribute attribute, String member)) {
                members.add(member);
                boolean nested = attribute == Attribute.USER_GROUPS && member.startsWith("/");
                for (int at = member.lastIndexOf('/'); nested && at > 0; at = member.lastIndexOf('/', at - 1)) {
                    members.add(member.substring(0, at));
                }
            }
        }
        return Stream.of(members);
    }

    static Stream<Object> numbers(List<Asked> asked) {
        return asked.stream()
                .map(Asked::predicate)
                .flatMap(predicate -> predicate instanceof Predicate.NumberIs number
                        ? around(number.limit(), step -> number.limit() + step)
                        : Stream.empty());
    }

    /** Never negative. */
    static Stream<Object> durations(List<Asked> asked) {
        return asked.stream()
                .map(Asked::predicate)
                .flatMap(predicate -> predicate instanceof Predicate.DurationIs is
                        ? around(is.limit(), step -> is.limit().plusNanos(step))
                        : Stream.empty())
                .filter(duration -> !((Duration) duration).isNegative());
    }

    static Stream<Object> moments(List<Asked> asked) {
        return asked.stream()
                .map(Asked::predicate)
                .flatMap(predicate -> predicate instanceof Predicate.TimeIs is
                        ? around(is.limit(), step -> is.limit().plusNanos(step))
                        : Stream.empty());
    }

    /** Just before a limit, the limit, and just after it: nothing changes between two limits. */
    private static <T> Stream<Object> around(T limit, Function<Long, T> next) {
        return LongStream.rangeClosed(-1, 1).mapToObj(step -> step == 0 ? limit : next.apply(step));
    }

    /** A moment for each thing that a clock or calendar can show. */
    static Stream<Object> shown(ClockIs clock) {
        ZonedDateTime midnight = SUNDAY.atStartOfDay(clock.zone());
        return switch (clock.field()) {
            case HOURS -> moments(24, midnight::plusHours);
            case MINUTES -> moments(60, midnight::plusMinutes);
            case DAY_OF_WEEK -> moments(7, midnight::plusDays);
        };
    }

    private static Stream<Object> moments(int count, Function<Long, ZonedDateTime> at) {
        return LongStream.range(0, count)
                .mapToObj(step -> (Object) at.apply(step).toInstant());
    }

    static Stream<Object> truths() {
        return Stream.of(true, false);
    }

    /** Used for words of a closed vocabulary. */
    static Stream<Object> words(Set<String> words) {
        return words.stream().map(Object.class::cast);
    }
}
