package dev.contactcenter.engine.matcher;

import static dev.contactcenter.engine.matcher.Floor.refuse;
import static dev.contactcenter.engine.matcher.Floor.rolledOut;
import static dev.contactcenter.engine.matcher.Floor.rule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contactcenter.engine.decision.Decision;
import dev.contactcenter.engine.decision.Obligations;
import dev.contactcenter.engine.decision.WouldBe;
import dev.contactcenter.engine.policy.BreakGlass;
import dev.contactcenter.engine.policy.Enforcement;
import dev.contactcenter.engine.policy.Policy;
import dev.contactcenter.engine.policy.Rollout;
import dev.contactcenter.engine.request.AccessRequest;
import dev.contactcenter.engine.request.Subject;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of cohort wave-1, u2 is in part 0, agent in part 66 and u1 in part 76. */
@DisplayName("A rollout to /pilot and")
class RolloutMembershipTest {

    private static final String TABLE = """
            who,     group,         percent, reached
            u2,      /teams,        0,       false
            u2,      /teams,        1,       true
            agent,   /teams,        50,      false
            u1,      /teams,        76,      false
            u1,      /teams,        77,      true
            u1,      /teams,        100,     true
            u1,      /pilot,        0,       true
            u1,      /pilot/hotel,  0,       false
            service, /teams,        0,       false
            service, /teams,        99,      false
            service, /teams,        100,     true
            """;

    @ParameterizedTest(name = "{2} percent reaches {0} of {1}: {3}")
    @CsvSource(useHeadersInDisplayName = true, textBlock = TABLE)
    void of_a_rule(String who, String group, int percent, boolean reached) {
        Policy policy = Floor.policy(rolledOut(pilot(percent), rule("no", Set.of("view"), refuse("never"))));

        Decision decision = Floor.decide(policy, request(who, group));

        assertThat(decision instanceof Decision.Deny).isEqualTo(reached);
        assertThat(decision.grounds().told().rules()).isEqualTo(reached ? Set.of("no") : Set.of());
        assertThat(decision.grounds().told().wouldBe().contains(new WouldBe("no", "deny", "never")))
                .isEqualTo(!reached);
    }

    @ParameterizedTest(name = "{2} percent reaches {0} of {1}: {3}")
    @CsvSource(useHeadersInDisplayName = true, textBlock = TABLE)
    void of_a_policy(String who, String group, int percent, boolean reached) {
        var head = new Policy.Head("r1", Enforcement.ENFORCED, pilot(percent));
        Policy policy =
                Floor.policy(head, Map.of(), new BreakGlass.None(), rule("no", Set.of("view"), refuse("never")));
        AccessRequest request = request(who, group);

        Decision decision = Floor.decide(policy, request);

        assertThat(Decider.of(policy).isEnforcedFor(request.subject())).isEqualTo(reached);
        assertThat(decision instanceof Decision.Deny).isEqualTo(reached);
        if (decision instanceof Decision.Permit permit) {
            assertThat(permit.obligations()).isEqualTo(Obligations.NONE);
            assertThat(permit.grounds().told().wouldBe())
                    .containsExactly(
                            new WouldBe("no", "deny", "never"), new WouldBe(WouldBe.WHOLE_POLICY, "deny", "never"));
        }
    }

    @ParameterizedTest
    @CsvSource({"ENFORCED, true", "REPORT_ONLY, false", "OFF, false"})
    void counts_for_nothing_where_the_policy_is_not_enforced(Enforcement enforcement, boolean enforced) {
        var head = new Policy.Head("r1", enforcement, pilot(100));

        assertThat(Decider.of(Floor.policy(head, Map.of(), new BreakGlass.None()))
                        .isEnforcedFor(Floor.CONNECTOR))
                .isEqualTo(enforced);
    }

    private static Rollout pilot(int percent) {
        return new Rollout.Pilot(Set.of("/pilot", "/other"), percent, "wave-1");
    }

    private static AccessRequest request(String who, String group) {
        Subject subject =
                who.equals("service") ? Floor.CONNECTOR : new Subject.Person(who, Set.of("agents"), Set.of(group));
        return Floor.request(subject, Set.of(), Set.of("view"));
    }
}
