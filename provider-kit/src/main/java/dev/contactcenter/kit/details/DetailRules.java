package dev.contactcenter.kit.details;

import dev.contactcenter.engine.policy.Policy;
import dev.contactcenter.engine.policy.Service;
import dev.contactcenter.kit.details.DetailCheck.Party;
import dev.contactcenter.kit.policy.PolicyInForce;
import dev.contactcenter.kit.session.RequestedAccess;
import dev.contactcenter.language.Approval;
import dev.contactcenter.language.DetailTerms;
import dev.contactcenter.language.DetailTerms.Use;
import dev.contactcenter.language.Justification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.OAuth2Constants;
import org.keycloak.models.ClientModel;

/**
 * What each detail must keep to.
 *
 * @param scope names that are asked for
 * @param beside what the scope means to the policy, defaults of the client included
 */
record DetailRules(
        Party party, ClientModel client, Set<String> scope, RequestedAccess beside, PolicyInForce.Active active) {

    private static final DetailTerms NO_TERMS = new DetailTerms(Set.of(), new Justification.NotAsked(), Use.REPEATED);

    /** The first thing that is wrong, or all of it on the policy's terms. */
    DetailCheck check(List<ActionDetail> details) {
        List<ActionDetail> accepted = new ArrayList<>();
        Justification justification = new Justification.NotAsked();
        Approval approval = new Approval.NotAsked();
        for (ActionDetail detail : details) {
            String objection = objection(detail);
            if (!objection.isEmpty()) {
                return new DetailCheck.Refused(objection);
            }
            for (DetailTerms one : terms(detail)) {
                justification = justification.and(one.justification());
                approval = approval.and(one.approval());
            }
            boolean once = terms(detail).stream().anyMatch(one -> one.use() == Use.ONCE);
            accepted.add(detail.serving(once ? Use.ONCE : Use.REPEATED));
        }
        if (party == Party.SERVICE
                && (justification instanceof Justification.Asked || approval instanceof Approval.Asked)) {
            return new DetailCheck.Refused("nobody is there to say why");
        }
        if (approval instanceof Approval.Asked && accepted.size() > 1) {
            // Whoever approves is told of one thing.
            return new DetailCheck.Refused("what somebody else has to approve is asked for alone");
        }
        return ActionDetail.servesOnce(accepted) && !isAlone(accepted)
                ? new DetailCheck.Refused(
                        "what serves once is asked for alone: no other detail, action or offline_access")
                : new DetailCheck.Accepted(accepted, justification, approval);
    }

    private boolean isAlone(List<ActionDetail> accepted) {
        return accepted.size() == 1 && beside.actions().isEmpty() && !scope.contains(OAuth2Constants.OFFLINE_ACCESS);
    }

    private List<DetailTerms> terms(ActionDetail detail) {
        return detail.actions().stream()
                .map(action -> active.policy().details().getOrDefault(action, NO_TERMS))
                .toList();
    }

    /** Empty if there is none. */
    private String objection(ActionDetail detail) {
        String ofAction = detail.actions().stream()
                .sorted()
                .map(this::objectionTo)
                .filter(objection -> !objection.isEmpty())
                .findFirst()
                .orElse("");
        if (!ofAction.isEmpty()) {
            return ofAction;
        }
        if (terms(detail).stream().anyMatch(one -> !one.fields().containsAll(detail.fields()))) {
            return "a field is not one that the policy lists for the action";
        }
        if (!isWithinOwnFields(detail)) {
            return "a field is not one that the policy lists for the service";
        }
        return detail.interaction().isEmpty() && terms(detail).stream().anyMatch(DetailTerms::isAboutOneInteraction)
                ? "the action is asked for of one interaction, and none is named"
                : "";
    }

    /** A service has fields of its own, whatever others may ask for of the same action. */
    private boolean isWithinOwnFields(ActionDetail detail) {
        return switch (party) {
            case PERSON -> true;
            case SERVICE -> {
                Service service = active.policy().policy().services().get(client.getClientId());
                yield service != null
                        && detail.actions().stream()
                                .allMatch(action -> service.fields().holds(action, detail.fields()));
            }
        };
    }

    /** Empty if there is none. */
    private String objectionTo(String action) {
        Policy policy = active.policy().policy();
        if (!policy.actions().containsKey(action)) {
            return "an action is unknown";
        }
        if (!active.policy().details().containsKey(action)) {
            return "an action cannot be asked for in authorization_details: the policy does not list it there";
        }
        if (!offered().contains(action)) {
            return "an action is not offered to this client";
        }
        if (beside.actions().contains(action)) {
            return "an action is asked for twice: in authorization_details and as a scope";
        }
        return isGrantedToSome(policy, action) ? "" : "an action is not granted to the mode or service";
    }

    private Set<String> offered() {
        return Stream.of(client.getClientScopes(true), client.getClientScopes(false))
                .map(Map::keySet)
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
    }

    private boolean isGrantedToSome(Policy policy, String action) {
        return switch (party) {
            case PERSON ->
                policy.modes().values().stream()
                        .filter(mode ->
                                beside.modes().isEmpty() || beside.modes().contains(mode.name()))
                        .anyMatch(mode -> mode.actions().contains(action));
            case SERVICE ->
                policy.services().containsKey(client.getClientId())
                        && policy.services().get(client.getClientId()).actions().contains(action);
        };
    }
}
