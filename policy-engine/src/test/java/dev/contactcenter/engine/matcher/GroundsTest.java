package dev.contactcenter.engine.matcher;

import static dev.contactcenter.engine.matcher.Floor.AGENT;
import static dev.contactcenter.engine.matcher.Floor.CONNECTOR;
import static dev.contactcenter.engine.matcher.Floor.SUPERVISOR;
import static dev.contactcenter.engine.matcher.Floor.everywhere;
import static dev.contactcenter.engine.matcher.Floor.limit;
import static dev.contactcenter.engine.matcher.Floor.refuse;
import static dev.contactcenter.engine.matcher.Floor.require;
import static dev.contactcenter.engine.matcher.Floor.rule;
import static dev.contactcenter.engine.matcher.Floor.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contactcenter.engine.condition.Formula;
import dev.contactcenter.engine.condition.Predicate;
import dev.contactcenter.engine.decision.Bound;
import dev.contactcenter.engine.decision.Decision;
import dev.contactcenter.engine.decision.Demand;
import dev.contactcenter.engine.decision.Grounds;
import dev.contactcenter.engine.decision.Obligations;
import dev.contactcenter.engine.decision.Reason;
import dev.contactcenter.engine.policy.Catalogue;
import dev.contactcenter.engine.policy.Effect;
import dev.contactcenter.engine.policy.Mode;
import dev.contactcenter.engine.policy.Policy;
import dev.contactcenter.engine.policy.Rule;
import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Evidence.Absence;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A decision")
class GroundsTest {

    private static final Set<String> PLAY = Set.of("play");
    private static final Effect SHORT =
            new Effect.Limit(Obligations.NONE.withTokenLifespan(Bound.atMost(Duration.ofMinutes(1))), Floor.DARK);

    @Test
    void tells_everything_that_it_rests_on() {
        Policy policy = Floor.policy(
                when(Floor.DARK, rule("dark", PLAY, require("phr"))),
                rule("sure", PLAY, limit(Duration.ofHours(1))),
                when(Formula.NEVER, rule("never", PLAY, refuse("no"))),
                Floor.in(Rule.State.REPORT_ONLY, rule("tried", PLAY, refuse("tried"))),
                rule("other", Set.of("view"), refuse("other")));

        Decision decision = Floor.decide(policy, Floor.request(SUPERVISOR, PLAY, Map.of()));

        Grounds.Told told = decision.grounds().told();
        assertThat(told.revision()).isEqualTo("r1");
        assertThat(told.modes()).containsExactly("supervisor");
        assertThat(told.rules()).containsExactlyInAnyOrder("dark", "sure");
        assertThat(told.undecidable()).containsExactly("dark");
        assertThat(told.missing()).isEqualTo(Map.of(Attribute.DEVICE_COMPLIANCE, Absence.NOT_PROVIDED));
        assertThat(told.degraded()).isTrue();
        assertThat(decision.grounds())
                .isEqualTo(Grounds.of(told))
                .hasSameHashCodeAs(Grounds.of(told))
                .hasToString(told.toString())
                .isNotEqualTo(Grounds.none("r1"))
                .isNotEqualTo(told);
    }

    @Test
    void that_no_signal_was_missing_for_is_not_degraded() {
        Decision decision = Floor.decide(
                Floor.policy(rule("sure", PLAY, require("phr"))), Floor.request(SUPERVISOR, PLAY, Map.of()));

        assertThat(decision.grounds().told().degraded()).isFalse();
        assertThat(decision.grounds().told().undecidable()).isEmpty();
    }

    @Test
    void names_a_rule_whose_limit_alone_is_in_doubt() {
        Policy policy = Floor.policy(rule("half", PLAY, require("password"), SHORT));

        Decision decision = Floor.decide(policy, Floor.request(SUPERVISOR, PLAY, Map.of("password", Duration.ZERO)));

        assertThat(decision)
                .isInstanceOfSatisfying(
                        Decision.Permit.class,
                        permit -> assertThat(permit.obligations().tokenLifespan())
                                .isEqualTo(Bound.atMost(Duration.ofMinutes(1))));
        assertThat(decision.grounds().told().rules()).containsExactly("half");
        assertThat(decision.grounds().told().undecidable()).containsExactly("half");
    }

    @Test
    void denies_whatever_the_conditional_limit_of_the_denying_rule_says() {
        var never = new Effect.Limit(Obligations.NONE.withTokenLifespan(Bound.atMost(Duration.ZERO)), Formula.NEVER);
        Policy policy = Floor.policy(rule("no", PLAY, never, refuse("never"), SHORT));

        assertThat(Floor.decide(policy, Floor.request(SUPERVISOR, PLAY, Map.of())))
                .isInstanceOfSatisfying(
                        Decision.Deny.class, deny -> assertThat(deny.reason()).isEqualTo(new Reason("never")));
    }

