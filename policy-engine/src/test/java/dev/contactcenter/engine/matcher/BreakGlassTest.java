package dev.contactcenter.engine.matcher;

import static dev.contactcenter.engine.matcher.Floor.FIVE_MINUTES;
import static dev.contactcenter.engine.matcher.Floor.limit;
import static dev.contactcenter.engine.matcher.Floor.refuse;
import static dev.contactcenter.engine.matcher.Floor.require;
import static dev.contactcenter.engine.matcher.Floor.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contactcenter.engine.decision.Bound;
import dev.contactcenter.engine.decision.Decision;
import dev.contactcenter.engine.decision.Demand;
import dev.contactcenter.engine.decision.Reason;
import dev.contactcenter.engine.decision.WouldBe;
import dev.contactcenter.engine.policy.BreakGlass;
import dev.contactcenter.engine.policy.Enforcement;
import dev.contactcenter.engine.policy.Policy;
import dev.contactcenter.engine.policy.Rollout;
import dev.contactcenter.engine.request.AccessRequest;
import dev.contactcenter.engine.request.Subject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("An account for emergencies")
class BreakGlassTest {

    private static final Set<String> PLAY = Set.of("play");
    private static final Policy POLICY = Floor.policy(
            new Policy.Head("r1", Enforcement.ENFORCED, new Rollout.Everyone()),
            Map.of(),
            new BreakGlass.Accounts(
                    Set.of("/break-glass"),
                    Set.of("emergency"),
                    List.of(require("phr", FIVE_MINUTES), limit(Duration.ofMinutes(10)))),
            rule("no", PLAY, refuse("never")),
            Floor.when(Floor.DARK, rule("dark", PLAY, require("phrh"))),
            rule("view", Set.of("view"), refuse("never")));

    private static AccessRequest request(Set<String> roles, Set<String> groups, Map<String, Duration> proven) {
        return Floor.request(new Subject.Person("u1", roles, groups), PLAY, proven);
    }

    @ParameterizedTest(name = "with role {0} in group {1}: {2}")
    @CsvSource({
        "emergency, /teams, true",
        "visitors, /break-glass, true",
        "visitors, /break-glass/none, false",
        "emergency-2, /, false"
    })
    void is_known_by_its_role_or_group(String role, String group, boolean isOne) {
        Decision decision =
                Floor.decide(POLICY, request(Set.of("supervisors", role), Set.of(group), Map.of("phr", Duration.ZERO)));

        assertThat(decision instanceof Decision.Permit).isEqualTo(isOne);
        assertThat(decision.grounds().told().breakGlass()).isEqualTo(isOne);
    }

    @Test
    void is_held_to_what_it_must_prove_and_told_what_the_rules_would_have_done() {
        AccessRequest unproven = request(Set.of("supervisors", "emergency"), Set.of(), Map.of());

        Decision decision = Floor.decide(POLICY, unproven);

        assertThat(decision)
                .isInstanceOfSatisfying(
                        Decision.StepUp.class,
                        stepUp -> assertThat(stepUp.demand()).isEqualTo(new Demand("phr", Bound.atMost(FIVE_MINUTES))));
        assertThat(decision.grounds().told().rules()).isEmpty();
        assertThat(decision.grounds().told().undecidable()).isEmpty();
        assertThat(decision.grounds().told().wouldBe())
                .containsExactly(new WouldBe("dark", "step_up", "phrh"), new WouldBe("no", "deny", "never"));
    }

    @Test
    void is_bound_to_its_own_limit() {
        AccessRequest proven = request(Set.of("supervisors", "emergency"), Set.of(), Map.of("phr", Duration.ZERO));

        assertThat(Floor.decide(POLICY, proven))
                .isInstanceOfSatisfying(
                        Decision.Permit.class,
                        permit -> assertThat(permit.obligations().tokenLifespan())
                                .isEqualTo(Bound.atMost(Duration.ofMinutes(10))));
    }

    @Test
    void still_needs_a_mode_that_grants_the_action() {
        AccessRequest withoutMode = request(Set.of("emergency"), Set.of(), Map.of("phrh", Duration.ZERO));
        AccessRequest asAgent = request(Set.of("emergency", "agents"), Set.of(), Map.of("phrh", Duration.ZERO));

        assertThat(Floor.decide(POLICY, withoutMode))
                .isInstanceOfSatisfying(
                        Decision.Deny.class, deny -> assertThat(deny.reason()).isEqualTo(Reason.MODE_NOT_ELIGIBLE));
        assertThat(Floor.decide(POLICY, asAgent))
                .isInstanceOfSatisfying(
                        Decision.Deny.class, deny -> assertThat(deny.reason()).isEqualTo(Reason.ACTION_NOT_GRANTED));
    }

    @Test
    void is_never_a_service_and_never_there_where_the_policy_names_none() {
        Decision ofService = Floor.decide(POLICY, Floor.request(Floor.CONNECTOR, Set.of(), Set.of("view")));
        Decision ofNone = Floor.decide(
                Floor.policy(rule("no", PLAY, refuse("never"))),
                request(Set.of("supervisors", "emergency"), Set.of("/break-glass"), Map.of()));

        assertThat(ofService.grounds().told().rules()).containsExactly("view");
        assertThat(ofService.grounds().told().breakGlass()).isFalse();
        assertThat(ofNone).isInstanceOf(Decision.Deny.class);
        assertThat(ofNone.grounds().told().breakGlass()).isFalse();
    }

    @Test
    void must_name_a_level_of_the_policy() {
        assertThatThrownBy(() -> Floor.policy(
                        new Policy.Head("r1", Enforcement.ENFORCED, new Rollout.Everyone()),
                        Map.of(),
                        new BreakGlass.Accounts(
                                Set.of("/break-glass"), Set.of(), List.of(require("gold", FIVE_MINUTES)))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("breakGlass requires 'gold'");
    }
}
