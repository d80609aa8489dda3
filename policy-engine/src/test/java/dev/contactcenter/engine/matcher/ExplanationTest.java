package dev.contactcenter.engine.matcher;

import static dev.contactcenter.engine.explanation.Weighed.Standing.APPLIES;
import static dev.contactcenter.engine.explanation.Weighed.Standing.DISABLED;
import static dev.contactcenter.engine.explanation.Weighed.Standing.DOES_NOT_APPLY;
import static dev.contactcenter.engine.explanation.Weighed.Standing.EXCUSED;
import static dev.contactcenter.engine.explanation.Weighed.Standing.OTHER_ACTION;
import static dev.contactcenter.engine.explanation.Weighed.Standing.OTHER_MODE;
import static dev.contactcenter.engine.explanation.Weighed.Standing.OUTSIDE_ROLLOUT;
import static dev.contactcenter.engine.explanation.Weighed.Standing.POLICY_OFF;
import static dev.contactcenter.engine.explanation.Weighed.Standing.POLICY_REPORTS;
import static dev.contactcenter.engine.explanation.Weighed.Standing.REFUSED_BEFORE;
import static dev.contactcenter.engine.explanation.Weighed.Standing.REPORT_ONLY;
import static dev.contactcenter.engine.explanation.Weighed.Standing.UNANSWERED;
import static dev.contactcenter.engine.explanation.Weighed.Standing.WAIVED;
import static dev.contactcenter.engine.matcher.Floor.everywhere;
import static dev.contactcenter.engine.matcher.Floor.in;
import static dev.contactcenter.engine.matcher.Floor.refuse;
import static dev.contactcenter.engine.matcher.Floor.require;
import static dev.contactcenter.engine.matcher.Floor.rule;
import static dev.contactcenter.engine.matcher.Floor.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.contactcenter.engine.condition.Answer;
import dev.contactcenter.engine.condition.Formula;
import dev.contactcenter.engine.condition.Predicate;
import dev.contactcenter.engine.decision.Bound;
import dev.contactcenter.engine.decision.Excuse;
import dev.contactcenter.engine.decision.Grounds;
import dev.contactcenter.engine.decision.Obligations;
import dev.contactcenter.engine.decision.WouldBe;
import dev.contactcenter.engine.explanation.Asked;
import dev.contactcenter.engine.explanation.Examined;
import dev.contactcenter.engine.explanation.Examined.Role;
import dev.contactcenter.engine.explanation.Explanation;
import dev.contactcenter.engine.explanation.Found;
import dev.contactcenter.engine.explanation.Weighed;
import dev.contactcenter.engine.policy.BreakGlass;
import dev.contactcenter.engine.policy.Effect;
import dev.contactcenter.engine.policy.Enforcement;
import dev.contactcenter.engine.policy.Exemption;
import dev.contactcenter.engine.policy.Policy;
import dev.contactcenter.engine.policy.Rollout;
import dev.contactcenter.engine.policy.Rule;
import dev.contactcenter.engine.policy.SignalCare;
import dev.contactcenter.engine.request.AccessRequest;
import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Evidence;
import dev.contactcenter.engine.request.Evidence.Absence;
import dev.contactcenter.engine.request.Observation;
import dev.contactcenter.engine.request.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An explanation")
class ExplanationTest {

    private static final int TRIES = 1500;
    private static final Set<String> PLAY = Set.of("play");
    private static final Predicate COMPLIANT = new Predicate.Is(Attribute.DEVICE_COMPLIANCE, "compliant");
    private static final Predicate MANAGED = new Predicate.Is(Attribute.DEVICE_MANAGEMENT, "managed");

