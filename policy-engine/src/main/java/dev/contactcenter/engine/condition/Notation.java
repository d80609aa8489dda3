package dev.contactcenter.engine.condition;

import dev.contactcenter.engine.request.Evidence.Absence;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Writes questions in CEL, as people write them in a policy. What no policy can ask in words is written as a clause. */
final class Notation {

    private Notation() {}

    static String of(Predicate predicate, boolean negated) {
        return switch (predicate) {
            case Predicate.Is is -> compared(is.attribute().path(), Predicate.Order.EQUAL, negated, quoted(is.text()));
            case Predicate.IsOneOf one -> group(one.attribute().path() + " in " + list(one.texts()), negated);
            case Predicate.Has has ->
                group(quoted(has.member()) + " in " + has.attribute().path(), negated);
            case Predicate.Holds holds ->
                not(negated) + holds.attribute().path() + "." + function(holds.part()) + "(" + quoted(holds.text())
                        + ")";
            case Predicate.IsTrue is -> not(negated) + is.attribute().path();
            case Predicate.NumberIs is ->
                compared(is.attribute().path(), is.order(), negated, Long.toString(is.limit()));
            case Predicate.DurationIs is ->
                compared(is.attribute().path(), is.order(), negated, "duration(" + quoted(length(is.limit())) + ")");
            case Predicate.TimeIs is ->
                compared(
                        is.attribute().path(),
                        is.order(),
                        negated,
                        "timestamp(" + quoted(is.limit().toString()) + ")");
            case Predicate.ClockIs clock ->
                compared(shown(clock), clock.order(), negated, Long.toString(clock.limit()));
            case Predicate.InCohort share ->
                "user.id is " + (negated ? "not " : "") + "in " + share.percent() + " % of cohort " + share.cohort();
            case Predicate.IsMissing missing ->
                missing.signal().label() + " is " + (negated ? "not " : "") + "missing" + reasons(missing.why());
        };
    }

    private static String compared(String left, Predicate.Order order, boolean negated, String right) {
        String sign = switch (order) {
            case BELOW -> negated ? ">=" : "<";
            case AT_MOST -> negated ? ">" : "<=";
            case EQUAL -> negated ? "!=" : "==";
        };
        return left + " " + sign + " " + right;
    }

    private static String not(boolean negated) {
        return negated ? "!" : "";
    }

    private static String group(String text, boolean negated) {
        return negated ? "!(" + text + ")" : text;
    }

    private static String function(Predicate.Part part) {
        return switch (part) {
            case START -> "startsWith";
            case END -> "endsWith";
            case ANYWHERE -> "contains";
        };
    }

    private static String shown(Predicate.ClockIs clock) {
        String function = switch (clock.field()) {
            case HOURS -> "getHours";
            case MINUTES -> "getMinutes";
            case DAY_OF_WEEK -> "getDayOfWeek";
        };
        return clock.attribute().path() + "." + function + "("
                + quoted(clock.zone().getId()) + ")";
    }

    private static String list(Collection<String> texts) {
        return new TreeSet<>(texts).stream().map(Notation::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    /** What every reason is said of need not be named. */
    private static String reasons(Set<Absence> why) {
        return why.size() == Absence.values().length
                ? ""
                : new TreeSet<>(why)
                        .stream()
                                .map(one -> one.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                                .collect(Collectors.joining(", ", " (", ")"));
    }

    /** As CEL's constants are written here: whole units, the largest first. */
    private static String length(Duration duration) {
        String text = unit(duration.toHours(), "h")
                + unit(duration.toMinutesPart(), "m")
                + unit(duration.toSecondsPart(), "s")
                + unit(duration.toMillisPart(), "ms");
        return text.isEmpty() ? "0s" : text;
    }

    private static String unit(long count, String unit) {
        return count == 0 ? "" : count + unit;
    }

    private static String quoted(String text) {
        StringBuilder written = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                written.append('\\').appendCodePoint(c);
            } else if (Character.isISOControl(c)) {
                written.append("\\u%04x".formatted(c));
            } else {
                written.appendCodePoint(c);
            }
        });
        return written.append('"').toString();
    }
}
