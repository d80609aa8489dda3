package dev.contactcenter.engine.matcher;

import static dev.contactcenter.engine.matcher.Floor.CONNECTOR;
import static dev.contactcenter.engine.matcher.Floor.FIVE_MINUTES;
import static dev.contactcenter.engine.matcher.Floor.SUPERVISOR;
import static dev.contactcenter.engine.matcher.Floor.require;
import static dev.contactcenter.engine.matcher.Floor.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.contactcenter.engine.decision.Bound;
import dev.contactcenter.engine.decision.Decision;
import dev.contactcenter.engine.decision.Demand;
import dev.contactcenter.engine.decision.Reason;
import dev.contactcenter.engine.policy.Policy;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A rule that requires phr of the last five minutes")
class RequirementTest {

    private static final Set<String> PLAY = Set.of("play");

    private final Policy policy = Floor.policy(rule("recent", PLAY, require("phr", FIVE_MINUTES)));

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void is_satisfied_and_tells_how_long(String name, Map<String, Duration> proven, Duration left) {
        Decision decision = Floor.decide(policy, Floor.request(SUPERVISOR, PLAY, proven));

        assertThat(decision)
                .isInstanceOfSatisfying(
                        Decision.Permit.class,
                        permit -> assertThat(permit.obligations().freshFor()).isEqualTo(Bound.atMost(left)));
        assertThat(decision.grounds().told().rules()).containsExactly("recent");
    }

    static Stream<Arguments> is_satisfied_and_tells_how_long() {
        return Stream.of(
                arguments("just now", Map.of("phr", Duration.ZERO), FIVE_MINUTES),
                arguments("a minute ago", Map.of("phr", Duration.ofMinutes(1)), Duration.ofMinutes(4)),
                arguments("exactly five minutes ago", Map.of("phr", FIVE_MINUTES), Duration.ZERO),
                arguments("by a clock that went back", Map.of("phr", Duration.ofMinutes(-3)), FIVE_MINUTES),
                arguments("by a higher level", Map.of("phrh", Duration.ofMinutes(2)), Duration.ofMinutes(3)),
                arguments(
                        "by the younger of two",
                        Map.of("phr", Duration.ofHours(1), "phrh", Duration.ofMinutes(2)),
                        Duration.ofMinutes(3)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void asks_for_it(String name, Map<String, Duration> proven) {
        Decision decision = Floor.decide(policy, Floor.request(SUPERVISOR, PLAY, proven));

        assertThat(decision)
                .isInstanceOfSatisfying(
                        Decision.StepUp.class,
                        stepUp -> assertThat(stepUp.demand()).isEqualTo(new Demand("phr", Bound.atMost(FIVE_MINUTES))));
        assertThat(decision.grounds().told().rules()).containsExactly("recent");
    }

    static Stream<Arguments> asks_for_it() {
        return Stream.of(
                arguments("nothing proven", Map.of()),
                arguments("a second too old", Map.of("phr", Duration.ofSeconds(301))),
                arguments("only a password", Map.of("password", Duration.ZERO)),
                arguments("a level that the policy lacks", Map.of("gold", Duration.ZERO)),
                arguments(
                        "a password now, a passkey long ago",
                        Map.of("password", Duration.ZERO, "phr", Duration.ofHours(1))));
    }

    @Test
    void lets_other_actions_alone() {
        Decision decision = Floor.decide(policy, Floor.request(SUPERVISOR, Set.of("view"), Map.of()));

        assertThat(decision).isInstanceOf(Decision.Permit.class);
        assertThat(decision.grounds().told().rules()).isEmpty();
    }

    @Test
    void without_an_age_leaves_the_permit_unbound() {
        Policy ageless = Floor.policy(rule("ever", PLAY, require("phr")));

        Decision decision = Floor.decide(ageless, Floor.request(SUPERVISOR, PLAY, Map.of("phr", Duration.ofDays(3))));

        assertThat(decision)
                .isInstanceOfSatisfying(
                        Decision.Permit.class,
                        permit -> assertThat(permit.obligations().freshFor()).isEqualTo(Bound.none()));
    }

    @Test
    void denies_a_service_because_it_cannot_step_up() {
        Policy everybody = Floor.policy(rule("view", Set.of("view"), require("password")));

        Decision decision = Floor.decide(everybody, Floor.request(CONNECTOR, Set.of("view"), Map.of()));

        assertThat(decision)
                .isInstanceOfSatisfying(
                        Decision.Deny.class, deny -> assertThat(deny.reason()).isEqualTo(Reason.ASSURANCE_UNREACHABLE));
    }

    @Test
    void must_name_a_level_of_the_policy() {
        assertThatThrownBy(() -> Floor.policy(rule("recent", PLAY, require("gold"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Rule recent requires 'gold', which is not one of the assurance levels"
                        + " [password, phr, phrh]");
    }
}
