package dev.contactcenter.engine.matcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactcenter.engine.decision.Bound;
import dev.contactcenter.engine.decision.Decision;
import dev.contactcenter.engine.decision.Demand;
import dev.contactcenter.engine.decision.Excuse;
import dev.contactcenter.engine.decision.Grounds;
import dev.contactcenter.engine.decision.Obligations;
import dev.contactcenter.engine.decision.Rate;
import dev.contactcenter.engine.decision.Reason;
import dev.contactcenter.engine.network.Zones;
import dev.contactcenter.engine.policy.Action;
import dev.contactcenter.engine.policy.BreakGlass;
import dev.contactcenter.engine.policy.Catalogue;
import dev.contactcenter.engine.policy.Effect;
import dev.contactcenter.engine.policy.Enforcement;
import dev.contactcenter.engine.policy.Mode;
import dev.contactcenter.engine.policy.Policy;
import dev.contactcenter.engine.policy.Rollout;
import dev.contactcenter.engine.policy.Rule;
import dev.contactcenter.engine.policy.SignalCare;
import dev.contactcenter.engine.request.AccessRequest;
import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Continuity;
import dev.contactcenter.engine.request.Evidence;
import dev.contactcenter.engine.request.Evidence.Absence;
import dev.contactcenter.engine.request.Facts;
import dev.contactcenter.engine.request.Observation;
import dev.contactcenter.engine.request.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A grace in a live interaction")
class LiveGraceTest {

    private static final Duration GRACE = Duration.ofMinutes(10);
    private static final Instant NOW = Floor.NOW;
    private static final Set<String> VIEW = Set.of("view");
    private static final Rule RISKY = Floor.everywhere("risky", Set.of(), new Effect.Refuse(new Reason("risky")));

    private static Policy policy(Rule... rules) {
        Policy.Head head = new Policy.Head("r1", Enforcement.ENFORCED, new Rollout.Everyone(), GRACE);
        SignalCare care = new SignalCare(Bound.atMost(Duration.ofHours(1)), Map.of());
        return new Policy(
                head,
                Floor.LADDER,
                new Catalogue(
                        Map.of(
                                "view", new Action("view", 0, false, Set.of()),
                                "edit", new Action("edit", 0, false, Set.of()),
                                "play", new Action("play", 3, true, Set.of())),
                        Map.of("agent", new Mode("agent", Set.of("agents"), Set.of("view", "edit", "play"))),
                        Map.of()),
                Zones.NONE,
                Map.of(Signal.INTERACTION, care),
                new BreakGlass.None(),
                List.of(rules));
    }

    private static Evidence<Observation> interaction(String state, Duration age) {
        return new Evidence.Known<>(new Observation(Map.of(Attribute.INTERACTION_STATE, state)), NOW.minus(age));
    }

    private static AccessRequest asking(Set<String> actions, Evidence<Observation> interaction, Continuity continuity) {
        AccessRequest plain = Floor.request(Floor.person("agents"), actions, Map.of());
        return new AccessRequest(
                plain.subject(),
                Set.of("agent"),
                actions,
                plain.assurance(),
                new Facts(NOW, Map.of(Signal.INTERACTION, interaction)),
                continuity);
    }

    private static AccessRequest inCall(Set<String> actions, Set<String> granted, Duration violated) {
        return asking(
                actions,
                interaction("live", Duration.ofSeconds(30)),
                new Continuity.Continued(granted, NOW.minus(violated)));
    }

