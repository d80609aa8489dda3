package dev.contactcenter.engine.matcher;

import dev.contactcenter.engine.condition.Answer;
import dev.contactcenter.engine.condition.Formula;
import dev.contactcenter.engine.condition.Predicate;
import dev.contactcenter.engine.condition.Predicates;
import dev.contactcenter.engine.condition.Questions;
import dev.contactcenter.engine.decision.Bound;
import dev.contactcenter.engine.policy.Action;
import dev.contactcenter.engine.policy.Policy;
import dev.contactcenter.engine.request.AccessRequest;
import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Evidence;
import dev.contactcenter.engine.request.Evidence.Absence;
import dev.contactcenter.engine.request.Observation;
import dev.contactcenter.engine.request.Signal;
import dev.contactcenter.engine.request.Subject;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Answers conditions about one action of a request in the plainest way: one predicate after the other, without index or bits.
 *
 * @param mode the name of the mode, or {@code none}
 * @param action none for a request about a mode alone
 */
record PlainReading(Policy policy, AccessRequest request, String mode, Optional<Action> action) {

    /** As rules read a request: a signal that is missing may be read as it was known last, or as unknown. */
    Answer ofRule(Formula formula) {
        return Predicates.judged(formula, predicate -> answer(predicate, true));
    }

    /** As exceptions do: what is missing has no answer. */
    Answer ofException(Formula formula) {
        return Predicates.judged(formula, predicate -> answer(predicate, false));
    }

    private Answer answer(Predicate predicate, boolean hasCare) {
        if (predicate instanceof Predicate.IsMissing(Signal signal, Set<Absence> why)) {
            return signal(signal) instanceof Absence absence && why.contains(absence) ? Answer.YES : Answer.NO;
        }
        Attribute attribute = Predicates.attribute(predicate).orElseThrow();
        Object value = value(attribute);
        if (value instanceof Absence why) {
            Optional<Object> instead =
                    hasCare ? lastKnown(attribute, why).or(() -> unknown(attribute, why)) : Optional.empty();
            if (instead.isEmpty()) {
                return Answer.OPEN;
            }
            value = instead.get();
        }
        return Questions.holds(predicate, value) ? Answer.YES : Answer.NO;
    }

    private Optional<Object> unknown(Attribute attribute, Absence why) {
        return action.map(Action::tier)
                .map(policy.care(attribute.signal()).readAsUnknown()::get)
                .filter(reasons -> reasons.contains(why))
                .flatMap(ignored -> attribute.readAsUnknown());
    }

    private Optional<Object> lastKnown(Attribute attribute, Absence why) {
        Optional<Evidence.Known<Observation>> last = switch (request.facts().evidence(attribute.signal())) {
            case Evidence.Missing<Observation> missing -> missing.lastKnown();
            case Evidence.Known<Observation> old -> Optional.of(old);
        };
        return action.map(Action::tier)
                .map(policy.care(attribute.signal()).lastKnown()::get)
                .map(byReason -> byReason.get(why))
                .flatMap(within -> last.filter(known -> age(known).compareTo(within) <= 0))
                .map(known -> known.value().values().get(attribute));
    }

    private Duration age(Evidence.Known<Observation> known) {
        return Duration.between(known.observedAt(), request.facts().now()).abs();
    }

    private Object signal(Signal signal) {
        return switch (request.facts().evidence(signal)) {
            case Evidence.Missing<Observation> missing -> missing.why();
            case Evidence.Known<Observation> known -> {
                boolean isOld = policy.care(signal).maxAge() instanceof Bound.AtMost(Duration most)
                        && age(known).compareTo(most) > 0;
                yield isOld ? Absence.STALE : known.value();
            }
        };
    }

    private Object value(Attribute attribute) {
        Map<String, Duration> proven = request.assurance().ages();
        String name = action.map(Action::name).orElse("");
        List<String> words = List.of((name + ": ").split(":", -1));
        boolean isPerson = request.subject() instanceof Subject.Person;
        return switch (attribute) {
            case USER_KIND -> isPerson ? "person" : "service";
            case USER_ID -> request.subject() instanceof Subject.Person person ? person.id() : "";
            case USER_ROLES -> request.subject() instanceof Subject.Person person ? person.roles() : Set.of();
            case USER_GROUPS -> request.subject() instanceof Subject.Person person ? person.groups() : Set.of();
            case MODE -> mode;
            case ACTION_NAME -> name;
            case ACTION_RESOURCE -> words.get(0);
            case ACTION_VERB -> words.get(1).trim();
            case ACTION_TIER -> action.map(one -> (long) one.tier()).orElse(0L);
            case ACTION_PRIVILEGED -> action.map(Action::privileged).orElse(false);
            case AUTH_ACR -> {
                List<String> levels =
                        policy.assurance().stream().filter(proven::containsKey).toList();
                yield levels.isEmpty() ? "none" : levels.getLast();
            }
            case AUTH_AGE -> proven.isEmpty() ? Absence.NOT_PROVIDED : Collections.min(proven.values());
            case NOW -> request.facts().now();
            default ->
                signal(attribute.signal()) instanceof Observation told
                        ? Optional.ofNullable(told.values().get(attribute)).orElse(Absence.NOT_PROVIDED)
                        : signal(attribute.signal());
        };
    }
}