    @Test
    void agrees_with_the_decision_whatever_the_policy_and_the_request() {
        for (long seed = 0; seed < TRIES; seed++) {
            var chance = new Chance(seed);
            Policy policy = new Variety(seed, chance).of(chance.policy());
            AccessRequest request = chance.request();

            Explanation explanation = Decider.of(policy).explain(request);
            Grounds.Told told = explanation.decision().grounds().told();

            String as = "seed " + seed;
            assertThat(explanation.decision()).as(as).isEqualTo(Floor.decide(policy, request));
            assertThat(explanation.modes()).as(as).isEqualTo(modes(policy, request, told));
            assertThat(ids(explanation, Weighed.Standing::isEnforced)).as(as).isEqualTo(told.rules());
            assertThat(ids(explanation, UNANSWERED::equals))
                    .as(as)
                    .isEqualTo(told.rules().isEmpty() ? Set.of() : told.undecidable());
            assertThat(ids(explanation, ExplanationTest::reports)).as(as).isEqualTo(reported(told));
            assertThat(excuses(explanation)).as(as).containsExactlyInAnyOrderElementsOf(told.excused());
        }
    }

    private static Set<String> modes(Policy policy, AccessRequest request, Grounds.Told told) {
        return policy.enforcement() == Enforcement.OFF
                ? Decider.of(policy).explain(request).modes()
                : told.modes();
    }

    private static boolean reports(Weighed.Standing standing) {
        return switch (standing) {
            case REPORT_ONLY, OUTSIDE_ROLLOUT, POLICY_REPORTS, WAIVED -> true;
            case POLICY_OFF,
                    REFUSED_BEFORE,
                    OTHER_MODE,
                    OTHER_ACTION,
                    DISABLED,
                    DOES_NOT_APPLY,
                    APPLIES,
                    UNANSWERED,
                    EXCUSED,
                    SUSPENDED -> false;
        };
    }

    private static Set<String> reported(Grounds.Told told) {
        return told.wouldBe().stream()
                .filter(would -> !would.isOfWholePolicy())
                .map(WouldBe::rule)
                .collect(Collectors.toSet());
    }

    private static List<Excuse> excuses(Explanation explanation) {
        return explanation.rules().stream()
                .flatMap(rule -> rule.excuses().stream())
                .toList();
    }

    private static Set<String> ids(Explanation explanation, java.util.function.Predicate<Weighed.Standing> which) {
        return explanation.rules().stream()
                .filter(weighed -> which.test(weighed.standing()))
                .map(weighed -> weighed.rule().id())
                .collect(Collectors.toSet());
    }

    @Test
    void tells_why_a_rule_was_not_looked_at() {
        Rule agents = everywhere("agents", Set.of("agent"), refuse("no"));
        Rule banning = rule("banning", Set.of("ban"), refuse("no"));
        Rule off = in(Rule.State.DISABLED, rule("off", PLAY, refuse("no")));

        assertThat(standings(Floor.policy(agents, banning, off), PLAY))
                .containsExactly(OTHER_MODE, OTHER_ACTION, DISABLED);
        assertThat(standings(Floor.policy(agents, banning, off), Set.of("edit")))
                .containsExactly(REFUSED_BEFORE, REFUSED_BEFORE, DISABLED);
        assertThat(standings(Floor.policy(Enforcement.OFF, agents, banning), PLAY))
                .containsExactly(POLICY_OFF, POLICY_OFF);
    }

    private static List<Weighed.Standing> standings(Policy policy, Set<String> actions) {
        return Decider.of(policy).explain(Floor.request(Floor.SUPERVISOR, actions, Map.of())).rules().stream()
                .map(Weighed::standing)
                .toList();
    }

