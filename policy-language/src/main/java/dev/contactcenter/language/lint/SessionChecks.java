package dev.contactcenter.language.lint;

import dev.contactcenter.engine.decision.Bound;
import dev.contactcenter.language.Quoted;
import dev.contactcenter.language.lint.Doubt.Kind;
import java.time.Duration;
import java.util.stream.Stream;

/** Limits of a session that do nothing, or leave nobody the time to work. */
final class SessionChecks implements Check {

    private static final Duration SHORTEST_SENSIBLE = Duration.ofMinutes(1);

    @Override
    public Stream<Doubt> of(Checked policy) {
        return SessionLimit.of(policy.policy()).flatMap(limit -> Stream.concat(needless(limit), tooShort(limit)));
    }

    private static Stream<Doubt> needless(SessionLimit limit) {
        boolean needless = limit.key().equals(SessionLimit.IDLE)
                && limit.other() instanceof Bound.AtMost(Duration max)
                && limit.duration().compareTo(max) >= 0;
        return needless
                ? Stream.of(new Doubt(
                        Kind.SESSION_LIMIT_NEEDLESS,
                        limit.spot(),
                        "the session has ended before it can rest for so long",
                        "make it shorter than " + Quoted.of(SessionLimit.MAX) + ", or take it out"))
                : Stream.empty();
    }

    private static Stream<Doubt> tooShort(SessionLimit limit) {
        return limit.duration().compareTo(SHORTEST_SENSIBLE) < 0
                ? Stream.of(new Doubt(
                        Kind.SESSION_LIMIT_SHORT,
                        limit.spot(),
                        "a session that ends within a minute leaves nobody the time to work",
                        "write at least " + SHORTEST_SENSIBLE))
                : Stream.empty();
    }
}
