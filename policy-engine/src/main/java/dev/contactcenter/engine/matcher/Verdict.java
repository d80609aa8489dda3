package dev.contactcenter.engine.matcher;

import dev.contactcenter.engine.decision.Bound;
import dev.contactcenter.engine.decision.Decision;
import dev.contactcenter.engine.decision.Demand;
import dev.contactcenter.engine.decision.Grounds;
import dev.contactcenter.engine.decision.Obligations;
import dev.contactcenter.engine.decision.Reason;
import dev.contactcenter.engine.matcher.Part.Demands;
import dev.contactcenter.engine.request.AccessRequest;
import dev.contactcenter.engine.request.Assurance;
import dev.contactcenter.engine.request.Subject;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Combines demands, strictest wins: any refusal; else the highest acr with the shortest age; and the shortest of each lifetime. The
 * combination is commutative and adding to it never loosens, so the order of rules never matters.
 */
final class Verdict {

    private final List<String> ladder;
    private @Nullable Reason refusal;
    private int level = -1;
    private @Nullable BitSet weighed;
    private @Nullable Demand demand;
    private Obligations obligations;
    private boolean suspended;

    Verdict(List<String> ladder, Obligations own) {
        this.ladder = ladder;
        obligations = own;
    }

    /** Whether a part has not been weighed yet. Those that bind everybody cost nothing to weigh again. */
    boolean isNew(Part part) {
        if (part.binding()) {
            return true;
        }
        if (weighed == null) {
            weighed = new BitSet();
        }
        boolean isNew = !weighed.get(part.number());
        weighed.set(part.number());
        return isNew;
    }

    /** From here on only limits count. */
    void suspend() {
        suspended = true;
    }

    void add(Demands demands) {
        if (!suspended) {
            demand(demands);
        }
        if (demands.limits()) {
            obligations = obligations.and(demands.obligations());
        }
    }

    private void demand(Demands demands) {
        Reason other = demands.refusal();
        if (other != null && (refusal == null || other.code().compareTo(refusal.code()) < 0)) {
            refusal = other;
        }
        Demand more = demands.demand();
        if (more != null) {
            demand = demand == null ? more : stricter(demand, more, demands.level() > level);
            level = Math.max(level, demands.level());
        }
    }

    /** One of the two where it is stricter in both respects, so that few decisions need a new one. */
    private static Demand stricter(Demand one, Demand other, boolean otherIsHigher) {
        Demand higher = otherIsHigher ? other : one;
        Bound maxAge = one.maxAge().tighter(other.maxAge());
        return higher.maxAge().equals(maxAge) ? higher : new Demand(higher.acr(), maxAge);
    }

    Decision on(AccessRequest request, Grounds grounds) {
        if (refusal != null) {
            return new Decision.Deny(refusal, grounds);
        }
        if (demand == null) {
            return new Decision.Permit(obligations, grounds);
        }
        if (request.subject() instanceof Subject.Service) {
            return new Decision.Deny(Reason.ASSURANCE_UNREACHABLE, grounds);
        }
        Duration age = age(request.assurance());
        return age != null && demand.maxAge().allows(age)
                ? new Decision.Permit(obligations.withFreshFor(remaining(demand.maxAge(), age)), grounds)
                : new Decision.StepUp(demand, obligations, grounds);
    }

    /** The age of the youngest proof of the level or a higher one. */
    private @Nullable Duration age(Assurance assurance) {
        Duration youngest = null;
        for (int i = level; i < ladder.size(); i++) {
            Duration age = assurance.ages().get(ladder.get(i));
            if (age != null && (youngest == null || age.compareTo(youngest) < 0)) {
                youngest = age;
            }
        }
        return youngest != null && youngest.isNegative() ? Duration.ZERO : youngest;
    }

    private static Bound remaining(Bound maxAge, Duration age) {
        return switch (maxAge) {
            case Bound.Unbounded none -> none;
            case Bound.AtMost limit -> Bound.atMost(limit.duration().minus(age));
        };
    }
}
