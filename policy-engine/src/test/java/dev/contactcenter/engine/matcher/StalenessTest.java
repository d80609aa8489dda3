package dev.contactcenter.engine.matcher;

import static dev.contactcenter.engine.matcher.Floor.NOW;
import static dev.contactcenter.engine.matcher.Floor.SUPERVISOR;
import static dev.contactcenter.engine.matcher.Floor.refuse;
import static dev.contactcenter.engine.matcher.Floor.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.contactcenter.engine.condition.Formula;
import dev.contactcenter.engine.decision.Bound;
import dev.contactcenter.engine.decision.Decision;
import dev.contactcenter.engine.policy.BreakGlass;
import dev.contactcenter.engine.policy.Enforcement;
import dev.contactcenter.engine.policy.Policy;
import dev.contactcenter.engine.policy.Rollout;
import dev.contactcenter.engine.policy.SignalCare;
import dev.contactcenter.engine.request.AccessRequest;
import dev.contactcenter.engine.request.Assurance;
import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Evidence;
import dev.contactcenter.engine.request.Evidence.Absence;
import dev.contactcenter.engine.request.Facts;
import dev.contactcenter.engine.request.Observation;
import dev.contactcenter.engine.request.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("An observation")
class StalenessTest {

    private static final Set<String> PLAY = Set.of("play");
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final Duration FOREVER = Duration.ofSeconds(Long.MAX_VALUE);

    @ParameterizedTest(name = "{0}: {3}")
    @MethodSource
    void is_stale_past_its_greatest_age(String name, Instant observedAt, Bound maxAge, boolean stale) {
        Policy policy = Floor.policy(
                new Policy.Head("r1", Enforcement.ENFORCED, new Rollout.Everyone()),
                Map.of(Signal.DEVICE, new SignalCare(maxAge, Map.of())),
                new BreakGlass.None(),
                Floor.when(new Formula.Not(Floor.DARK), rule("no", PLAY, refuse("never"))));
        var told = new Observation(Map.of(Attribute.DEVICE_COMPLIANCE, "compliant"));
        Facts facts = Facts.none(NOW).with(Signal.DEVICE, new Evidence.Known<>(told, observedAt));

        Decision decision = Floor.decide(policy, new AccessRequest(SUPERVISOR, Set.of(), PLAY, Assurance.NONE, facts));

        assertThat(decision instanceof Decision.Deny).isEqualTo(stale);
        assertThat(decision.grounds().told().degraded()).isEqualTo(stale);
        assertThat(decision.grounds().told().missing())
                .isEqualTo(stale ? Map.of(Attribute.DEVICE_COMPLIANCE, Absence.STALE) : Map.of());
    }

    static Stream<Arguments> is_stale_past_its_greatest_age() {
        Bound bound = Bound.atMost(QUARTER);
        return Stream.of(
                arguments("of now", NOW, bound, false),
                arguments("exactly as old", NOW.minus(QUARTER), bound, false),
                arguments("a nanosecond older", NOW.minus(QUARTER).minusNanos(1), bound, true),
                arguments("by a clock that is a little ahead", NOW.plus(QUARTER), bound, false),
                arguments("by a clock that is far ahead", NOW.plus(QUARTER).plusNanos(1), bound, true),
                arguments("of no age allowed but none", NOW, Bound.atMost(Duration.ZERO), false),
                arguments(
                        "of a nanosecond where none is allowed", NOW.minusNanos(1), Bound.atMost(Duration.ZERO), true),
                arguments("of the beginning of time", Instant.MIN, bound, true),
                arguments("of the end of time", Instant.MAX, bound, true),
                arguments("that may be of any age", Instant.MIN, Bound.none(), false),
                arguments("that may be of nearly any age", Instant.MIN, Bound.atMost(FOREVER), false),
                arguments(
                        "of the end of time that may be of nearly any age", Instant.MAX, Bound.atMost(FOREVER), false));
    }
}