    @Test
    void tells_every_condition_that_stands_in_the_way() {
        Formula notBoth = new Formula.Not(new Formula.Any(List.of(new Formula.Atom(COMPLIANT), atom(MANAGED))));
        Formula zone = atom(new Predicate.Is(Attribute.NETWORK_ZONE, "vpn"));
        Rule rule = when(new Formula.All(List.of(notBoth, zone)), rule("r", PLAY, refuse("no")));

        Weighed weighed = only(Floor.policy(rule), compliant());

        assertThat(weighed.standing()).isEqualTo(DOES_NOT_APPLY);
        assertThat(weighed.examined(Role.WHEN))
                .containsExactly(new Examined(
                        Role.WHEN,
                        1,
                        "play",
                        Answer.NO,
                        List.of(
                                new Asked(COMPLIANT, true, Answer.NO, true, new Found.Value("compliant")),
                                new Asked(MANAGED, true, Answer.OPEN, false, new Found.Nothing(Absence.NOT_PROVIDED)),
                                new Asked(
                                        new Predicate.Is(Attribute.NETWORK_ZONE, "vpn"),
                                        false,
                                        Answer.OPEN,
                                        false,
                                        new Found.Nothing(Absence.NOT_PROVIDED)))));
        assertThat(weighed.examined(Role.WHEN).getFirst().asked().getFirst().text())
                .isEqualTo("device.compliance != \"compliant\"");
    }

    @Test
    void tells_what_is_read_in_place_of_a_missing_signal() {
        Rule rule = when(new Formula.Not(new Formula.Atom(COMPLIANT)), rule("r", PLAY, require("phr")));
        SignalCare care = new SignalCare(Bound.none(), Map.of(2, Set.of(Absence.NOT_PROVIDED)));
        Policy caring = Floor.policy(HEAD, Map.of(Signal.DEVICE, care), new BreakGlass.None(), rule);
        AccessRequest request = Floor.request(Floor.SUPERVISOR, PLAY, Map.of());

        assertThat(only(Floor.policy(rule), request).standing()).isEqualTo(UNANSWERED);
        assertThat(only(caring, request).standing()).isEqualTo(APPLIES);
        assertThat(Decider.of(caring).explain(request).attributes())
                .isEqualTo(Map.of(
                        Attribute.DEVICE_COMPLIANCE, new Found.StandIn(Absence.NOT_PROVIDED, Attribute.UNKNOWN)));
    }

    @Test
    void tells_what_was_known_last_where_that_is_read() {
        Rule rule = when(new Formula.Not(new Formula.Atom(COMPLIANT)), rule("r", PLAY, require("phr")));
        Duration hour = Duration.ofHours(1);
        SignalCare care = new SignalCare(Bound.none(), Map.of(), Map.of(2, Map.of(Absence.SOURCE_FAILED, hour)));
        Policy caring = Floor.policy(HEAD, Map.of(Signal.DEVICE, care), new BreakGlass.None(), rule);
        var posture = new Observation(Map.of(Attribute.DEVICE_COMPLIANCE, "compliant"));
        var last = new Evidence.Known<>(posture, Floor.NOW.minus(hour));
        AccessRequest plain = Floor.request(Floor.SUPERVISOR, PLAY, Map.of());
        AccessRequest request = new AccessRequest(
                plain.subject(),
                plain.modes(),
                plain.actions(),
                plain.assurance(),
                plain.facts().with(Signal.DEVICE, new Evidence.Missing<>(Absence.SOURCE_FAILED, Optional.of(last))));

        assertThat(only(Floor.policy(rule), request).standing()).isEqualTo(UNANSWERED);
        assertThat(only(caring, request).standing()).isEqualTo(DOES_NOT_APPLY);
        assertThat(Decider.of(caring).explain(request).attributes())
                .isEqualTo(Map.of(
                        Attribute.DEVICE_COMPLIANCE,
                        new Found.LastKnown(Absence.SOURCE_FAILED, "compliant", Floor.NOW.minus(hour))));
    }

    @Test
    void tells_whether_a_signal_is_missing() {
        Predicate missing = new Predicate.IsMissing(Signal.DEVICE, Set.of(Absence.NOT_PROVIDED));
        Policy policy = Floor.policy(when(new Formula.Atom(missing), rule("r", PLAY, refuse("no"))));

        assertThat(only(policy, Floor.request(Floor.SUPERVISOR, PLAY, Map.of())).standing())
                .isEqualTo(APPLIES);
        assertThat(only(policy, compliant()).standing()).isEqualTo(DOES_NOT_APPLY);
    }

