package dev.contactcenter.engine.matcher;

import static dev.contactcenter.engine.matcher.Floor.SUPERVISOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.contactcenter.engine.condition.Formula;
import dev.contactcenter.engine.condition.Predicate;
import dev.contactcenter.engine.decision.Bound;
import dev.contactcenter.engine.decision.Decision;
import dev.contactcenter.engine.decision.Obligations;
import dev.contactcenter.engine.decision.Rate;
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
import dev.contactcenter.engine.request.Evidence;
import dev.contactcenter.engine.request.Evidence.Absence;
import dev.contactcenter.engine.request.Facts;
import dev.contactcenter.engine.request.Observation;
import dev.contactcenter.engine.request.Signal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each rule of these policies asks one thing about the signal and masks a field of its own name, so that the masked fields tell
 * which rules applied. A new signal, reason of absence or attribute is tested the day it is added.
 */
@DisplayName("A signal that is missing")
class MissingSignalTest {

    private static final List<Integer> TIERS = List.of(0, 1, 2, 3);
    private static final Bound MAX_AGE = Bound.atMost(Duration.ofMinutes(15));
    private static final Duration HOURS = Duration.ofHours(8);

    @ParameterizedTest(name = "{0}, {1}, tier {2}")
    @MethodSource("each")
    void never_loosens(Signal signal, Absence why, int tier) {
        Decider decider = Decider.of(policy(signal, Map.of()));

        Set<String> missing = applied(decider, signal, absent(why), tier);

        assertThat(values(signal))
                .allSatisfy(told -> assertThat(missing).containsAll(applied(decider, signal, now(told), tier)));
        assertThat(degradedBy(decider, signal, absent(why), tier)).isEqualTo(askedOf(signal, why));
    }

    @ParameterizedTest(name = "{0}, {1}, tier {2}")
    @MethodSource("each")
    void is_no_looser_than_unknown_where_the_policy_reads_it_so(Signal signal, Absence why, int tier) {
        Decider decider = Decider.of(policy(signal, Map.of(tier, Set.of(why))));
        Map<Attribute, Object> unknown = new HashMap<>();
        attributes(signal).forEach(one -> one.readAsUnknown().ifPresent(word -> unknown.put(one, word)));

        Set<String> missing = applied(decider, signal, absent(why), tier);

        assertThat(missing)
                .contains("is-missing")
                .filteredOn(id -> !id.equals("is-missing"))
                .containsExactlyInAnyOrderElementsOf(applied(decider, signal, now(unknown), tier));
    }

    @ParameterizedTest(name = "{0}, {1}, tier {2}")
    @MethodSource("each")
    void is_read_as_unknown_for_no_other_reason_and_in_no_other_tier(Signal signal, Absence why, int tier) {
        Set<Absence> others =
                Stream.of(Absence.values()).filter(other -> other != why).collect(Collectors.toSet());
        Map<Integer, Set<Absence>> elsewhere = TIERS.stream()
                .collect(Collectors.toMap(
                        Function.identity(), other -> other == tier ? others : Set.of(Absence.values())));
        Decider plain = Decider.of(policy(signal, Map.of()));
        Decider reading = Decider.of(policy(signal, elsewhere));

        assertThat(applied(reading, signal, absent(why), tier)).isEqualTo(applied(plain, signal, absent(why), tier));
    }

