package dev.contactcenter.engine.matcher;

import static dev.contactcenter.engine.matcher.Floor.SUPERVISOR;
import static dev.contactcenter.engine.matcher.Floor.limit;
import static dev.contactcenter.engine.matcher.Floor.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.contactcenter.engine.decision.Decision;
import dev.contactcenter.engine.decision.Reason;
import dev.contactcenter.engine.policy.Action;
import dev.contactcenter.engine.policy.BreakGlass;
import dev.contactcenter.engine.policy.Catalogue;
import dev.contactcenter.engine.policy.Enforcement;
import dev.contactcenter.engine.policy.Policy;
import dev.contactcenter.engine.policy.Rollout;
import dev.contactcenter.engine.request.AccessRequest;
import dev.contactcenter.engine.request.Assurance;
import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Evidence;
import dev.contactcenter.engine.request.Facts;
import dev.contactcenter.engine.request.Observation;
import dev.contactcenter.engine.request.Signal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A restricted session")
class RestrictedSessionTest {

    private static final Set<String> VIEW = Set.of("view");
    private static final Set<String> PLAY = Set.of("play");
    private static final Set<String> BOTH = Set.of("view", "play");

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource
    void loses_what_was_taken_from_it(String restriction, Set<String> actions, String rule) {
        Decision decision = Floor.decide(policy(Enforcement.ENFORCED), request(restriction, actions));

        if (rule.isEmpty()) {
            assertThat(decision).isInstanceOf(Decision.Permit.class);
        } else {
            assertThat(decision)
                    .isInstanceOfSatisfying(
                            Decision.Deny.class,
                            deny -> assertThat(deny.reason()).isEqualTo(Reason.SESSION_RESTRICTED));
            assertThat(decision.grounds().told().rules()).containsExactly(rule);
        }
    }

    static Stream<Arguments> loses_what_was_taken_from_it() {
        String privileged = "built-in:session-restricted-privileged";
        String all = "built-in:session-restricted";
        return Stream.of(
                arguments("none", BOTH, ""),
                arguments("privileged", VIEW, ""),
                arguments("privileged", Set.of(), ""),
                arguments("privileged", PLAY, privileged),
                arguments("privileged", BOTH, privileged),
                arguments("privileged", Set.of("nobody:knows"), privileged),
                arguments("all", VIEW, all),
                arguments("all", BOTH, all),
                arguments("all", Set.of(), all));
    }

    @ParameterizedTest
    @EnumSource(Enforcement.class)
    void stays_so_whatever_the_policy_is_switched_to(Enforcement enforcement) {
        assertThat(Floor.decide(policy(enforcement), request("all", VIEW))).isInstanceOf(Decision.Deny.class);
        assertThat(Floor.decide(policy(enforcement), request("privileged", PLAY)))
                .isInstanceOf(Decision.Deny.class);
    }

    @Test
    void stays_so_outside_of_a_rollout_and_for_an_account_for_emergencies() {
        Policy plain = policy(Enforcement.ENFORCED);
        Policy nobody = Floor.with(
                plain, new Policy.Head("r1", Enforcement.ENFORCED, new Rollout.Pilot(Set.of("/pilot"), 0, "c")));
        Policy emergency = new Policy(
                plain.head(),
                plain.assurance(),
                plain.catalogue(),
                plain.zones(),
                plain.signals(),
                new BreakGlass.Accounts(Set.of(), Set.of("supervisors"), List.of()),
                plain.rules());

        assertThat(Floor.decide(nobody, request("all", VIEW))).isInstanceOf(Decision.Deny.class);
        assertThat(Floor.decide(emergency, request("privileged", PLAY))).isInstanceOf(Decision.Deny.class);
    }

    @Test
    void has_no_restriction_if_nobody_tells_of_one() {
        assertThat(Floor.decide(policy(Enforcement.ENFORCED), Floor.request(SUPERVISOR, BOTH, Map.of())))
                .isInstanceOf(Decision.Permit.class);
    }

    private static Policy policy(Enforcement enforcement) {
        Policy plain = Floor.policy(enforcement, rule("short", VIEW, limit(Duration.ofMinutes(5))));
        Map<String, Action> actions = new HashMap<>(plain.actions());
        actions.put("play", new Action("play", 3, true, Set.of()));
        return new Policy(
                plain.head(),
                plain.assurance(),
                new Catalogue(actions, plain.modes(), plain.services()),
                plain.zones(),
                plain.signals(),
                plain.breakGlass(),
                plain.rules());
    }

    private static AccessRequest request(String restriction, Set<String> actions) {
        var told = new Evidence.Known<>(new Observation(Map.of(Attribute.SESSION_RESTRICTION, restriction)), Floor.NOW);
        return new AccessRequest(
                SUPERVISOR,
                Set.of("supervisor"),
                actions,
                Assurance.NONE,
                Facts.none(Floor.NOW).with(Signal.SESSION, told));
    }
}
