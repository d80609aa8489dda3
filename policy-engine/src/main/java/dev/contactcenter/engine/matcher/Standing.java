package dev.contactcenter.engine.matcher;

import dev.contactcenter.engine.condition.Answer;
import dev.contactcenter.engine.condition.Formula;
import dev.contactcenter.engine.policy.Policy;
import dev.contactcenter.engine.policy.Rule;
import dev.contactcenter.engine.request.AccessRequest;
import java.util.ArrayList;
import java.util.List;

/** Tells of a rule that applies whether it binds this request. Where that cannot be answered, it does. */
final class Standing {

    private static final Situation ANY = new Situation(null, null);

    private final Policy policy;
    private final Judge judge;
    private final Formula pilot;
    private final Formula breakGlass;

    Standing(Policy policy, Judge judge) {
        this.policy = policy;
        this.judge = judge;
        pilot = policy.head().rollout().membership();
        breakGlass = policy.breakGlass().membership();
    }

    /** Whether the policy as a whole is enforced for whoever asks. */
    boolean isInPilot(AccessRequest request) {
        return judge.judge(pilot, request, ANY) != Answer.NO;
    }

    /** Whether whoever asks is an account for emergencies; a doubt is no. */
    boolean isBreakGlass(AccessRequest request) {
        return judge.judge(breakGlass, request, ANY) == Answer.YES;
    }

    /** Whether a rule that applies binds this request. */
    boolean binds(Part part, AccessRequest request, Grant grant) {
        return part.binding() || (isMeant(part, request) && !isExcused(part, request, grant));
    }

    /** Whether a rule is enforced for whoever asks; for all others it only reports. */
    boolean isMeant(Part part, AccessRequest request) {
        return part.rule().state() == Rule.State.ENFORCED && judge.judge(part.pilot(), request, ANY) != Answer.NO;
    }

    boolean isExcused(Part part, AccessRequest request, Grant grant) {
        return !part.exemptions().isEmpty()
                && situations(part, request, grant).stream()
                        .allMatch(
                                situation -> !excuses(part, request, situation).isEmpty());
    }

    /** Indexes of the exemptions that hold, for any of the actions. */
    List<Integer> excuses(Part part, AccessRequest request, Grant grant) {
        return situations(part, request, grant).stream()
                .flatMap(situation -> excuses(part, request, situation).stream())
                .distinct()
                .toList();
    }

    private List<Integer> excuses(Part part, AccessRequest request, Situation situation) {
        List<Integer> holding = new ArrayList<>();
        for (int i = 0; i < part.exemptions().size(); i++) {
            if (judge.judge(part.exemptions().get(i), request, situation) == Answer.YES) {
                holding.add(i);
            }
        }
        return holding;
    }

    /** An exception has to hold for each action that the rule looks at: one of several is no way around for the others. */
    private List<Situation> situations(Part part, AccessRequest request, Grant grant) {
        return request.actions().isEmpty() || !part.perAction()
                ? List.of(new Situation(grant.mode(), null))
                : request.actions().stream()
                        .filter(part.rule()::looksAt)
                        .map(name ->
                                new Situation(grant.mode(), policy.actions().get(name)))
                        .toList();
    }
}
