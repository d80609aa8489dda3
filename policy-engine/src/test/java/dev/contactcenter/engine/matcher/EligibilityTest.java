package dev.contactcenter.engine.matcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.contactcenter.engine.condition.Formula;
import dev.contactcenter.engine.condition.Predicate;
import dev.contactcenter.engine.condition.Predicate.ClockField;
import dev.contactcenter.engine.condition.Predicate.Order;
import dev.contactcenter.engine.decision.Bound;
import dev.contactcenter.engine.decision.Datasets;
import dev.contactcenter.engine.decision.Decision;
import dev.contactcenter.engine.decision.Reason;
import dev.contactcenter.engine.policy.Catalogue;
import dev.contactcenter.engine.policy.Mode;
import dev.contactcenter.engine.policy.Policy;
import dev.contactcenter.engine.policy.SignalCare;
import dev.contactcenter.engine.request.AccessRequest;
import dev.contactcenter.engine.request.Assurance;
import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Evidence;
import dev.contactcenter.engine.request.Facts;
import dev.contactcenter.engine.request.Observation;
import dev.contactcenter.engine.request.Signal;
import dev.contactcenter.engine.request.Subject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A mode for a team, by day, from the office")
class EligibilityTest {

    private static final Instant DAY = Instant.parse("2026-11-23T10:00:00Z");
    private static final Instant NIGHT = Instant.parse("2026-11-23T23:00:00Z");

    private static final Formula BY_DAY = new Formula.Not(new Formula.Atom(
            new Predicate.ClockIs(Attribute.NOW, ClockField.HOURS, ZoneId.of("UTC"), Order.AT_MOST, 7)));
    private static final Formula BEFORE_EVENING =
            new Formula.Atom(new Predicate.ClockIs(Attribute.NOW, ClockField.HOURS, ZoneId.of("UTC"), Order.BELOW, 20));
    private static final Formula IN_GERMANY = new Formula.Atom(new Predicate.Is(Attribute.LOCATION_COUNTRY, "DE"));

    private static final Mode LEAD = new Mode(
            "lead",
            Set.of("leads"),
            Set.of("/teams/billing", "/teams/returns"),
            new Formula.All(List.of(BY_DAY, BEFORE_EVENING, IN_GERMANY)),
            Set.of("play"),
            new Datasets.All());

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void is_given_where_all_holds(
            String who,
            Set<String> roles,
            Set<String> groups,
            Instant now,
            Evidence<Observation> place,
            boolean given) {
        AccessRequest request = new AccessRequest(
                new Subject.Person("u1", roles, groups),
                Set.of("lead"),
                Set.of("play"),
                Assurance.NONE,
                new Facts(now, Map.of(Signal.LOCATION, place)));
        Decider decider = Decider.of(policy(Map.of()));

        assertThat(decider.eligibleModes(request)).isEqualTo(given ? Set.of("lead") : Set.of());
        assertThat(reason(decider.decide(request))).isEqualTo(given ? "" : Reason.MODE_NOT_ELIGIBLE.code());
        // Whoever may have no mode is not given one for not naming it.
        AccessRequest unnamed =
                new AccessRequest(request.subject(), Set.of(), request.actions(), request.assurance(), request.facts());
        assertThat(reason(decider.decide(unnamed))).isEqualTo(given ? "" : Reason.MODE_NOT_ELIGIBLE.code());
    }

    static Stream<Arguments> is_given_where_all_holds() {
        Set<String> leads = Set.of("leads");
        Set<String> team = Set.of("/teams", "/teams/returns");
        return Stream.of(
                arguments("who has role, team, hour and country", leads, team, DAY, in("DE", DAY), true),
                arguments("without the role", Set.of("agents"), team, DAY, in("DE", DAY), false),
                arguments("without the team", leads, Set.of("/teams"), DAY, in("DE", DAY), false),
                arguments("at night", leads, team, NIGHT, in("DE", NIGHT), false),
                arguments("from abroad", leads, team, DAY, in("FR", DAY), false),
                arguments("from nobody knows where", leads, team, DAY, missing(), false));
    }

    /** A rule may be let read what is missing as unknown; nobody is given a mode on it. */
    @Test
    void is_not_given_on_a_stale_word() {
        Instant before = DAY.minus(Duration.ofHours(2));
        Map<Signal, SignalCare> care = Map.of(
                Signal.LOCATION,
                new SignalCare(Bound.atMost(Duration.ofHours(1)), Map.of(0, Set.of(Evidence.Absence.STALE))));
        AccessRequest request = new AccessRequest(
                new Subject.Person("u1", Set.of("leads"), Set.of("/teams/billing")),
                Set.of("lead"),
                Set.of("play"),
                Assurance.NONE,
                new Facts(DAY, Map.of(Signal.LOCATION, in("DE", before))));

        assertThat(reason(Decider.of(policy(care)).decide(request))).isEqualTo(Reason.MODE_NOT_ELIGIBLE.code());
    }

    private static String reason(Decision decision) {
        return switch (decision) {
            case Decision.Permit ignored -> "";
            case Decision.StepUp ignored -> "step-up";
            case Decision.Deny deny -> deny.reason().code();
        };
    }

    private static Evidence<Observation> in(String country, Instant at) {
        return new Evidence.Known<>(new Observation(Map.of(Attribute.LOCATION_COUNTRY, country)), at);
    }

    private static Evidence<Observation> missing() {
        return new Evidence.Missing<>(Evidence.Absence.SOURCE_FAILED);
    }

    private static Policy policy(Map<Signal, SignalCare> care) {
        Policy floor = Floor.with(Floor.policy(), care);
        return new Policy(
                floor.head(),
                floor.assurance(),
                new Catalogue(floor.actions(), Map.of("lead", LEAD), Map.of()),
                floor.zones(),
                floor.signals(),
                floor.breakGlass(),
                floor.rules());
    }
}
