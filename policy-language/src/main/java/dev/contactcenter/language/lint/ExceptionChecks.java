package dev.contactcenter.language.lint;

import dev.contactcenter.engine.policy.Exemption;
import dev.contactcenter.language.lint.Doubt.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** When exceptions end. */
final class ExceptionChecks implements Check {

    private static final Duration LONGEST = Duration.ofDays(366);

    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm'Z'").withZone(ZoneOffset.UTC);

    @Override
    public Stream<Doubt> of(Checked policy) {
        return policy.rules().stream()
                .flatMap(written -> IntStream.range(
                                0, written.rule().exemptions().size())
                        .boxed()
                        .flatMap(
                                index -> of(written.rule().exemptions().get(index), written.exception(index), policy)));
    }

    private static Stream<Doubt> of(Exemption exemption, Spot spot, Checked policy) {
        return exemption.until().equals(Instant.MAX)
                ? Stream.of(new Doubt(
                        Kind.EXCEPTION_WITHOUT_END,
                        spot,
                        "this exception never ends",
                        "add until, and renew it if it is still needed then"))
                : policy.now().stream().flatMap(now -> ending(exemption.until(), now, spot.key("until")));
    }

    private static Stream<Doubt> ending(Instant until, Instant now, Spot spot) {
        if (!now.isBefore(until)) {
            return Stream.of(new Doubt(
                    Kind.EXCEPTION_ENDED, spot, "this exception ended at " + MINUTES.format(until), "take it out"));
        }
        return Duration.between(now, until).compareTo(LONGEST) <= 0
                ? Stream.empty()
                : Stream.of(new Doubt(
                        Kind.EXCEPTION_TOO_LONG,
                        spot,
                        "this exception ends in more than a year",
                        "end it earlier, and renew it if it is still needed then"));
    }
}
