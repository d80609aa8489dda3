package dev.contactcenter.kit.signal;

import dev.contactcenter.engine.request.Evidence.Absence;
import dev.contactcenter.engine.request.Signal;
import dev.contactcenter.kit.signal.SignalSourceFactory.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What one source answered to one request.
 *
 * @param source the name of its component
 * @param maxAge how old what it told may be
 */
record Answer(Signal signal, Turn turn, String source, Duration maxAge, Instant now, Telling telling) {

    /** A session whose requests show several devices. */
    static Answer ofSeveralDevices(Set<String> devices, Instant now) {
        return malformed("one session showed the devices " + String.join(" and ", new TreeSet<>(devices)), now);
    }

    /** A session that showed a device of which nobody can tell any more which one it was: it may be another than the one shown now. */
    static Answer ofUnreadableNote(Instant now) {
        return malformed("what the session showed of its device cannot be read; sign in again", now);
    }

    private static Answer malformed(String detail, Instant now) {
        return new Answer(
                Signal.DEVICE, Turn.ANY, "session", Duration.ZERO, now, new Telling.Failed(Absence.MALFORMED, detail));
    }

    /** The same to a session that began without a device: it gains none later, or a stolen session would gain that of the thief. */
    Answer tooLate() {
        Telling instead = telling instanceof Telling.Told
                ? new Telling.Failed(
                        Absence.NOT_PROVIDED, "the session began without a device; sign in again to show one")
                : telling;
        return new Answer(signal, turn, source, maxAge, now, instead);
    }

    /** What it told, however old. */
    Optional<Report> told() {
        return telling instanceof Telling.Told told
                ? Optional.of(new Report(source, told.observation(), told.observedAt()))
                : Optional.empty();
    }

    /** What it told before it failed, if it remembers. */
    Stream<Report> lastKnown() {
        return telling instanceof Telling.Failed failed
                ? failed.lastKnown().map(told -> new Report(source, told.observation(), told.observedAt())).stream()
                : Stream.empty();
    }

    /** What it told, if that is fresh enough to count. */
    Stream<Report> report() {
        return told().filter(report -> !report.isStale(now, maxAge)).stream();
    }

    /** Why nothing of what it told counts; {@link Absence#NOT_PROVIDED} if it was silent, nothing if what it told counts. */
    Optional<Absence> absence() {
        return switch (telling) {
            case Telling.Silent ignored -> Optional.of(Absence.NOT_PROVIDED);
            case Telling.Told ignored -> report().findAny().isPresent() ? Optional.empty() : Optional.of(Absence.STALE);
            case Telling.Failed failed -> Optional.of(failed.why());
        };
    }

    boolean is(Absence why) {
        return absence().filter(why::equals).isPresent();
    }

    Stream<Trace> trace() {
        return switch (telling) {
            case Telling.Silent ignored -> Stream.empty();
            case Telling.Told told -> {
                String outcome = absence().map(Answer::word).orElse("told");
                yield Stream.of(new Trace(signal, source, outcome, Optional.of(told.observedAt()), ""));
            }
            case Telling.Failed failed ->
                Stream.of(new Trace(signal, source, word(failed.why()), Optional.empty(), failed.detail()));
        };
    }

    private static String word(Absence why) {
        return why.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
