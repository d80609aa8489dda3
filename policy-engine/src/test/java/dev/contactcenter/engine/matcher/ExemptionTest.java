package dev.contactcenter.engine.matcher;

import static dev.contactcenter.engine.matcher.Floor.NOW;
import static dev.contactcenter.engine.matcher.Floor.except;
import static dev.contactcenter.engine.matcher.Floor.refuse;
import static dev.contactcenter.engine.matcher.Floor.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.contactcenter.engine.condition.Formula;
import dev.contactcenter.engine.condition.Predicate;
import dev.contactcenter.engine.decision.Decision;
import dev.contactcenter.engine.decision.Excuse;
import dev.contactcenter.engine.decision.WouldBe;
import dev.contactcenter.engine.policy.Exemption;
import dev.contactcenter.engine.policy.Policy;
import dev.contactcenter.engine.policy.Rule;
import dev.contactcenter.engine.request.AccessRequest;
import dev.contactcenter.engine.request.Assurance;
import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Evidence;
import dev.contactcenter.engine.request.Evidence.Absence;
import dev.contactcenter.engine.request.Facts;
import dev.contactcenter.engine.request.Observation;
import dev.contactcenter.engine.request.Signal;
import dev.contactcenter.engine.request.Subject;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("An exception")
class ExemptionTest {

    private static final Set<String> NOBODY = Set.of();
    private static final Set<String> PLAY = Set.of("play");
    private static final Subject PERSON =
            new Subject.Person("u1", Set.of("supervisors", "leads"), Set.of("/pilot", "/pilot/hotel"));
    private static final Exemption ALL_OF_IT = exemption(
            Set.of("/pilot", "/other"), Set.of("leads"), Set.of("desktop"), Formula.ALWAYS, NOW.plusSeconds(1));

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void holds_where_all_that_it_names_does(String name, Exemption exemption) {
        Policy policy = Floor.policy(except(rule("no", PLAY, refuse("never")), exemption));

        Decision decision = Floor.decide(policy, request(PLAY));

        assertThat(decision).isInstanceOf(Decision.Permit.class);
        assertThat(decision.grounds().told().rules()).isEmpty();
        assertThat(decision.grounds().told().excused())
                .containsExactly(new Excuse("no", "site move", "CISO office", exemption.until()));
    }

