package dev.contactcenter.language.lint;

import dev.contactcenter.engine.decision.Bound;
import dev.contactcenter.engine.policy.BreakGlass;
import dev.contactcenter.engine.policy.Effect;
import dev.contactcenter.engine.policy.Policy;
import dev.contactcenter.engine.policy.Rule;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A limit of a session, as a policy writes it.
 *
 * @param key {@code sessionMax} or {@code sessionIdle}
 * @param other how long the other of the two is
 * @param spot its value
 */
public record SessionLimit(String key, Duration duration, Bound other, Spot spot) {

    /** How the longest time of a session is written. */
    public static final String MAX = "sessionMax";

    /** How the longest rest of a session is written. */
    public static final String IDLE = "sessionIdle";

    /** All that a policy writes, those of disabled rules excepted. */
    public static Stream<SessionLimit> of(Policy policy) {
        List<Effect> ofBreakGlass =
                policy.breakGlass() instanceof BreakGlass.Accounts accounts ? accounts.effects() : List.of();
        return Stream.concat(
                of(ofBreakGlass, Spot.DOCUMENT.key("breakGlass")),
                IntStream.range(0, policy.rules().size())
                        .filter(index -> policy.rules().get(index).state() != Rule.State.DISABLED)
                        .boxed()
                        .flatMap(index -> of(
                                policy.rules().get(index).effects(),
                                Spot.DOCUMENT.key("rules").item(index))));
    }

    private static Stream<SessionLimit> of(List<Effect> effects, Spot spot) {
        return effects.stream()
                .filter(Effect.Limit.class::isInstance)
                .map(effect -> ((Effect.Limit) effect).obligations())
                .flatMap(bound -> Stream.concat(
                        of(MAX, bound.sessionMax(), bound.sessionIdle(), spot),
                        of(IDLE, bound.sessionIdle(), bound.sessionMax(), spot)));
    }

    private static Stream<SessionLimit> of(String key, Bound bound, Bound other, Spot spot) {
        return bound instanceof Bound.AtMost(Duration duration)
                ? Stream.of(
                        new SessionLimit(key, duration, other, spot.key("limit").key(key)))
                : Stream.empty();
    }
}
