package dev.contactcenter.engine.matcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactcenter.engine.decision.Bound;
import dev.contactcenter.engine.decision.Decision;
import dev.contactcenter.engine.decision.Demand;
import dev.contactcenter.engine.decision.Grounds;
import dev.contactcenter.engine.decision.Obligations;
import dev.contactcenter.engine.policy.Policy;
import dev.contactcenter.engine.policy.Rule;
import dev.contactcenter.engine.request.AccessRequest;
import dev.contactcenter.engine.request.Assurance;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Whatever the policy and the request,")
class PropertiesTest {

    private static final int TRIES = 3000;

    @Test
    void adding_an_enforced_rule_never_loosens() {
        forAll((chance, policy, request, told) -> {
            Rule added = chance.rule("added", Rule.State.ENFORCED);

            Decision before = Floor.decide(policy, request);
            Decision after = Floor.decide(chance.and(policy, added), request);

            assertThat(Strictness.isAtLeast(after, before))
                    .as("%s: %s is not looser than %s", told, after, before)
                    .isTrue();
        });
    }

    @Test
    void the_order_of_rules_never_matters() {
        forAll((chance, policy, request, told) -> assertThat(Floor.decide(chance.shuffled(policy), request))
                .as(told)
                .isEqualTo(Floor.decide(policy, request)));
    }

    @Test
    void more_assurance_never_hurts() {
        forAll((chance, policy, request, told) -> {
            Decision less = Floor.decide(policy, request);
            Decision more = Floor.decide(policy, proving(request, chance.more(request.assurance())));

            assertThat(Strictness.isAtLeast(less, more))
                    .as("%s: %s is not stricter than %s", told, more, less)
                    .isTrue();
        });
    }

    @Test
    void a_rule_that_is_not_enforced_never_changes_the_decision() {
        for (Rule.State state : List.of(Rule.State.REPORT_ONLY, Rule.State.DISABLED)) {
            forAll((chance, policy, request, told) -> {
                Policy tried = chance.and(policy, chance.rule("tried", state));

                assertThat(withoutReports(Floor.decide(tried, request)))
                        .as(told)
                        .isEqualTo(withoutReports(Floor.decide(policy, request)));
            });
        }
    }

    @Test
    void several_actions_are_decided_at_least_as_strictly_as_each() {
        forAll((chance, policy, request, told) -> request.actions()
                .forEach(action -> assertThat(Strictness.isAtLeast(
                                Floor.decide(policy, request), Floor.decide(policy, request.about(Set.of(action)))))
                        .as("%s, action %s", told, action)
                        .isTrue()));
    }

    @Test
    void several_actions_demand_the_strictest_that_any_of_them_demands() {
        forAll((chance, policy, asked, told) -> {
            AccessRequest request = proving(asked, Assurance.NONE);
            List<Decision> members = request.actions().stream()
                    .map(action -> Floor.decide(policy, request.about(Set.of(action))))
                    .toList();

            Decision together = Floor.decide(policy, request);

            if (members.stream().anyMatch(Decision.Deny.class::isInstance)) {
                assertThat(together).as(told).isInstanceOf(Decision.Deny.class);
            } else if (!members.isEmpty()) {
                assertThat(withoutGrounds(together)).as(told).isEqualTo(strictest(members));
            }
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
                ? new Decision.Permit(obligations, NO_GROUNDS)
                : new Decision.StepUp(new Demand(Floor.LADDER.get(level), maxAge), obligations, NO_GROUNDS);
    }

    private static final Grounds NO_GROUNDS = Grounds.none("");

    private static Decision withoutGrounds(Decision decision) {
        return grounded(decision, NO_GROUNDS);
    }

    private static Decision withoutReports(Decision decision) {
        Grounds.Told all = decision.grounds().told();
        return grounded(
                decision,
                Grounds.of(new Grounds.Told(
                        all.revision(),
                        all.modes(),
                        all.rules(),
                        all.undecidable(),
                        List.of(),
                        all.excused(),
                        all.breakGlass(),
                        Map.of())));
    }

    private static Decision grounded(Decision decision, Grounds grounds) {
        return switch (decision) {
            case Decision.Permit permit -> new Decision.Permit(permit.obligations(), grounds);
            case Decision.StepUp stepUp -> new Decision.StepUp(stepUp.demand(), stepUp.obligations(), grounds);
            case Decision.Deny deny -> new Decision.Deny(deny.reason(), grounds);
        };
    }

    private static AccessRequest proving(AccessRequest request, Assurance assurance) {
        return request.proving(assurance);
    }

    private static void forAll(Property property) {
        LongStream.range(0, TRIES).forEach(seed -> {
            var chance = new Chance(seed);
            property.check(chance, chance.policy(), chance.request(), "seed " + seed);
        });
    }

    private interface Property {
        void check(Chance chance, Policy policy, AccessRequest request, String told);
    }
}
