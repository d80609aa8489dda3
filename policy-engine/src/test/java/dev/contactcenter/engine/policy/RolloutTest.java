package dev.contactcenter.engine.policy;

import static dev.contactcenter.engine.policy.Floor.AGENT;
import static dev.contactcenter.engine.policy.Floor.FIVE_MINUTES;
import static dev.contactcenter.engine.policy.Floor.SUPERVISOR;
import static dev.contactcenter.engine.policy.Floor.in;
import static dev.contactcenter.engine.policy.Floor.limit;
import static dev.contactcenter.engine.policy.Floor.refuse;
import static dev.contactcenter.engine.policy.Floor.require;
import static dev.contactcenter.engine.policy.Floor.rule;
import static dev.contactcenter.engine.policy.Floor.when;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contactcenter.engine.decision.Decision;
import dev.contactcenter.engine.decision.Grounds;
import dev.contactcenter.engine.decision.Obligations;
import dev.contactcenter.engine.decision.WouldBe;
import dev.contactcenter.engine.policy.Rule.State;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Rolling out")
class RolloutTest {

    private static final Set<String> PLAY = Set.of("play");

    @Test
    void a_report_only_rule_tells_what_it_would_have_done() {
        Policy policy = Floor.policy(
                in(State.REPORT_ONLY, rule("d", PLAY, refuse("no"))),
                in(State.REPORT_ONLY, rule("c", PLAY, require("phr"))),
                in(State.REPORT_ONLY, rule("b", PLAY, limit(FIVE_MINUTES))),
                in(State.REPORT_ONLY, when(request -> Condition.Verdict.DOES_NOT_APPLY, rule("a", PLAY, refuse("x")))));

        Decision decision = policy.decide(Floor.request(SUPERVISOR, PLAY, Map.of()));

        assertThat(decision)
                .isEqualTo(new Decision.Permit(
                        Obligations.NONE,
                        new Grounds(
                                "r1",
                                Set.of("supervisor"),
                                Set.of(),
                                Set.of(),
                                List.of(
                                        new WouldBe("b", "permit", ""),
                                        new WouldBe("c", "step_up", "phr"),
                                        new WouldBe("d", "deny", "no")))));
    }

    @Test
    void a_report_only_rule_that_is_satisfied_would_permit() {
        Policy policy = Floor.policy(in(State.REPORT_ONLY, rule("c", PLAY, require("phr"))));

        Decision decision = policy.decide(Floor.request(SUPERVISOR, PLAY, Map.of("phr", Duration.ZERO)));

        assertThat(decision.grounds().wouldBe()).containsExactly(new WouldBe("c", "permit", ""));
    }

    @Test
    void a_disabled_rule_leaves_no_trace() {
        Policy policy = Floor.policy(in(State.DISABLED, rule("d", PLAY, refuse("no"))));

        Decision decision = policy.decide(Floor.request(SUPERVISOR, PLAY, Map.of()));

        assertThat(decision)
                .isEqualTo(new Decision.Permit(
                        Obligations.NONE, new Grounds("r1", Set.of("supervisor"), Set.of(), Set.of(), List.of())));
    }

    @Test
    void a_report_only_policy_permits_and_tells_what_it_and_each_rule_would_have_done() {
        Policy policy = Floor.policy(
                Enforcement.REPORT_ONLY,
                rule("recent", PLAY, require("phr", FIVE_MINUTES)),
                when(request -> Condition.Verdict.UNDECIDABLE, rule("dark", PLAY, refuse("too_dark"))));

        Decision decision = policy.decide(Floor.request(SUPERVISOR, PLAY, Map.of()));

        assertThat(decision)
                .isEqualTo(new Decision.Permit(
                        Obligations.NONE,
                        new Grounds(
                                "r1",
                                Set.of("supervisor"),
                                Set.of(),
                                Set.of("dark"),
                                List.of(
                                        new WouldBe("dark", "deny", "too_dark"),
                                        new WouldBe("recent", "step_up", "phr"),
                                        new WouldBe(WouldBe.WHOLE_POLICY, "deny", "too_dark")))));
    }

    @Test
    void a_report_only_policy_permits_what_no_mode_grants() {
        Policy policy = Floor.policy(Enforcement.REPORT_ONLY);

        Decision decision = policy.decide(Floor.request(AGENT, PLAY, Map.of()));

        assertThat(decision).isInstanceOf(Decision.Permit.class);
        assertThat(decision.grounds().wouldBe())
                .containsExactly(new WouldBe(WouldBe.WHOLE_POLICY, "deny", "action_not_granted"));
    }

    @Test
    void a_policy_that_is_off_evaluates_nothing() {
        Policy policy = Floor.policy(Enforcement.OFF, rule("d", PLAY, refuse("no")));

        Decision decision = policy.decide(Floor.request(AGENT, PLAY, Map.of()));

        assertThat(decision)
                .isEqualTo(new Decision.Permit(
                        Obligations.NONE, new Grounds("r1", Set.of(), Set.of(), Set.of(), List.of())));
    }
}
