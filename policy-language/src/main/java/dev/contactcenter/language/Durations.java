package dev.contactcenter.language;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads ISO 8601 durations of whole seconds, at most a year. */
final class Durations {

    private static final Duration LONGEST = Duration.ofDays(365);
    private static final Pattern COLLOQUIAL = Pattern.compile(
            "(\\d{1,7}) ?(s|m|h|d|sec|secs|min|mins|hour|hours|day|days|second|seconds|minute|minutes)");
    private static final Pattern FORGOTTEN_T = Pattern.compile("P(\\d{1,7}[HMS])");

    private final Findings findings;
    private final Values values;

    Durations(Findings findings) {
        this.findings = findings;
        this.values = new Values(findings);
    }

    /** Longer than zero. */
    Optional<Duration> read(Node node) {
        return written(node).filter(duration -> {
            if (duration.isZero()) {
                error(
                        node,
                        Quoted.of(((Node.Scalar) node).text()) + " is not longer than zero",
                        "write for example PT5M");
            }
            return !duration.isZero();
        });
    }

    /** How long ago something was: it may be now. */
    Optional<Duration> age(Node node) {
        return written(node);
    }

    private Optional<Duration> written(Node node) {
        if (node instanceof Node.Scalar scalar
                && scalar.kind() == Node.Kind.NUMBER
                && scalar.text().matches("[1-9]\\d{0,6}")) {
            String meant = Duration.ofSeconds(Integer.parseInt(scalar.text())).toString();
            return error(
                    node,
                    "the number " + scalar.text() + " does not tell its unit",
                    "write " + meant + " if seconds were meant");
        }
        return values.text(node).flatMap(text -> parse(node, text));
    }

    private Optional<Duration> parse(Node node, String text) {
        Duration duration;
        try {
            duration = Duration.parse(text);
        } catch (DateTimeParseException e) {
            return error(node, Quoted.of(text) + " is not an ISO 8601 duration", repaired(text));
        }
        if (duration.isNegative()) {
            return error(node, Quoted.of(text) + " is not longer than zero", "write for example PT5M");
        }
        if (!duration.truncatedTo(ChronoUnit.SECONDS).equals(duration)) {
            return error(node, Quoted.of(text) + " is not a number of whole seconds", "write for example PT5S");
        }
        if (duration.compareTo(LONGEST) > 0) {
            return error(node, Quoted.of(text) + " is longer than a year", "write at most P365D");
        }
        return Optional.of(duration);
    }

    private Optional<Duration> error(Node node, String what, String suggestion) {
        findings.error(node.place(), what, suggestion);
        return Optional.empty();
    }

    private static String repaired(String text) {
        Matcher colloquial = COLLOQUIAL.matcher(text.toLowerCase(Locale.ROOT));
        if (colloquial.matches()) {
            char unit = Character.toUpperCase(colloquial.group(2).charAt(0));
            return "did you mean " + (unit == 'D' ? "P" : "PT") + colloquial.group(1) + unit + "?";
        }
        Matcher forgotten = FORGOTTEN_T.matcher(text);
        return forgotten.matches()
                ? "did you mean PT" + forgotten.group(1) + "?"
                : "write for example PT5M for five minutes";
    }
}
