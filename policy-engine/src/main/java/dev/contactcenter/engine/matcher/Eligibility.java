package dev.contactcenter.engine.matcher;

import dev.contactcenter.engine.condition.Answer;
import dev.contactcenter.engine.policy.Mode;
import dev.contactcenter.engine.request.AccessRequest;
import dev.contactcenter.engine.request.Subject;

/**
 * Tells who may have a mode. Unlike a rule, which demands and therefore applies where nobody can tell, a mode grants: a condition
 * of its own that cannot be answered does not hold, also where the policy lets rules read the missing signal as unknown.
 */
record Eligibility(Judge judge) {

    boolean isGiven(Mode mode, Subject.Person person, AccessRequest request) {
        return mode.welcomes(person) && judge.judge(mode.when(), request, new Situation(mode, null)) == Answer.YES;
    }
}
