package dev.contactcenter.language.lint;

import dev.contactcenter.engine.condition.Answer;
import dev.contactcenter.engine.condition.Predicate;
import dev.contactcenter.engine.condition.Predicates;
import dev.contactcenter.engine.condition.Questions;
import dev.contactcenter.engine.policy.Policy;
import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Evidence.Absence;
import dev.contactcenter.engine.request.Signal;
import java.util.Optional;
import java.util.Set;

/**
 * What conditions read of a signal that is missing, for actions of one tier.
 *
 * @param why for which reasons of absence it is read as unknown
 */
record Silence(Signal signal, Set<Absence> why) {

    static Silence of(Signal signal, Policy policy, int tier) {
        return new Silence(signal, policy.care(signal).unknownFor(tier));
    }

    /** The answer to a question about it when it is read as unknown; open also where the attribute has no such reading. */
    Answer asUnknown(Predicate predicate) {
        return Predicates.attribute(predicate)
                .filter(attribute -> attribute.signal() == signal)
                .flatMap(Attribute::readAsUnknown)
                .map(value -> Questions.holds(predicate, value) ? Answer.YES : Answer.NO)
                .orElse(Answer.OPEN);
    }

    /** Whether an attribute of it can be read although nobody tells it. */
    boolean reads(Attribute attribute) {
        return why.contains(Absence.NOT_PROVIDED) && attribute.readAsUnknown().isPresent();
    }

    /** The answer when it is missing because nobody tells it. */
    Answer whenNotProvided(Predicate predicate) {
        if (predicate instanceof Predicate.IsMissing missing && missing.signal() == signal) {
            return missing.why().contains(Absence.NOT_PROVIDED) ? Answer.YES : Answer.NO;
        }
        return why.contains(Absence.NOT_PROVIDED) ? asUnknown(predicate) : Answer.OPEN;
    }

    /** The signal that a question is about. */
    static Optional<Signal> asked(Predicate predicate) {
        return predicate instanceof Predicate.IsMissing missing
                ? Optional.of(missing.signal())
                : Predicates.attribute(predicate).map(Attribute::signal);
    }
}