    static Stream<Arguments> holds_where_all_that_it_names_does() {
        return Stream.of(
                arguments("a group", groups("/pilot")),
                arguments("a group below", groups("/pilot/hotel")),
                arguments("one of several groups", groups("/other", "/pilot")),
                arguments("a role", exemption(NOBODY, Set.of("leads"), NOBODY, Formula.ALWAYS, Instant.MAX)),
                arguments("a client", exemption(NOBODY, NOBODY, Set.of("desktop"), Formula.ALWAYS, Instant.MAX)),
                arguments("a condition", exemption(NOBODY, NOBODY, NOBODY, isSupervisor(), Instant.MAX)),
                arguments("a time to come", until(NOW.plusNanos(1))),
                arguments("everything", exemption(NOBODY, NOBODY, NOBODY, Formula.ALWAYS, Instant.MAX)),
                arguments("all of several", ALL_OF_IT));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void does_not_hold_where_one_thing_fails_or_is_not_known(String name, Exemption exemption) {
        Policy policy = Floor.policy(except(rule("no", PLAY, refuse("never")), exemption));

        Decision decision = Floor.decide(policy, request(PLAY));

        assertThat(decision).isInstanceOf(Decision.Deny.class);
        assertThat(decision.grounds().told().rules()).containsExactly("no");
        assertThat(decision.grounds().told().excused()).isEmpty();
    }

    static Stream<Arguments> does_not_hold_where_one_thing_fails_or_is_not_known() {
        return Stream.of(
                arguments("another group", groups("/other")),
                arguments("a group below the person's", groups("/pilot/hotel/desk")),
                arguments("another role", exemption(NOBODY, Set.of("agents"), NOBODY, Formula.ALWAYS, Instant.MAX)),
                arguments("another client", exemption(NOBODY, NOBODY, Set.of("console"), Formula.ALWAYS, Instant.MAX)),
                arguments("a condition", exemption(NOBODY, NOBODY, NOBODY, Formula.NEVER, Instant.MAX)),
                arguments("no answer", exemption(NOBODY, NOBODY, NOBODY, Floor.DARK, Instant.MAX)),
                arguments(
                        "no answer to the opposite",
                        exemption(NOBODY, NOBODY, NOBODY, new Formula.Not(Floor.DARK), Instant.MAX)),
                arguments("exactly at its end", until(NOW)),
                arguments("past its end", until(NOW.minusSeconds(1))),
                arguments(
                        "the group but not the role",
                        exemption(Set.of("/pilot"), Set.of("agents"), NOBODY, Formula.ALWAYS, Instant.MAX)));
    }

    @Test
    void needs_to_know_the_client() {
        Policy policy = Floor.policy(except(rule("no", PLAY, refuse("never")), ALL_OF_IT));
        AccessRequest request = request(PLAY);
        var unsure = new AccessRequest(
                PERSON,
                Set.of(),
                PLAY,
                Assurance.NONE,
                request.facts().with(Signal.CLIENT, new Evidence.Missing<>(Absence.SOURCE_FAILED)));

        assertThat(Floor.decide(policy, request)).isInstanceOf(Decision.Permit.class);
        assertThat(Floor.decide(policy, unsure)).isInstanceOf(Decision.Deny.class);
    }

    @Test
    void of_one_action_is_no_way_around_for_another() {
        var ofView = new Formula.Atom(new Predicate.Is(Attribute.ACTION_NAME, "view"));
        Exemption view = exemption(NOBODY, NOBODY, NOBODY, ofView, Instant.MAX);
        Policy policy = Floor.policy(except(rule("no", Set.of("view", "play"), refuse("never")), view), onlyView(view));

        assertThat(Floor.decide(policy, request(Set.of("view")))).isInstanceOf(Decision.Permit.class);
        assertThat(Floor.decide(policy, request(Set.of("play")))).isInstanceOf(Decision.Deny.class);
        Decision both = Floor.decide(policy, request(Set.of("view", "play")));
        assertThat(both).isInstanceOf(Decision.Deny.class);
        assertThat(both.grounds().told().rules()).containsExactly("no");
        assertThat(both.grounds().told().excused())
                .as("an action that the rule does not look at does not count")
                .containsExactly(new Excuse("view-only", "site move", "CISO office", Instant.MAX));
    }

    private static Rule onlyView(Exemption exemption) {
        return except(rule("view-only", Set.of("view"), refuse("never")), exemption);
    }

    @Test
    void another_for_each_action_is_enough() {
        var play = new Formula.Atom(new Predicate.Is(Attribute.ACTION_NAME, "play"));
        Policy policy = Floor.policy(except(
                rule("no", Set.of("view", "play"), refuse("never")),
                exemption(NOBODY, NOBODY, NOBODY, play, NOW.plusSeconds(1)),
                exemption(NOBODY, NOBODY, NOBODY, new Formula.Not(play), NOW.plusSeconds(2))));

        Decision decision = Floor.decide(policy, request(Set.of("view", "play")));

        assertThat(decision).isInstanceOf(Decision.Permit.class);
        assertThat(decision.grounds().told().excused())
                .extracting(Excuse::until)
                .containsExactlyInAnyOrder(NOW.plusSeconds(1), NOW.plusSeconds(2));
    }

    @Test
    void holds_for_a_request_about_a_mode_alone() {
        Policy policy = Floor.policy(except(
                Floor.everywhere("no", Set.of("supervisor"), refuse("never")),
                exemption(NOBODY, NOBODY, NOBODY, isSupervisor(), Instant.MAX)));

        assertThat(Floor.decide(policy, request(Set.of()))).isInstanceOf(Decision.Permit.class);
    }

    @Test
    void of_a_rule_that_only_reports_is_not_used() {
        Policy policy = Floor.policy(
                Floor.in(Rule.State.REPORT_ONLY, except(rule("no", PLAY, refuse("never")), groups("/pilot"))));

        Decision decision = Floor.decide(policy, request(PLAY));

        assertThat(decision.grounds().told().excused()).isEmpty();
        assertThat(decision.grounds().told().wouldBe()).containsExactly(new WouldBe("no", "deny", "never"));
    }

    private static Formula isSupervisor() {
        return new Formula.Atom(new Predicate.Is(Attribute.MODE, "supervisor"));
    }

    private static Exemption groups(String... groups) {
        return exemption(Set.of(groups), NOBODY, NOBODY, Formula.ALWAYS, Instant.MAX);
    }

    private static Exemption until(Instant until) {
        return exemption(NOBODY, NOBODY, NOBODY, Formula.ALWAYS, until);
    }

    private static Exemption exemption(
            Set<String> groups, Set<String> roles, Set<String> clients, Formula when, Instant until) {
        return new Exemption(groups, roles, clients, when, until, "site move", "CISO office");
    }

    private static AccessRequest request(Set<String> actions) {
        var client = new Observation(Map.of(Attribute.CLIENT_ID, "desktop"));
        Facts facts = Facts.none(NOW).with(Signal.CLIENT, new Evidence.Known<>(client, NOW));
        return new AccessRequest(PERSON, Set.of("supervisor"), actions, Assurance.NONE, facts);
    }
}