    @Test
    void lets_go_on_what_the_session_had_and_ends_with_itself() {
        Decision decision = Floor.decide(policy(RISKY), inCall(VIEW, VIEW, Duration.ofMinutes(4)));

        assertThat(decision)
                .isEqualTo(new Decision.Permit(
                        Obligations.NONE.withTokenLifespan(Bound.atMost(Duration.ofMinutes(6))),
                        Grounds.of(new Grounds.Told(
                                "r1",
                                Set.of("agent"),
                                Set.of(),
                                Set.of(),
                                List.of(),
                                List.of(new Excuse("risky", "live_interaction", "", NOW.plus(Duration.ofMinutes(6)))),
                                false,
                                Map.of(),
                                Set.of()))));
        assertThat(decision.grounds().told().excused()).allMatch(Excuse::isGrace);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "a privileged action, play, play, 0",
        "an action that the session did not have, edit, view, 0",
        "what has gone on for as long as it may, view, view, 10",
        "what should have ended long ago, view, view, 600"
    })
    void is_not_for(String what, String asked, String granted, int minutes) {
        Decision decision =
                Floor.decide(policy(RISKY), inCall(Set.of(asked), Set.of(granted), Duration.ofMinutes(minutes)));

        assertThat(decision).as(what).isInstanceOf(Decision.Deny.class);
    }

    @Test
    void never_begins_with_a_request_that_is_not_about_an_established_session() {
        AccessRequest anew = asking(VIEW, interaction("live", Duration.ZERO), Continuity.beginning());

        assertThat(Floor.decide(policy(RISKY), anew)).isInstanceOf(Decision.Deny.class);
    }

    @ParameterizedTest
    @CsvSource({"idle,0", "wrap-up,0", "unknown,0", "live,61"})
    void takes_a_call_that_is_known_to_go_on(String state, int minutesAgo) {
        AccessRequest request =
                asking(VIEW, interaction(state, Duration.ofMinutes(minutesAgo)), new Continuity.Continued(VIEW, NOW));

        assertThat(Floor.decide(policy(RISKY), request)).isInstanceOf(Decision.Deny.class);
    }

    @ParameterizedTest
    @EnumSource
    void takes_a_source_that_tells_something(Absence why) {
        var live = new Evidence.Known<>(new Observation(Map.of(Attribute.INTERACTION_STATE, "live")), NOW);
        AccessRequest request =
                asking(VIEW, new Evidence.Missing<>(why, Optional.of(live)), new Continuity.Continued(VIEW, NOW));

        assertThat(Floor.decide(policy(RISKY), request)).isInstanceOf(Decision.Deny.class);
    }

    @Test
    void is_not_longer_for_a_clock_that_went_back() {
        Decision decision = Floor.decide(policy(RISKY), inCall(VIEW, VIEW, Duration.ofMinutes(-30)));

        assertThat(((Decision.Permit) decision).obligations().tokenLifespan()).isEqualTo(Bound.atMost(GRACE));
    }

    @Test
    void suspends_demands_and_no_limits() {
        Obligations masked = new Obligations(
                Bound.atMost(Duration.ofMinutes(2)),
                Bound.none(),
                Bound.none(),
                Bound.none(),
                Set.of("iban"),
                new Rate.Unlimited());
        Rule strong = Floor.everywhere(
                "strong", Set.of(), new Effect.Require(new Demand("phr", Bound.none())), new Effect.Limit(masked));

        Decision decision = Floor.decide(policy(strong), inCall(VIEW, VIEW, Duration.ZERO));

        assertThat(((Decision.Permit) decision).obligations()).isEqualTo(masked);
    }

    @Test
    void of_one_action_is_none_of_another_that_is_asked_for_with_it() {
        Rule all = Floor.everywhere("all", Set.of(), new Effect.Refuse(new Reason("risky")));

        Set<String> both = Set.of("view", "play");
        assertThat(Floor.decide(policy(all), inCall(both, both, Duration.ZERO))).isInstanceOf(Decision.Deny.class);
        Rule onView = Floor.rule("on-view", VIEW, new Effect.Refuse(new Reason("risky")));
        assertThat(Floor.decide(policy(onView), inCall(both, both, Duration.ZERO)))
                .isInstanceOf(Decision.Permit.class);
    }

    @Test
    void changes_nothing_where_nothing_is_violated() {
        Policy fine = policy(Floor.in(Rule.State.REPORT_ONLY, RISKY));

        assertThat(Floor.decide(fine, inCall(VIEW, VIEW, Duration.ZERO)))
                .isEqualTo(Floor.decide(
                        fine, asking(VIEW, interaction("live", Duration.ofSeconds(30)), Continuity.beginning())));
    }
}