    @Test
    void tells_what_keeps_a_rule_from_being_enforced() {
        Rule plain = rule("r", PLAY, refuse("no"));
        var pilot = new Rollout.Pilot(Set.of("/pilot"), 0, "c");
        var accounts = new BreakGlass.Accounts(Set.of(), Set.of("supervisors"), List.of());
        var exempt = new Exemption(
                Set.of(), Set.of("supervisors"), Set.of(), Formula.ALWAYS, Instant.MAX, "site move", "CISO office");

        assertThat(standings(Floor.policy(in(Rule.State.REPORT_ONLY, plain)), PLAY))
                .containsExactly(REPORT_ONLY);
        assertThat(standings(Floor.policy(with(plain, pilot, List.of())), PLAY)).containsExactly(OUTSIDE_ROLLOUT);
        assertThat(standings(Floor.policy(Enforcement.REPORT_ONLY, plain), PLAY))
                .containsExactly(POLICY_REPORTS);
        assertThat(standings(Floor.policy(HEAD, Map.of(), accounts, plain), PLAY))
                .containsExactly(WAIVED);
        Weighed excused = only(
                Floor.policy(with(plain, new Rollout.Everyone(), List.of(exempt))),
                Floor.request(Floor.SUPERVISOR, PLAY, Map.of()));
        assertThat(excused.standing()).isEqualTo(EXCUSED);
        assertThat(excused.excuses()).containsExactly(new Excuse("r", "site move", "CISO office", Instant.MAX));
        assertThat(excused.examined(Role.EXCEPTION).getFirst().answer()).isEqualTo(Answer.YES);
    }

    @Test
    void examines_limits_exceptions_and_rollout_beside_the_condition() {
        Formula unknown = new Formula.Atom(new Predicate.Is(Attribute.MODE, "agent"));
        var limit = new Effect.Limit(Obligations.NONE.withTokenLifespan(Bound.atMost(Floor.FIVE_MINUTES)), unknown);
        Rule rule = with(
                rule("r", Set.of("play", "ban"), limit, refuse("no")), new Rollout.Pilot(Set.of(), 0, "c"), List.of());

        Weighed weighed = only(Floor.policy(rule), Floor.request(Floor.SUPERVISOR, Set.of("play", "ban"), Map.of()));

        assertThat(weighed.examined())
                .extracting(Examined::role, Examined::number, Examined::action, Examined::answer)
                .containsExactly(
                        tuple(Role.WHEN, 1, "ban", Answer.YES),
                        tuple(Role.LIMIT, 1, "ban", Answer.NO),
                        tuple(Role.WHEN, 1, "play", Answer.YES),
                        tuple(Role.LIMIT, 1, "play", Answer.NO),
                        tuple(Role.ROLLOUT, 1, "", Answer.NO));
    }

    private static final Policy.Head HEAD = new Policy.Head("r1", Enforcement.ENFORCED, new Rollout.Everyone());

    private static Rule with(Rule rule, Rollout rollout, List<Exemption> exemptions) {
        return new Rule(
                rule.id(), rule.state(), rule.target(), rule.modes(), rule.when(), rollout, exemptions, rule.effects());
    }

    private static Formula atom(Predicate predicate) {
        return new Formula.Atom(predicate);
    }

    private static AccessRequest compliant() {
        AccessRequest request = Floor.request(Floor.SUPERVISOR, PLAY, Map.of());
        var posture = new Observation(Map.of(Attribute.DEVICE_COMPLIANCE, "compliant"));
        return new AccessRequest(
                request.subject(),
                request.modes(),
                request.actions(),
                request.assurance(),
                request.facts().with(Signal.DEVICE, new Evidence.Known<>(posture, Floor.NOW)));
    }

    private static Weighed only(Policy policy, AccessRequest request) {
        return Decider.of(policy).explain(request).rules().getFirst();
    }
}
