package dev.contactcenter.language.lint;

import dev.contactcenter.engine.condition.Alternatives;
import dev.contactcenter.engine.condition.Formula;
import dev.contactcenter.engine.condition.Predicate;
import dev.contactcenter.engine.condition.Predicate.ClockIs;
import dev.contactcenter.engine.condition.Predicates;
import dev.contactcenter.engine.condition.Term;
import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Signal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what in a condition excludes each other, so that it can never hold. */
final class Exclusions {

    /** Trials of a condition: more would take longer than reading the policy does. */
    private static final int MOST_TRIALS = 20_000;

    private final Reach reach;
    private final List<Map<Attribute, Object>> actions;

    Exclusions(Reach reach) {
        this.reach = reach;
        this.actions = reach.readings();
    }

    /**
     * Why a condition can never hold, if it cannot. Nothing also for one with so many alternatives that it is not looked into.
     */
    Optional<Clash> in(Formula formula) {
        if (!(Alternatives.of(formula) instanceof Alternatives.Listed(List<Term> terms))
                || terms.size() * actions.size() > MOST_TRIALS) {
            return Optional.empty();
        }
        List<Predicate> order = List.copyOf(Predicates.in(formula));
        Clash all = Clash.OF_CONSTANTS;
        for (Term term : terms) {
            Optional<Clash> clash = in(asked(term, order));
            if (clash.isEmpty()) {
                return Optional.empty();
            }
            all = all.and(clash.get());
        }
        return Optional.of(all);
    }

    private static List<Asked> asked(Term term, List<Predicate> order) {
        return order.stream()
                .flatMap(predicate -> Stream.concat(
                        term.wanted().contains(predicate) ? Stream.of(new Asked(predicate, true)) : Stream.empty(),
                        term.unwanted().contains(predicate) ? Stream.of(new Asked(predicate, false)) : Stream.empty()))
                .toList();
    }

    private Optional<Clash> in(List<Asked> term) {
        Map<Object, List<Asked>> byTopic = new LinkedHashMap<>();
        term.forEach(asked -> topic(asked)
                .ifPresent(topic ->
                        byTopic.computeIfAbsent(topic, any -> new ArrayList<>()).add(asked)));
        return byTopic.values().stream()
                .filter(together -> !isPossible(together))
                .map(together -> Clash.among(together, this::isPossible))
                .min(Comparator.comparing(clash -> !clash.isCertain()));
    }

    /** What can be judged apart from the rest: an attribute, all about the action, or what one clock shows. */
    private static Optional<Object> topic(Asked asked) {
        return switch (asked.predicate()) {
            case ClockIs clock -> Optional.of(List.of(clock.field(), clock.zone()));
            case Predicate.InCohort ignored -> Optional.empty();
            case Predicate.IsMissing ignored -> Optional.empty();
            default ->
                asked.attribute().map(attribute -> attribute.signal() == Signal.ACTION ? Signal.ACTION : attribute);
        };
    }

    private boolean isPossible(Collection<Asked> together) {
        return readings(List.copyOf(together))
                .anyMatch(reading -> together.stream().allMatch(one -> one.fits(reading)));
    }

    private Stream<Map<Attribute, Object>> readings(List<Asked> together) {
        Asked first = together.getFirst();
        Attribute attribute = first.attribute().orElseThrow();
        return attribute.signal() == Signal.ACTION
                ? actions.stream()
                : values(attribute, first, together).map(value -> Map.of(attribute, value));
    }

    private Stream<Object> values(Attribute attribute, Asked first, List<Asked> together) {
        return switch (attribute.kind()) {
            case TEXT -> Witnesses.texts(together);
            case WORD -> reach.words(attribute).map(Witnesses::words).orElseGet(() -> Witnesses.texts(together));
            case TEXTS -> Witnesses.sets(together);
            case TRUTH -> Witnesses.truths();
            case NUMBER -> Witnesses.numbers(together);
            case DURATION -> Witnesses.durations(together);
            case TIME ->
                first.predicate() instanceof ClockIs clock ? Witnesses.shown(clock) : Witnesses.moments(together);
        };
    }
}
