package dev.contactcenter.engine.matcher;

import static dev.contactcenter.engine.matcher.Regrounded.withoutGrounds;
import static dev.contactcenter.engine.matcher.Regrounded.withoutReports;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contactcenter.engine.decision.Bound;
import dev.contactcenter.engine.decision.Decision;
import dev.contactcenter.engine.decision.Demand;
import dev.contactcenter.engine.decision.Grounds;
import dev.contactcenter.engine.decision.Obligations;
import dev.contactcenter.engine.policy.Enforcement;
import dev.contactcenter.engine.policy.Policy;
import dev.contactcenter.engine.policy.Rollout;
import dev.contactcenter.engine.policy.Rule;
import dev.contactcenter.engine.request.AccessRequest;
import dev.contactcenter.engine.request.Assurance;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Whatever the policy and the request,")
class PropertiesTest {

    private static final int POLICIES = 80;
    private static final int REQUESTS = 8;
    private static final Rollout NOBODY = new Rollout.Pilot(Set.of("/nobody"), 0, "wave-1");

    @Test
    void adding_an_enforced_rule_never_loosens() {
        forAll((chance, policy) -> {
            Decider before = Decider.of(policy);
            Decider after = Decider.of(chance.and(policy, chance.rule("added", Rule.State.ENFORCED)));
            return (request, told) -> isNotLooser(after.decide(request), before.decide(request), told);
        });
    }

    @Test
    void the_order_of_rules_never_matters() {
        forAll((chance, policy) -> {
            Decider ordered = Decider.of(policy);
            Decider shuffled = Decider.of(chance.shuffled(policy));
            return (request, told) ->
                    assertThat(shuffled.decide(request)).as(told).isEqualTo(ordered.decide(request));
        });
    }

    @Test
    void more_assurance_never_hurts() {
        forAll((chance, policy) -> {
            Decider decider = Decider.of(policy);
            ChanceRequest requests = chance.requests();
            return (request, told) -> isNotLooser(
                    decider.decide(request), decider.decide(request.proving(requests.more(request.assurance()))), told);
        });
    }

    @Test
    void a_rule_that_is_not_enforced_never_changes_the_decision() {
        for (Rule.State state : List.of(Rule.State.REPORT_ONLY, Rule.State.DISABLED)) {
            forAll((chance, policy) -> {
                Decider before = Decider.of(policy);
                Decider tried = Decider.of(chance.and(policy, chance.rule("tried", state)));
                return (request, told) -> assertThat(withoutReports(tried.decide(request)))
                        .as(told)
                        .isEqualTo(withoutReports(before.decide(request)));
            });
        }
    }

    @Test
    void a_rule_outside_of_its_rollout_never_changes_the_decision() {
        forAll((chance, policy) -> {
            Decider before = Decider.of(policy);
            Decider tried = Decider.of(chance.and(policy, chance.rule("tried", Rule.State.ENFORCED, NOBODY)));
            return (request, told) -> assertThat(withoutReports(tried.decide(request)))
                    .as(told)
                    .isEqualTo(withoutReports(before.decide(request)));
        });
    }

    @Test
    void a_policy_outside_of_its_pilot_permits_and_binds_to_nothing() {
        forAll((chance, policy) -> {
            var head = new Policy.Head("seeded", Enforcement.ENFORCED, NOBODY);
            Decider decider = Decider.of(Floor.with(policy, head));
            return (request, told) -> assertThat(withoutGrounds(decider.decide(request)))
                    .as(told)
                    .isEqualTo(new Decision.Permit(Obligations.NONE, Grounds.none("")));
        });
    }

    @Test
    void several_actions_are_decided_at_least_as_strictly_as_each() {
        LongStream.range(0, POLICIES).forEach(seed -> {
            Chance chance = Chance.ofAnything(seed);
            Decider decider = Decider.of(chance.policy());
            for (int i = 0; i < REQUESTS; i++) {
                AccessRequest request = chance.requests().any();
                Decision together = decider.decide(request);
                request.actions()
                        .forEach(action ->
                                isNotLooser(together, decider.decide(request.about(Set.of(action))), "seed " + seed));
            }
        });
    }

    @Test
    void several_actions_demand_the_strictest_that_any_of_them_demands() {
        forAll((chance, policy) -> {
            Decider decider = Decider.of(policy);
            return (asked, told) -> {
                AccessRequest request = asked.proving(Assurance.NONE);
                List<Decision> members = request.actions().stream()
                        .map(action -> decider.decide(request.about(Set.of(action))))
                        .toList();

                Decision together = decider.decide(request);

                if (members.stream().anyMatch(Decision.Deny.class::isInstance)) {
                    assertThat(together).as(told).isInstanceOf(Decision.Deny.class);
                } else if (!members.isEmpty()) {
                    assertThat(withoutGrounds(together)).as(told).isEqualTo(strictest(members));
                }
            };
        });
    }

    private static Decision strictest(List<Decision> members) {
        Obligations obligations = Obligations.NONE;
        Bound maxAge = Bound.none();
        int level = -1;
        for (Decision member : members) {
            if (member instanceof Decision.Permit permit) {
                obligations = obligations.and(permit.obligations());
            } else if (member instanceof Decision.StepUp stepUp) {
                obligations = obligations.and(stepUp.obligations());
                maxAge = maxAge.tighter(stepUp.demand().maxAge());
                level = Math.max(level, Floor.LADDER.indexOf(stepUp.demand().acr()));
            }
        }
        return level < 0
                ? new Decision.Permit(obligations, Grounds.none(""))
                : new Decision.StepUp(new Demand(Floor.LADDER.get(level), maxAge), obligations, Grounds.none(""));
    }

    static void isNotLooser(Decision strict, Decision loose, String told) {
        assertThat(Strictness.isAtLeast(strict, loose))
                .as("%s: %s is not looser than %s", told, strict, loose)
                .isTrue();
    }

    static void forAll(Property property) {
        LongStream.range(0, POLICIES).forEach(seed -> {
            var chance = new Chance(seed);
            Claim claim = property.of(chance, chance.policy());
            for (int i = 0; i < REQUESTS; i++) {
                claim.check(chance.requests().any(), "seed " + seed + ", request " + i);
            }
        });
    }

    /** Something to claim of a policy; deciders are made once for all requests. */
    interface Property {
        Claim of(Chance chance, Policy policy);
    }

    /** Something that has to be true of a request. */
    interface Claim {
        void check(AccessRequest request, String told);
    }
}
