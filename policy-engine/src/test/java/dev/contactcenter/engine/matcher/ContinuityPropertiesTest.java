package dev.contactcenter.engine.matcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactcenter.engine.decision.Decision;
import dev.contactcenter.engine.policy.Enforcement;
import dev.contactcenter.engine.policy.Policy;
import dev.contactcenter.engine.policy.Rollout;
import dev.contactcenter.engine.request.AccessRequest;
import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Continuity;
import dev.contactcenter.engine.request.Evidence;
import dev.contactcenter.engine.request.Observation;
import dev.contactcenter.engine.request.Signal;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Whatever the policy, an established session")
class ContinuityPropertiesTest {

    private static final int POLICIES = 60;
    private static final int REQUESTS = 12;
    private static final Duration GRACE = Duration.ofMinutes(10);

    private static Policy with(Policy policy, Duration grace) {
        return Floor.with(policy, new Policy.Head("seeded", Enforcement.ENFORCED, new Rollout.Everyone(), grace));
    }

    /** Tries requests of every kind, each as one of a live call. */
    private static void inCalls(BiConsumer<Chance, AccessRequest> check) {
        LongStream.range(0, POLICIES).forEach(seed -> {
            Chance chance = Chance.ofAnything(seed);
            for (int i = 0; i < REQUESTS; i++) {
                check.accept(chance, inCall(chance.requests().any()));
            }
        });
    }

    private static AccessRequest inCall(AccessRequest request) {
        var live = new Observation(Map.of(Attribute.INTERACTION_STATE, "live"));
        return new AccessRequest(
                request.subject(),
                request.modes(),
                request.actions(),
                request.assurance(),
                request.facts().with(Signal.INTERACTION, new Evidence.Known<>(live, Floor.NOW)));
    }

    private static AccessRequest continued(AccessRequest request, Set<String> granted, Duration ago) {
        return request.continuing(new Continuity.Continued(granted, Floor.NOW.minus(ago)));
    }

    @Test
    void gains_nothing_by_a_grace_that_it_did_not_have() {
        inCalls((chance, request) -> {
            Policy policy = with(chance.policy(), GRACE);
            Set<String> granted = new HashSet<>(request.actions());
            request.actions().stream().findFirst().ifPresent(granted::remove);
            AccessRequest continued = continued(request, granted, Duration.ZERO);

            for (String action : request.actions()) {
                if (!granted.contains(action)) {
                    assertThat(Floor.decide(policy, continued.about(Set.of(action))))
                            .isEqualTo(Floor.decide(policy, request.about(Set.of(action))));
                }
            }
        });
    }

    @Test
    void keeps_nothing_privileged_by_a_grace() {
        inCalls((chance, request) -> {
            Policy policy = with(chance.policy(), GRACE);
            for (String action : Chance.ACTIONS) {
                AccessRequest one = request.about(Set.of(action));
                boolean privileged = policy.actions().containsKey(action)
                        && policy.actions().get(action).privileged();
                if (privileged) {
                    assertThat(Floor.decide(policy, continued(one, Set.of(action), Duration.ZERO)))
                            .isEqualTo(Floor.decide(policy, one));
                }
            }
        });
    }

    @Test
    void keeps_nothing_past_the_end_of_a_grace_or_without_one() {
        inCalls((chance, request) -> {
            AccessRequest late = continued(request, request.actions(), GRACE);
            Policy policy = chance.policy();
            assertThat(Floor.decide(with(policy, GRACE), late)).isEqualTo(Floor.decide(with(policy, GRACE), request));

            AccessRequest fresh = continued(request, request.actions(), Duration.ZERO);
            assertThat(Floor.decide(with(policy, Duration.ZERO), fresh))
                    .isEqualTo(Floor.decide(with(policy, Duration.ZERO), request));
        });
    }

    @Test
    void never_loses_anything_by_a_grace_and_is_told_the_limits_of_before() {
        inCalls((chance, request) -> {
            Policy policy = with(chance.policy(), GRACE);
            Decision anew = Floor.decide(policy, request);
            Decision continued = Floor.decide(policy, continued(request, request.actions(), Duration.ZERO));

            if (anew instanceof Decision.Permit) {
                assertThat(continued).isEqualTo(anew);
            } else if (continued instanceof Decision.Permit permit) {
                assertThat(permit.obligations().tokenLifespan().allows(GRACE.plusNanos(1)))
                        .isFalse();
                assertThat(permit.grounds().told().excused()).anyMatch(excuse -> excuse.isGrace());
            }
        });
    }
}
