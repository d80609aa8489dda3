package dev.contactcenter.language.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactcenter.engine.decision.Decision;
import dev.contactcenter.engine.matcher.Decider;
import dev.contactcenter.engine.policy.Policy;
import dev.contactcenter.engine.policy.Rule;
import dev.contactcenter.engine.request.AccessRequest;
import dev.contactcenter.language.lint.Doubt.Kind;
import dev.contactcenter.language.lint.Spot.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What it says of single policies is in src/test/resources/mistakes/lint. */
@DisplayName("The linter")
class LinterTest {

    private static final int POLICIES = 1_500;
    private static final int REQUESTS = 60;

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Chance chance = new Chance(seed);
    private int told;

    @Test
    void calls_no_rule_needless_without_which_anything_would_be_decided_otherwise() {
        for (int i = 0; i < POLICIES; i++) {
            Policy policy = chance.policy(4);
            doubtful(policy, Kind.NEEDLESS_RULE).forEach(index -> assertNeedless(policy, index));
        }

        assertThat(told).isGreaterThan(POLICIES / 10);
    }

    @Test
    void says_of_no_rule_that_it_never_applies_that_applies_to_anybody() {
        for (int i = 0; i < POLICIES; i++) {
            Policy policy = chance.policy(2);
            Linter.check(policy, Optional.empty()).stream()
                    .filter(doubt -> doubt.kind() == Kind.NEVER_APPLIES)
                    .filter(doubt -> doubt.what().startsWith("this rule can never apply"))
                    .forEach(doubt -> assertNeedless(policy, index(doubt)));
        }

        assertThat(told).isGreaterThan(POLICIES / 50);
    }

    @Test
    void says_of_no_condition_that_it_always_holds_that_says_something() {
        for (int i = 0; i < POLICIES; i++) {
            Policy policy = chance.policy(2);
            Linter.check(policy, Optional.empty()).stream()
                    .filter(doubt -> doubt.kind() == Kind.ALWAYS_HOLDS)
                    .filter(doubt -> doubt.spot().steps().getLast().equals(new Step.Key("when")))
                    .filter(doubt -> doubt.spot().steps().size() == 3)
                    .forEach(doubt -> assertSame(policy, with(policy, index(doubt), Chance::unconditional)));
        }

        assertThat(told).isGreaterThan(POLICIES / 50);
    }

    private static Stream<Integer> doubtful(Policy policy, Kind kind) {
        return Linter.check(policy, Optional.empty()).stream()
                .filter(doubt -> doubt.kind() == kind)
                .map(LinterTest::index);
    }

    private static int index(Doubt doubt) {
        return doubt.spot().steps().get(1) instanceof Step.Item(int index) ? index : -1;
    }

    private void assertNeedless(Policy policy, int index) {
        assertSame(policy, with(policy, index, rule -> Stream.empty()));
    }

    private static Policy with(Policy policy, int index, Function<Rule, Stream<Rule>> instead) {
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < policy.rules().size(); i++) {
            Rule rule = policy.rules().get(i);
            rules.addAll(i == index ? instead.apply(rule).toList() : List.of(rule));
        }
        return new Policy(
                policy.head(),
                policy.assurance(),
                policy.catalogue(),
                policy.zones(),
                policy.signals(),
                policy.breakGlass(),
                rules);
    }

    private void assertSame(Policy policy, Policy changed) {
        told++;
        Decider one = Decider.of(policy);
        Decider other = Decider.of(changed);
        for (int i = 0; i < REQUESTS; i++) {
            AccessRequest request = chance.request();
            assertThat(outcome(other.decide(request)))
                    .as("seed %d: %s and %s for %s", seed, policy.rules(), changed.rules(), request)
                    .isEqualTo(outcome(one.decide(request)));
        }
    }

    private static List<Object> outcome(Decision decision) {
        return switch (decision) {
            case Decision.Permit permit -> List.of("permit", permit.obligations());
            case Decision.StepUp stepUp -> List.of("step up", stepUp.demand(), stepUp.obligations());
            case Decision.Deny deny -> List.of("deny", deny.reason());
        };
    }
}
