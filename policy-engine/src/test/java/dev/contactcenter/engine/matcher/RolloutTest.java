package dev.contactcenter.engine.matcher;

import static dev.contactcenter.engine.matcher.Floor.AGENT;
import static dev.contactcenter.engine.matcher.Floor.FIVE_MINUTES;
import static dev.contactcenter.engine.matcher.Floor.SUPERVISOR;
import static dev.contactcenter.engine.matcher.Floor.in;
import static dev.contactcenter.engine.matcher.Floor.limit;
import static dev.contactcenter.engine.matcher.Floor.refuse;
import static dev.contactcenter.engine.matcher.Floor.require;
import static dev.contactcenter.engine.matcher.Floor.rule;
import static dev.contactcenter.engine.matcher.Floor.when;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contactcenter.engine.condition.Formula;
import dev.contactcenter.engine.decision.Decision;
import dev.contactcenter.engine.decision.Grounds;
import dev.contactcenter.engine.decision.Obligations;
import dev.contactcenter.engine.decision.WouldBe;
import dev.contactcenter.engine.policy.Enforcement;
import dev.contactcenter.engine.policy.Policy;
import dev.contactcenter.engine.policy.Rule.State;
import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Evidence.Absence;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Rolling out")
class RolloutTest {

    private static final Set<String> PLAY = Set.of("play");
    private static final Map<Attribute, Absence> DARKNESS = Map.of(Attribute.DEVICE_COMPLIANCE, Absence.NOT_PROVIDED);

    private static Grounds grounds(
            Set<String> modes, Set<String> undecidable, Map<Attribute, Absence> missing, List<WouldBe> wouldBe) {
        return Grounds.of(
                new Grounds.Told("r1", modes, Set.of(), undecidable, wouldBe, List.of(), false, missing, Set.of()));
    }

    @Test
    void a_report_only_rule_tells_what_it_would_have_done() {
        Policy policy = Floor.policy(
                in(State.REPORT_ONLY, rule("d", PLAY, refuse("no"))),
                in(State.REPORT_ONLY, rule("c", PLAY, require("phr"))),
                in(State.REPORT_ONLY, rule("b", PLAY, limit(FIVE_MINUTES))),
                in(State.REPORT_ONLY, when(Formula.NEVER, rule("a", PLAY, refuse("x")))));

        Decision decision = Floor.decide(policy, Floor.request(SUPERVISOR, PLAY, Map.of()));

        assertThat(decision)
                .isEqualTo(new Decision.Permit(
                        Obligations.NONE,
                        grounds(
                                Set.of("supervisor"),
                                Set.of(),
                                Map.of(),
                                List.of(
                                        new WouldBe("b", "permit", ""),
                                        new WouldBe("c", "step_up", "phr"),
                                        new WouldBe("d", "deny", "no")))));
    }

    @Test
    void a_report_only_rule_that_is_satisfied_would_permit() {
        Policy policy = Floor.policy(in(State.REPORT_ONLY, rule("c", PLAY, require("phr"))));

        Decision decision = Floor.decide(policy, Floor.request(SUPERVISOR, PLAY, Map.of("phr", Duration.ZERO)));

        assertThat(decision.grounds().told().wouldBe()).containsExactly(new WouldBe("c", "permit", ""));
    }

    @Test
    void a_disabled_rule_leaves_no_trace() {
        Policy policy = Floor.policy(in(State.DISABLED, rule("d", PLAY, refuse("no"))));

        Decision decision = Floor.decide(policy, Floor.request(SUPERVISOR, PLAY, Map.of()));

        assertThat(decision)
                .isEqualTo(new Decision.Permit(
                        Obligations.NONE, grounds(Set.of("supervisor"), Set.of(), Map.of(), List.of())));
    }

    @Test
    void a_report_only_policy_permits_and_tells_what_it_and_each_rule_would_have_done() {
        Policy policy = Floor.policy(
                Enforcement.REPORT_ONLY,
                rule("recent", PLAY, require("phr", FIVE_MINUTES)),
                when(Floor.DARK, rule("dark", PLAY, refuse("too_dark"))));

        Decision decision = Floor.decide(policy, Floor.request(SUPERVISOR, PLAY, Map.of()));

        assertThat(decision)
                .isEqualTo(new Decision.Permit(
                        Obligations.NONE,
                        grounds(
                                Set.of("supervisor"),
                                Set.of("dark"),
                                DARKNESS,
                                List.of(
                                        new WouldBe("dark", "deny", "too_dark"),
                                        new WouldBe("recent", "step_up", "phr"),
                                        new WouldBe(WouldBe.WHOLE_POLICY, "deny", "too_dark")))));
    }

    @Test
    void a_report_only_policy_permits_what_no_mode_grants() {
        Policy policy = Floor.policy(Enforcement.REPORT_ONLY);

        Decision decision = Floor.decide(policy, Floor.request(AGENT, PLAY, Map.of()));

        assertThat(decision).isInstanceOf(Decision.Permit.class);
        assertThat(decision.grounds().told().wouldBe())
                .containsExactly(new WouldBe(WouldBe.WHOLE_POLICY, "deny", "action_not_granted"));
    }

    @Test
    void a_policy_that_is_off_evaluates_nothing() {
        Policy policy = Floor.policy(Enforcement.OFF, rule("d", PLAY, refuse("no")));

        Decision decision = Floor.decide(policy, Floor.request(AGENT, PLAY, Map.of()));

        assertThat(decision)
                .isEqualTo(new Decision.Permit(Obligations.NONE, grounds(Set.of(), Set.of(), Map.of(), List.of())));
    }
}