    @Test
    void binds_a_service_by_rules_for_every_request() {
        Policy policy = Floor.policy(everywhere("all", Set.of(), refuse("closed")), inModes("agents-only"));

        assertThat(Floor.decide(policy, Floor.request(CONNECTOR, Set.of(), Set.of("view"))))
                .isInstanceOf(Decision.Deny.class);
        Decision ofNothing = Floor.decide(policy, Floor.request(CONNECTOR, Set.of(), Set.of()));
        assertThat(ofNothing).isInstanceOf(Decision.Deny.class);
        assertThat(ofNothing.grounds().told().rules()).containsExactly("all");
    }

    private static Rule inModes(String id) {
        return everywhere(id, Set.of("agent"), refuse("agents"));
    }

    @Test
    void about_a_mode_alone_leaves_rules_about_actions_out() {
        Policy policy = Floor.policy(
                rule("play", Set.of("view", "edit"), refuse("no")),
                when(ofTier(), everywhere("all", Set.of(), require("phr"))));

        Decision decision = Floor.decide(policy, Floor.request(AGENT, Set.of("agent"), Set.of()));

        assertThat(decision)
                .isInstanceOfSatisfying(
                        Decision.StepUp.class,
                        stepUp -> assertThat(stepUp.demand()).isEqualTo(new Demand("phr", Bound.none())));
        assertThat(decision.grounds().told().rules()).containsExactly("all");
    }

    private static Formula ofTier() {
        return new Formula.Atom(new Predicate.NumberIs(Attribute.ACTION_TIER, Predicate.Order.EQUAL, 0));
    }

    @Test
    void denies_an_action_that_a_mode_grants_and_the_policy_does_not_declare() {
        Policy plain = Floor.policy(everywhere("all", Set.of(), limit(Duration.ofHours(1))));
        var agent = new Mode("agent", Set.of("agents"), Set.of("view", "erase"));
        Policy broken = new Policy(
                plain.head(),
                plain.assurance(),
                new Catalogue(plain.actions(), Map.of("agent", agent), Map.of()),
                plain.zones(),
                plain.signals(),
                plain.breakGlass(),
                plain.rules());

        assertThat(Floor.decide(broken, Floor.request(AGENT, Set.of(), Set.of("view"))))
                .isInstanceOf(Decision.Permit.class);
        assertThat(Floor.decide(broken, Floor.request(AGENT, Set.of(), Set.of("erase"))))
                .isInstanceOfSatisfying(
                        Decision.Deny.class, deny -> assertThat(deny.reason()).isEqualTo(Reason.ACTION_UNKNOWN));
    }

    @Test
    void needs_conditions_that_fit() {
        Formula wide =
                new Formula.All(IntStream.range(0, 65).mapToObj(GroundsTest::is).toList());
        Formula full =
                new Formula.All(IntStream.range(0, 64).mapToObj(GroundsTest::is).toList());
        Formula many = new Formula.Not(wide);

        assertThat(Decider.of(Floor.policy(when(full, rule("full", PLAY, refuse("no")))))
                        .policy()
                        .revision())
                .isEqualTo("r1");
        assertThatThrownBy(() -> Decider.of(Floor.policy(when(wide, rule("wide", PLAY, refuse("no"))))))
                .isInstanceOfSatisfying(
                        PolicyTooLargeException.class, e -> assertThat(e.rule()).isEqualTo("wide"))
                .hasMessage("its conditions ask more than 64 different questions");
        assertThatThrownBy(() -> Decider.of(Floor.policy(when(many, rule("many", PLAY, refuse("no"))))))
                .isInstanceOf(PolicyTooLargeException.class)
                .hasMessage("its conditions ask more than 64 different questions");
        assertThatThrownBy(() -> Decider.of(Floor.policy(when(manyWays(), rule("ways", PLAY, refuse("no"))))))
                .isInstanceOf(PolicyTooLargeException.class)
                .hasMessage("there are more than 64 ways for its conditions to hold");
    }

    /** Seven times one of two: 128 alternatives of 14 questions. */
    private static Formula manyWays() {
        return new Formula.All(IntStream.range(0, 7)
                .<Formula>mapToObj(i -> new Formula.Any(List.of(is(2 * i), is(2 * i + 1))))
                .toList());
    }

    private static Formula is(int number) {
        return new Formula.Atom(new Predicate.Is(Attribute.DEVICE_ID, "d" + number));
    }

    @Test
    void by_a_policy_that_asks_more_than_fits_on_a_page_hears_every_rule() {
        List<Rule> rules = IntStream.range(0, 200)
                .mapToObj(i -> when(new Formula.Not(is(i)), rule("r" + i, PLAY, limit(Duration.ofMinutes(i + 1)))))
                .toList();

        Decision decision =
                Floor.decide(Floor.policy(rules.toArray(new Rule[0])), Floor.request(SUPERVISOR, PLAY, Map.of()));

        assertThat(decision.grounds().told().rules()).hasSize(200);
        assertThat(decision.grounds().told().undecidable()).hasSize(200);
    }
}
