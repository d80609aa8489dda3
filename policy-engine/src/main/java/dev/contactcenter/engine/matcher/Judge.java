package dev.contactcenter.engine.matcher;

import dev.contactcenter.engine.condition.Answer;
import dev.contactcenter.engine.condition.Formula;
import dev.contactcenter.engine.condition.Predicate;
import dev.contactcenter.engine.condition.Predicates;
import dev.contactcenter.engine.condition.Questions;
import dev.contactcenter.engine.request.AccessRequest;
import dev.contactcenter.engine.request.Evidence.Absence;

/**
 * Answers a condition by walking through it: for what few rules have (exceptions, rollouts), and to explain. Where a policy lets an
 * attribute be read as unknown, that is the {@link Column}'s business; here what is missing stays open.
 */
final class Judge {

    private final Reader reader;

    Judge(Reader reader) {
        this.reader = reader;
    }

    Answer judge(Formula formula, AccessRequest request, Situation situation) {
        return formula instanceof Formula.Constant(boolean value)
                ? value ? Answer.YES : Answer.NO
                : Predicates.judged(formula, predicate -> ask(predicate, request, situation));
    }

    Answer ask(Predicate predicate, AccessRequest request, Situation situation) {
        if (predicate instanceof Predicate.IsMissing missing) {
            Object read = reader.readSignal(missing.signal(), request.facts());
            return read instanceof Absence why && missing.why().contains(why) ? Answer.YES : Answer.NO;
        }
        Answer settled = situation.answer(predicate);
        return settled == Answer.OPEN
                ? Predicates.attribute(predicate)
                        .map(attribute -> reader.read(attribute, request))
                        .map(value -> answer(predicate, value))
                        .orElse(Answer.OPEN)
                : settled;
    }

    private static Answer answer(Predicate predicate, Object value) {
        if (value instanceof Absence) {
            return Answer.OPEN;
        }
        return Questions.holds(predicate, value) ? Answer.YES : Answer.NO;
    }
}