    @ParameterizedTest(name = "{0}, {1}, tier {2}")
    @MethodSource("each")
    void is_read_as_it_was_known_last_only_where_the_policy_says_so_and_while_that_counts(
            Signal signal, Absence why, int tier) {
        Decider plain = Decider.of(policy(signal, Map.of()));
        boolean canCount = SignalCare.HAVING_LAST_KNOWN.contains(why);
        Decider reading = Decider.of(policy(
                signal, new SignalCare(MAX_AGE, Map.of(), canCount ? Map.of(tier, Map.of(why, HOURS)) : Map.of())));
        int otherTier = (tier + 1) % TIERS.size();

        assertThat(values(signal)).allSatisfy(told -> {
            Set<String> known = applied(plain, signal, now(told), tier);
            Set<String> open = applied(plain, signal, absent(why), tier);
            Evidence<Observation> recent = lastKnown(why, told, HOURS);
            Evidence<Observation> old = lastKnown(why, told, HOURS.plusNanos(1));

            assertThat(applied(reading, signal, recent, tier))
                    .containsAll(known)
                    .isEqualTo(canCount ? and(known, "is-missing") : open);
            assertThat(applied(reading, signal, old, tier)).isEqualTo(open);
            assertThat(applied(plain, signal, recent, tier)).isEqualTo(open);
            assertThat(applied(reading, signal, recent, otherTier))
                    .isEqualTo(applied(plain, signal, absent(why), otherTier));
            assertThat(degradedBy(reading, signal, recent, tier)).isEqualTo(askedOf(signal, why));
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"NOT_PROVIDED", "MALFORMED"})
    void that_was_never_told_or_is_forged_has_no_last_known_value(Absence why) {
        assertThatThrownBy(() -> new SignalCare(MAX_AGE, Map.of(), Map.of(0, Map.of(why, HOURS))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Only what is stale or whose source failed was known before, not [" + why + "]");
    }

    @Test
    void falls_back_on_unknown_when_what_was_known_last_is_too_old() {
        Decider decider = Decider.of(policy(
                Signal.DEVICE,
                new SignalCare(
                        MAX_AGE,
                        Map.of(1, Set.of(Absence.SOURCE_FAILED)),
                        Map.of(1, Map.of(Absence.SOURCE_FAILED, HOURS)))));
        Map<Attribute, Object> compliant = Map.of(Attribute.DEVICE_COMPLIANCE, "compliant");
        Map<Attribute, Object> unknown = new HashMap<>();
        attributes(Signal.DEVICE).forEach(one -> one.readAsUnknown().ifPresent(word -> unknown.put(one, word)));

        Decision recent = decider.decide(request(Signal.DEVICE, lastKnown(Absence.SOURCE_FAILED, compliant, HOURS), 1));
        Set<String> tooOld =
                applied(decider, Signal.DEVICE, lastKnown(Absence.SOURCE_FAILED, compliant, HOURS.plusNanos(1)), 1);

        assertThat(recent.grounds().told().lastKnown()).containsExactly(Attribute.DEVICE_COMPLIANCE);
        assertThat(recent.grounds().told().degraded()).isTrue();
        assertThat(tooOld).isEqualTo(and(applied(decider, Signal.DEVICE, now(unknown), 1), "is-missing"));
    }

    /** Of what is stale because it is too old, the same observation is what was known last. */
    private static Evidence<Observation> lastKnown(Absence why, Map<Attribute, Object> told, Duration age) {
        var known = new Evidence.Known<>(new Observation(told), Floor.NOW.minus(age));
        return why == Absence.STALE ? known : new Evidence.Missing<>(why, Optional.of(known));
    }

    private static Set<String> and(Set<String> rules, String more) {
        return Stream.concat(rules.stream(), Stream.of(more)).collect(Collectors.toSet());
    }

    static Stream<Arguments> each() {
        return Stream.of(Signal.values())
                .flatMap(signal -> Stream.of(Absence.values())
                        .flatMap(why -> TIERS.stream().map(tier -> arguments(signal, why, tier))));
    }

    /** A signal is stale either because its source says so or because it is too old: here the second. */
    private static Evidence<Observation> absent(Absence why) {
        return why == Absence.STALE
                ? new Evidence.Known<>(new Observation(Map.of()), Floor.NOW.minus(Duration.ofMinutes(16)))
                : new Evidence.Missing<>(why);
    }

    private static Evidence<Observation> now(Map<Attribute, Object> told) {
        return new Evidence.Known<>(new Observation(told), Floor.NOW);
    }

    private static Set<String> applied(Decider decider, Signal signal, Evidence<Observation> evidence, int tier) {
        return decider.decide(request(signal, evidence, tier)) instanceof Decision.Permit permit
                ? permit.obligations().maskedFields()
                : Set.of("not permitted");
    }

    private static Map<Attribute, Absence> degradedBy(
            Decider decider, Signal signal, Evidence<Observation> evidence, int tier) {
        return decider.decide(request(signal, evidence, tier)).grounds().told().missing();
    }

    /** What the request itself says is never missing, whatever a signal of that name is said to be. */
    private static Map<Attribute, Absence> askedOf(Signal signal, Absence why) {
        return attributes(signal)
                .filter(one -> one.signal() != Signal.USER && one.signal() != Signal.CLOCK)
                .filter(one -> one.signal() != Signal.MODE && one.signal() != Signal.ACTION)
                .filter(one -> one != Attribute.AUTH_ACR)
                .collect(Collectors.toMap(
                        Function.identity(), one -> one == Attribute.AUTH_AGE ? Absence.NOT_PROVIDED : why));
    }

    private static AccessRequest request(Signal signal, Evidence<Observation> evidence, int tier) {
        Facts facts = Facts.none(Floor.NOW).with(signal, evidence);
        AccessRequest plain = Floor.request(SUPERVISOR, Set.of(), Set.of("action:" + tier));
        return new AccessRequest(plain.subject(), plain.modes(), plain.actions(), plain.assurance(), facts);
    }

    private static Policy policy(Signal signal, Map<Integer, Set<Absence>> readAsUnknown) {
        return policy(signal, new SignalCare(MAX_AGE, readAsUnknown));
    }

    private static Policy policy(Signal signal, SignalCare care) {
        Map<String, Action> actions = TIERS.stream()
                .map(tier -> new Action("action:" + tier, tier, false, Set.of()))
                .collect(Collectors.toMap(Action::name, Function.identity()));
        var mode = new Mode("supervisor", Set.of("supervisors"), actions.keySet());
        List<Rule> rules = new ArrayList<>();
        questions(signal).forEach(asked -> {
            rules.add(masking("r" + rules.size(), new Formula.Atom(asked)));
            rules.add(masking("r" + rules.size(), new Formula.Not(new Formula.Atom(asked))));
        });
        rules.add(masking("is-missing", new Formula.Atom(new Predicate.IsMissing(signal, Set.of(Absence.values())))));
        return new Policy(
                new Policy.Head("r1", Enforcement.ENFORCED, new Rollout.Everyone()),
                Floor.LADDER,
                new Catalogue(actions, Map.of("supervisor", mode), Map.of()),
                Zones.NONE,
                Map.of(signal, care),
                new BreakGlass.None(),
                rules);
    }

    private static Rule masking(String id, Formula when) {
        var mask = new Obligations(
                Bound.none(), Bound.none(), Bound.none(), Bound.none(), Set.of(id), new Rate.Unlimited());
        return Floor.when(when, Floor.everywhere(id, Set.of(), new Effect.Limit(mask)));
    }

    private static Stream<Attribute> attributes(Signal signal) {
        return Stream.of(Attribute.values()).filter(one -> one.signal() == signal);
    }

    private static Stream<Predicate> questions(Signal signal) {
        return attributes(signal).flatMap(one -> samples(one).map(value -> question(one, value)));
    }

    /** Each value of each attribute, with the first one of every other; a restricted session is denied whatever rules ask. */
    private static List<Map<Attribute, Object>> values(Signal signal) {
        Map<Attribute, Object> first = new HashMap<>();
        attributes(signal)
                .forEach(one -> first.put(one, samples(one).findFirst().orElseThrow()));
        List<Map<Attribute, Object>> values = new ArrayList<>();
        attributes(signal)
                .filter(one -> one != Attribute.SESSION_RESTRICTION)
                .forEach(one -> samples(one).forEach(value -> {
                    Map<Attribute, Object> changed = new HashMap<>(first);
                    changed.put(one, value);
                    values.add(changed);
                }));
        return values;
    }

    private static Stream<Object> samples(Attribute attribute) {
        return switch (attribute.kind()) {
            case WORD ->
                attribute.vocabulary().isEmpty()
                        ? Stream.of("corporate", "unknown")
                        : attribute.vocabulary().stream().map(Object.class::cast);
            case TEXT -> Stream.of("", "x");
            case TEXTS -> Stream.of(Set.of(), Set.of("x"));
            case NUMBER -> Stream.of(0L, 3L);
            case TRUTH -> Stream.of(true, false);
            case DURATION -> Stream.of(Duration.ZERO, Duration.ofMinutes(7));
            case TIME -> Stream.of(Floor.NOW, Floor.NOW.plusSeconds(1));
        };
    }

    private static Predicate question(Attribute attribute, Object value) {
        return switch (attribute.kind()) {
            case WORD, TEXT -> new Predicate.Is(attribute, (String) value);
            case TEXTS -> new Predicate.Has(attribute, "x");
            case NUMBER -> new Predicate.NumberIs(attribute, Predicate.Order.EQUAL, (Long) value);
            case TRUTH -> new Predicate.IsTrue(attribute);
            case DURATION -> new Predicate.DurationIs(attribute, Predicate.Order.AT_MOST, (Duration) value);
            case TIME -> new Predicate.TimeIs(attribute, Predicate.Order.AT_MOST, Floor.NOW);
        };
    }
}
