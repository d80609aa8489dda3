package dev.contactcenter.engine.matcher;

import dev.contactcenter.engine.condition.Answer;
import dev.contactcenter.engine.condition.Formula;
import dev.contactcenter.engine.condition.Predicate;
import dev.contactcenter.engine.condition.Predicates;
import dev.contactcenter.engine.condition.Questions;
import dev.contactcenter.engine.explanation.Asked;
import dev.contactcenter.engine.explanation.Examined;
import dev.contactcenter.engine.explanation.Found;
import dev.contactcenter.engine.policy.Action;
import dev.contactcenter.engine.policy.SignalCare;
import dev.contactcenter.engine.request.AccessRequest;
import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Evidence.Absence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Puts a condition to a request and keeps every answer.
 *
 * @param care how each signal is treated; of conditions other than a rule's own, what is missing always stays open
 */
record Witness(Reader reader, Function<Attribute, SignalCare> care, AccessRequest request, Situation situation) {

    Examined examine(Examined.Role role, int number, Formula formula) {
        List<Asked> asked = new ArrayList<>();
        Answer answer = answer(formula);
        collect(formula, false, true, asked);
        return new Examined(role, number, situation.actionName(), answer, asked);
    }

    private Answer answer(Formula formula) {
        return Predicates.judged(formula, predicate -> answer(predicate, found(predicate)));
    }

    /**
     * @param negated whether an odd number of negations is around the formula
     * @param decisive whether the formula gave the whole its answer: of parts, those do that have the answer of what they are parts of
     */
    private void collect(Formula formula, boolean negated, boolean decisive, List<Asked> asked) {
        switch (formula) {
            case Formula.Constant ignored -> {
                // Asks nothing.
            }
            case Formula.Atom(Predicate predicate) -> {
                Found found = found(predicate);
                Answer answer = answer(predicate, found);
                asked.add(new Asked(predicate, negated, negated ? answer.negated() : answer, decisive, found));
            }
            case Formula.Not(Formula opposite) -> collect(opposite, !negated, decisive, asked);
            case Formula.All(List<Formula> parts) -> collect(formula, parts, negated, decisive, asked);
            case Formula.Any(List<Formula> parts) -> collect(formula, parts, negated, decisive, asked);
        }
    }

    private void collect(Formula whole, List<Formula> parts, boolean negated, boolean decisive, List<Asked> asked) {
        Answer answer = answer(whole);
        parts.forEach(part -> collect(part, negated, decisive && answer(part) == answer, asked));
    }

    private static Answer answer(Predicate predicate, Found found) {
        if (predicate instanceof Predicate.IsMissing missing) {
            return found instanceof Found.Nothing(Absence why) && missing.why().contains(why) ? Answer.YES : Answer.NO;
        }
        return switch (found) {
            case Found.Nothing ignored -> Answer.OPEN;
            case Found.Value(Object value) -> Questions.holds(predicate, value) ? Answer.YES : Answer.NO;
            case Found.LastKnown last -> Questions.holds(predicate, last.value()) ? Answer.YES : Answer.NO;
            case Found.StandIn standIn -> Questions.holds(predicate, standIn.value()) ? Answer.YES : Answer.NO;
        };
    }

    private Found found(Predicate predicate) {
        if (predicate instanceof Predicate.IsMissing missing) {
            return told(reader.readSignal(missing.signal(), request.facts()));
        }
        return Predicates.attribute(predicate)
                .map(attribute -> situation
                        .value(attribute)
                        .<Found>map(Found.Value::new)
                        .orElseGet(() -> found(attribute, told(reader.read(attribute, request)))))
                .orElseThrow();
    }

    private Found found(Attribute attribute, Found told) {
        Action action = situation.action();
        return told instanceof Found.Nothing(Absence why) && action != null
                ? lastKnown(attribute, action.tier(), why)
                        .or(() -> standIn(attribute, action.tier(), why))
                        .orElse(told)
                : told;
    }

    private Optional<Found> lastKnown(Attribute attribute, int tier, Absence why) {
        Duration within = care.apply(attribute).lastKnownFor(tier).get(why);
        return Reader.lastKnown(attribute.signal(), request.facts(), within)
                .flatMap(known -> Optional.ofNullable(known.value().value(attribute))
                        .map(value -> new Found.LastKnown(why, value, known.observedAt())));
    }

    private Optional<Found> standIn(Attribute attribute, int tier, Absence why) {
        return attribute
                .readAsUnknown()
                .filter(value -> care.apply(attribute).unknownFor(tier).contains(why))
                .map(value -> new Found.StandIn(why, value));
    }

    private static Found told(Object read) {
        return read instanceof Absence why ? new Found.Nothing(why) : new Found.Value(read);
    }
}
