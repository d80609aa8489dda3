package dev.contactcenter.engine.matcher;

import static dev.contactcenter.engine.matcher.Floor.CONNECTOR;
import static dev.contactcenter.engine.matcher.Floor.FIVE_MINUTES;
import static dev.contactcenter.engine.matcher.Floor.SUPERVISOR;
import static dev.contactcenter.engine.matcher.Floor.everywhere;
import static dev.contactcenter.engine.matcher.Floor.limit;
import static dev.contactcenter.engine.matcher.Floor.refuse;
import static dev.contactcenter.engine.matcher.Floor.require;
import static dev.contactcenter.engine.matcher.Floor.rule;
import static dev.contactcenter.engine.matcher.Floor.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.contactcenter.engine.condition.Formula;
import dev.contactcenter.engine.decision.Bound;
import dev.contactcenter.engine.decision.Decision;
import dev.contactcenter.engine.decision.Demand;
import dev.contactcenter.engine.decision.Reason;
import dev.contactcenter.engine.policy.Policy;
import dev.contactcenter.engine.policy.Rule;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Of several rules that apply")
class StrictestWinsTest {

    private static final Set<String> PLAY = Set.of("play");
    private static final Bound FIVE = Bound.atMost(FIVE_MINUTES);
    private static final Bound HOUR = Bound.atMost(Duration.ofHours(1));

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void the_strictest_demand_wins(String name, Rule[] rules, Demand demand) {
        Decision decision = Floor.decide(Floor.policy(rules), Floor.request(SUPERVISOR, PLAY, Map.of()));

        assertThat(decision)
                .isInstanceOfSatisfying(
                        Decision.StepUp.class,
                        stepUp -> assertThat(stepUp.demand()).isEqualTo(demand));
    }

    static Stream<Arguments> the_strictest_demand_wins() {
        Rule phr = rule("phr", PLAY, require("phr"));
        Rule phrHour = rule("phr-hour", PLAY, require("phr", Duration.ofHours(1)));
        Rule phrh = rule("phrh", PLAY, require("phrh"));
        Rule passwordFive = rule("password-five", PLAY, require("password", FIVE_MINUTES));
        return Stream.of(
                arguments("the higher level", new Rule[] {phr, phrh}, new Demand("phrh", Bound.none())),
                arguments("the higher level first", new Rule[] {phrh, phr}, new Demand("phrh", Bound.none())),
                arguments("the shorter age", new Rule[] {phrHour, passwordFive}, new Demand("phr", FIVE)),
                arguments("an age over none", new Rule[] {phrh, phrHour}, new Demand("phrh", HOUR)),
                arguments(
                        "one that is for every request",
                        new Rule[] {everywhere("all", Set.of(), require("phrh"))},
                        new Demand("phrh", Bound.none())),
                arguments(
                        "one that is for the mode",
                        new Rule[] {everywhere("all", Set.of("supervisor"), require("phr"))},
                        new Demand("phr", Bound.none())));
    }

    @Test
    void a_denial_wins_over_any_demand_and_the_first_reason_in_the_alphabet_is_told() {
        Policy policy = Floor.policy(
                rule("c", PLAY, refuse("zebra")), rule("b", PLAY, require("phr")), rule("a", PLAY, refuse("aardvark")));

        Decision decision = Floor.decide(policy, Floor.request(SUPERVISOR, PLAY, Map.of("phrh", Duration.ZERO)));

        assertThat(decision)
                .isInstanceOfSatisfying(
                        Decision.Deny.class, deny -> assertThat(deny.reason()).isEqualTo(new Reason("aardvark")));
        assertThat(decision.grounds().told().rules()).containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void the_shortest_lifespan_wins_and_binds_the_step_up_too() {
        Policy policy = Floor.policy(
                rule("a", PLAY, require("phr"), limit(Duration.ofHours(1))), rule("b", PLAY, limit(FIVE_MINUTES)));

        Decision before = Floor.decide(policy, Floor.request(SUPERVISOR, PLAY, Map.of()));
        Decision after = Floor.decide(policy, Floor.request(SUPERVISOR, PLAY, Map.of("phr", Duration.ZERO)));

        assertThat(before)
                .isInstanceOfSatisfying(
                        Decision.StepUp.class,
                        stepUp ->
                                assertThat(stepUp.obligations().tokenLifespan()).isEqualTo(FIVE));
        assertThat(after)
                .isInstanceOfSatisfying(
                        Decision.Permit.class,
                        permit ->
                                assertThat(permit.obligations().tokenLifespan()).isEqualTo(FIVE));
    }

    @Test
    void a_service_keeps_its_own_lifespan_where_no_rule_is_stricter() {
        Policy policy = Floor.policy(rule("a", Set.of("view"), limit(FIVE_MINUTES)));

        Decision decision = Floor.decide(policy, Floor.request(CONNECTOR, Set.of("view"), Map.of()));

        assertThat(decision)
                .isInstanceOfSatisfying(
                        Decision.Permit.class,
                        permit -> assertThat(permit.obligations().tokenLifespan())
                                .isEqualTo(Bound.atMost(Duration.ofMinutes(2))));
    }

    @Test
    void one_of_another_mode_does_not_apply() {
        Policy policy = Floor.policy(everywhere("agents-only", Set.of("agent"), require("phr")));

        Decision decision = Floor.decide(policy, Floor.request(SUPERVISOR, PLAY, Map.of()));

        assertThat(decision).isInstanceOf(Decision.Permit.class);
    }

    @Test
    void one_whose_condition_cannot_be_judged_counts_as_applying() {
        Policy policy = Floor.policy(
                when(Floor.DARK, rule("dark", PLAY, require("phr"))),
                when(Formula.NEVER, rule("not", PLAY, refuse("never"))));

        Decision decision = Floor.decide(policy, Floor.request(SUPERVISOR, PLAY, Map.of()));

        assertThat(decision).isInstanceOf(Decision.StepUp.class);
        assertThat(decision.grounds().told().undecidable()).containsExactly("dark");
        assertThat(decision.grounds().told().rules()).containsExactly("dark");
    }
}
