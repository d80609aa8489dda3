package dev.contactcenter.kit.signal;

import dev.contactcenter.engine.request.Evidence;
import dev.contactcenter.engine.request.Evidence.Absence;
import dev.contactcenter.engine.request.Observation;
import dev.contactcenter.kit.signal.SignalSourceFactory.Turn;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes one evidence of what several sources answered about a signal. A source that fails makes the signal missing even if others
 * know something: what it would have told might have been worse, so that cutting it off must not help. What the others know is
 * then what was known last, and the policy says whether that counts.
 */
final class Weighing {

    private final List<Answer> answers;
    private final List<Report> noted;
    private final List<Report> remembered;
    private final List<Report> fresh;

    /** @param noted what the session remembers of earlier requests */
    Weighing(List<Answer> answers, List<Report> noted) {
        this.answers = answers;
        this.noted = noted;
        List<Report> shown = answers.stream()
                .filter(answer -> answer.turn() != Turn.DESCRIBES_THE_DEVICE || isProven())
                .flatMap(Answer::report)
                .filter(report -> !report.isOlderThanAnyOf(noted))
                .toList();
        remembered = noted.stream().filter(old -> isStillFresh(old, shown)).toList();
        fresh = Stream.concat(shown.stream(), remembered.stream()).toList();
    }

    /** What the session remembers and still counts. */
    Stream<Report> stillFresh() {
        return remembered.stream();
    }

    Evidence<Observation> evidence() {
        if (has(Absence.MALFORMED)) {
            return new Evidence.Missing<>(Absence.MALFORMED);
        }
        if (has(Absence.SOURCE_FAILED)) {
            return new Evidence.Missing<>(
                    Absence.SOURCE_FAILED, Merged.of(lastKnown()).or(this::newest));
        }
        boolean described = fresh.stream().anyMatch(Report::describes);
        if (!described && all().anyMatch(Report::describes)) {
            return new Evidence.Missing<>(Absence.STALE, newest());
        }
        return Merged.of(fresh).<Evidence<Observation>>map(known -> known).orElseGet(this::silence);
    }

    /** What was told now or before, whether it still counts or not. */
    private Stream<Report> all() {
        return Stream.concat(answers.stream().map(Answer::told).flatMap(Optional::stream), noted.stream());
    }

    /** What a source told before it failed still holds beside what the others tell: the stricter word of each. */
    private List<Report> lastKnown() {
        return Stream.concat(fresh.stream(), answers.stream().flatMap(Answer::lastKnown))
                .toList();
    }

    private Evidence<Observation> silence() {
        return new Evidence.Missing<>(has(Absence.STALE) ? Absence.STALE : Absence.NOT_PROVIDED, newest());
    }

    private boolean has(Absence why) {
        return answers.stream().anyMatch(answer -> answer.is(why));
    }

    /**
     * Whether it was shown lately enough which device it is. Where it was not, what is known of that device is fresh and says
     * nothing about where the request comes from: a session that was stolen would stay compliant as long as its device reports.
     */
    private boolean isProven() {
        return answers.stream()
                        .filter(answer -> answer.turn() == Turn.IDENTIFIES_THE_DEVICE)
                        .anyMatch(answer -> answer.report().findAny().isPresent())
                || noted.stream().anyMatch(this::isFresh);
    }

    /** A source that is not in use any more, or that has told anew, has nothing to say from earlier. */
    private boolean isStillFresh(Report old, List<Report> shown) {
        return shown.stream().noneMatch(old::isOfSameSource) && isFresh(old);
    }

    private boolean isFresh(Report old) {
        return answers.stream()
                .filter(answer -> answer.source().equals(old.source()))
                .anyMatch(answer -> !old.isStale(answer.now(), answer.maxAge()));
    }

    /**
     * What every source told last, put together as if it were fresh, and as old as the newest of it: otherwise a device that one source
     * found noncompliant would be compliant once all of them are silent.
     */
    private Optional<Evidence.Known<Observation>> newest() {
        List<Report> last = all().filter(Report::describes)
                .filter(report -> all().noneMatch(report::isReplacedBy))
                .toList();
        return last.stream()
                .map(Report::observedAt)
                .max(Comparator.naturalOrder())
                .flatMap(at -> Merged.of(last).map(known -> new Evidence.Known<>(known.value(), at)));
    }
}
