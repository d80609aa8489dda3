package dev.contactcenter.mappers.refresh;

import dev.contactcenter.engine.decision.Decision;
import dev.contactcenter.kit.decision.DecisionPoint;
import dev.contactcenter.kit.decision.Inquiry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is left of a token's actions when each is decided anew.
 *
 * @param withheld the actions that leave the token, sorted
 * @param refusal the decision that ends the refresh, if nothing is left
 */
record Remainder(List<String> withheld, Optional<Decision> refusal) {

    static Remainder of(DecisionPoint point, Inquiry inquiry) {
        Set<String> kept = new TreeSet<>();
        List<String> withheld = new ArrayList<>();
        List<Decision> refusals = new ArrayList<>();
        for (String action : inquiry.request().actions().stream().sorted().toList()) {
            Inquiry one = inquiry.only(action);
            Decision decision = point.weigh(one.request());
            if (decision instanceof Decision.Permit) {
                kept.add(action);
            } else {
                withheld.add(action);
                refusals.add(point.record(one, decision).decision());
            }
        }
        if (kept.isEmpty() && !refusals.isEmpty()) {
            return new Remainder(withheld, Optional.of(mostHelpful(refusals)));
        }
        Decision rest = point.decide(inquiry.about(kept)).decision();
        return new Remainder(withheld, rest instanceof Decision.Permit ? Optional.empty() : Optional.of(rest));
    }

    /** A step-up, if one would help: then the application knows what to do. */
    private static Decision mostHelpful(List<Decision> refusals) {
        return refusals.stream()
                .filter(Decision.StepUp.class::isInstance)
                .findFirst()
                .orElse(refusals.getFirst());
    }
}
