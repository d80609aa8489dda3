package dev.contactcenter.mappers.remainder;

import dev.contactcenter.engine.decision.Decision;
import dev.contactcenter.engine.policy.Action;
import dev.contactcenter.engine.policy.Response;
import dev.contactcenter.kit.decision.DecisionPoint;
import dev.contactcenter.kit.decision.Inquiry;
import dev.contactcenter.kit.decision.Ruling;
import dev.contactcenter.kit.policy.PolicyInForce;
import dev.contactcenter.kit.session.GraceNote;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;

/**
 * What is left of a token's actions when they are decided anew. What remains is permitted together, not only one by one: a
 * resource server sees one acr and one auth_time for all of them.
 *
 * @param kept the actions that may stay
 * @param withheld the others, and why
 * @param refusals what is withheld, put together by outcome; what helps the application most comes first, a step-up
 * @param graced whether what is kept rests on the grace of a live interaction
 * @param response what that means for the session: the strictest word of the rules that caused it
 */
public record Remainder(
        Set<String> kept, Map<String, Decision> withheld, List<Refused> refusals, boolean graced, Response response) {

    /**
     * What is withheld for one outcome.
     *
     * @param inquiry about these actions alone
     */
    public record Refused(Inquiry inquiry, Decision decision) {}

    public Remainder {
        kept = Set.copyOf(kept);
        refusals = List.copyOf(refusals);
    }

    /** Decides anew, without a record. Most often all is permitted together, and there is nothing to try one by one. */
    public static Remainder of(DecisionPoint point, Inquiry inquiry) {
        Decision together = point.weigh(inquiry.request());
        return isPermit(together)
                ? new Remainder(
                        inquiry.request().actions(),
                        Map.of(),
                        List.of(),
                        together.grounds().isGrace(),
                        Response.DOWNSCOPE)
                : oneByOne(point, inquiry);
    }

    private static Remainder oneByOne(DecisionPoint point, Inquiry inquiry) {
        Set<String> kept = new TreeSet<>();
        Map<String, Decision> withheld = new TreeMap<>();
        boolean graced = false;
        for (String action : new TreeSet<>(inquiry.request().actions())) {
            kept.add(action);
            Decision decision = point.weigh(inquiry.about(kept).request());
            graced |= decision.grounds().isGrace();
            if (!isPermit(decision)) {
                kept.remove(action);
                withheld.put(action, decision);
            }
        }
        List<Refused> refusals = refusals(point, inquiry, withheld);
        return new Remainder(kept, withheld, refusals, graced, response(point, refusals));
    }

    /** Nothing is left, for one reason that holds of the token as a whole. */
    public static Remainder nothing(Inquiry inquiry, Decision refusal) {
        Map<String, Decision> withheld = new TreeMap<>();
        inquiry.request().actions().forEach(action -> withheld.put(action, refusal));
        return new Remainder(Set.of(), withheld, List.of(new Refused(inquiry, refusal)), false, Response.DOWNSCOPE);
    }

    private static Response response(DecisionPoint point, List<Refused> refusals) {
        return refusals.stream()
                .map(refused -> response(point, refused))
                .max(Comparator.naturalOrder())
                .orElse(Response.DOWNSCOPE);
    }

    private static Response response(DecisionPoint point, Refused refused) {
        return switch (point.policy()) {
            case PolicyInForce.Active active ->
                active.policy().decider().respond(refused.inquiry().request(), refused.decision());
            case PolicyInForce.Unusable ignored -> Response.DOWNSCOPE;
            case PolicyInForce.NotGoverned ignored -> Response.DOWNSCOPE;
        };
    }

    private static List<Refused> refusals(DecisionPoint point, Inquiry inquiry, Map<String, Decision> withheld) {
        Set<String> lacking = new TreeSet<>();
        Set<String> denied = new TreeSet<>();
        withheld.forEach((action, decision) -> {
            switch (decision) {
                case Decision.StepUp ignored -> lacking.add(action);
                case Decision.Deny ignored -> denied.add(action);
                case Decision.Permit ignored ->
                    throw new IllegalStateException("A permit is not withheld, because it permits");
            }
        });
        List<Refused> refusals = new ArrayList<>();
        together(point, inquiry, lacking, withheld).ifPresent(refusals::add);
        together(point, inquiry, denied, withheld).ifPresent(refusals::add);
        if (inquiry.request().actions().isEmpty()) {
            modeAlone(point, inquiry).ifPresent(refusals::add);
        }
        return refusals;
    }

    /** What is withheld only beside what is kept would be permitted by itself: then the decision about one of them tells why. */
    private static Optional<Refused> together(
            DecisionPoint point, Inquiry inquiry, Set<String> actions, Map<String, Decision> withheld) {
        if (actions.isEmpty()) {
            return Optional.empty();
        }
        Refused all = refused(point, inquiry.about(actions));
        Optional<Decision> one = actions.stream()
                .flatMap(action -> Stream.ofNullable(withheld.get(action)))
                .findFirst();
        return Optional.of(one.filter(ignored -> isPermit(all.decision()))
                .map(decision -> new Refused(all.inquiry(), decision))
                .orElse(all));
    }

    /** A token without actions may still carry a mode that the person no longer has. */
    private static Optional<Refused> modeAlone(DecisionPoint point, Inquiry inquiry) {
        return Optional.of(refused(point, inquiry)).filter(alone -> !isPermit(alone.decision()));
    }

    private static Refused refused(DecisionPoint point, Inquiry inquiry) {
        return new Refused(inquiry, point.weigh(inquiry.request()));
    }

    private static boolean isPermit(Decision decision) {
        return decision instanceof Decision.Permit;
    }

    /** The decision that ends it all: if nothing is left, or if a rule will not have what is left without what it refuses. */
    public Optional<Decision> refusal() {
        return switch (response) {
            case DOWNSCOPE -> kept.isEmpty() ? first() : Optional.empty();
            case STEP_UP -> first();
            case END -> first();
        };
    }

    private Optional<Decision> first() {
        return refusals.stream().map(Refused::decision).findFirst();
    }

    /** What is withheld, and why. */
    public Withheld told() {
        return Withheld.of(withheld);
    }

    /**
     * Ends the session if a rule says so.
     *
     * @return whether it did
     */
    public boolean end(KeycloakSession keycloak, UserSessionModel session) {
        Optional<Decision> refusal = response == Response.END ? refusal() : Optional.empty();
        refusal.ifPresent(decision -> EndedByPolicy.end(keycloak, session, decision));
        return refusal.isPresent();
    }

    /**
     * Lets the session remember what a later grace depends on. Most sessions have nothing to remember.
     *
     * @param about what was asked
     */
    public void remember(DecisionPoint point, UserSessionModel session, Inquiry about) {
        if (graced) {
            GraceNote.used(point.keycloak(), session, about.request().facts(), kept);
        } else if (refusals.isEmpty()) {
            GraceNote.inOrder(point.keycloak(), session, kept);
        } else {
            GraceNote.denied(point.keycloak(), session, about.request().facts(), denied(point));
        }
    }

    /** What is not only to be proven anew. Nothing that is privileged ever has a grace. */
    private Set<String> denied(DecisionPoint point) {
        Set<String> denied = new TreeSet<>();
        withheld.forEach((action, decision) -> {
            if (decision instanceof Decision.Deny && !isPrivileged(point, action)) {
                denied.add(action);
            }
        });
        return denied;
    }

    private static boolean isPrivileged(DecisionPoint point, String name) {
        return switch (point.policy()) {
            case PolicyInForce.Active active -> {
                Action action = active.policy().policy().actions().get(name);
                yield action == null || action.privileged();
            }
            case PolicyInForce.Unusable ignored -> true;
            case PolicyInForce.NotGoverned ignored -> true;
        };
    }

    /** One record for all that is withheld for one outcome, whatever becomes of the request; in the order of the refusals. */
    public List<Ruling> record(DecisionPoint point) {
        return refusals.stream()
                .map(refused -> point.record(refused.inquiry(), refused.decision()))
                .toList();
    }
}
