package dev.contactcenter.mappers.refresh;

import dev.contactcenter.engine.decision.Decision;
import dev.contactcenter.kit.decision.DecisionPoint;
import dev.contactcenter.kit.decision.Inquiry;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is left of a token's actions when they are decided anew. What remains is permitted together, not only one by one: a
 * resource server sees one acr and one auth_time for all of them.
 *
 * @param withheld the actions that leave the token
 * @param refusal the decision that ends the refresh, if nothing is left
 */
record Remainder(Set<String> withheld, Optional<Decision> refusal) {

    static Remainder of(DecisionPoint point, Inquiry inquiry) {
        Set<String> kept = new TreeSet<>();
        Set<String> lacking = new TreeSet<>();
        Set<String> denied = new TreeSet<>();
        for (String action : new TreeSet<>(inquiry.request().actions())) {
            kept.add(action);
            switch (point.weigh(inquiry.about(kept).request())) {
                case Decision.Permit ignored -> {
                    // It stays.
                }
                case Decision.StepUp ignored -> move(action, kept, lacking);
                case Decision.Deny ignored -> move(action, kept, denied);
            }
        }
        Optional<Decision> denial = tell(point, inquiry, denied);
        Optional<Decision> stepUp = tell(point, inquiry, lacking);
        Set<String> withheld = new TreeSet<>(denied);
        withheld.addAll(lacking);
        // A step-up, if one would help: then the application knows what to do.
        return new Remainder(
                withheld,
                kept.isEmpty() ? stepUp.or(() -> denial).or(() -> modeAlone(point, inquiry)) : Optional.empty());
    }

    private static void move(String action, Set<String> from, Set<String> to) {
        from.remove(action);
        to.add(action);
    }

    /** One record for all that is withheld for one outcome. */
    private static Optional<Decision> tell(DecisionPoint point, Inquiry inquiry, Set<String> withheld) {
        return withheld.isEmpty()
                ? Optional.empty()
                : Optional.of(point.decide(inquiry.about(withheld)).decision());
    }

    /** A refresh without actions may still carry a mode that the person no longer has. */
    private static Optional<Decision> modeAlone(DecisionPoint point, Inquiry inquiry) {
        Decision decision = point.weigh(inquiry.request());
        return decision instanceof Decision.Permit
                ? Optional.empty()
                : Optional.of(point.record(inquiry, decision).decision());
    }
}
