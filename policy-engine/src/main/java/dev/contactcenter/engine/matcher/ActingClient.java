package dev.contactcenter.engine.matcher;

import dev.contactcenter.engine.decision.Reason;
import dev.contactcenter.engine.policy.Policy;
import dev.contactcenter.engine.policy.Service;
import dev.contactcenter.engine.request.AccessRequest;
import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Evidence;
import dev.contactcenter.engine.request.Observation;
import dev.contactcenter.engine.request.Signal;
import dev.contactcenter.engine.request.Subject;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is left of a grant because of the client that asks. A service is given no more than its own entry in the policy, whoever it acts
 * for, and without a key of its own nothing that is privileged.
 */
final class ActingClient {

    private final Policy policy;

    ActingClient(Policy policy) {
        this.policy = policy;
    }

    /** The grant without what the client may not have. */
    Grant narrow(Grant whole, AccessRequest request) {
        Service forPerson = serviceForPerson(request);
        Grant own = forPerson == null ? whole : within(forPerson, whole);
        return isService(forPerson, request) && ClientProof.isTooWeak(policy, request) ? everyday(own) : own;
    }

    /** Why a request is refused that asks for more than was left. */
    Reason refusal(Grant whole, AccessRequest request) {
        if (!policy.actions().keySet().containsAll(request.actions())) {
            return Reason.ACTION_UNKNOWN;
        }
        if (!whole.byAction().keySet().containsAll(request.actions())) {
            return Reason.ACTION_NOT_GRANTED;
        }
        Service forPerson = serviceForPerson(request);
        return forPerson == null || forPerson.actions().containsAll(request.actions())
                ? Reason.CLIENT_KEY_REQUIRED
                : Reason.WIDER_THAN_SERVICE;
    }

    private static boolean isService(@Nullable Service forPerson, AccessRequest request) {
        return forPerson != null || request.subject() instanceof Subject.Service;
    }

    private static Grant within(Service service, Grant whole) {
        Map<String, Index> common = new HashMap<>(whole.byAction());
        common.keySet().retainAll(service.actions());
        return new Grant(
                whole.mode(), common, whole.withoutAction(), whole.own().and(service.own()));
    }

    private Grant everyday(Grant whole) {
        Map<String, Index> everyday = new HashMap<>(whole.byAction());
        everyday.keySet().removeIf(name -> ClientProof.isPrivileged(policy, name));
        return new Grant(whole.mode(), everyday, whole.withoutAction(), whole.own());
    }

    /**
     * The service that acts for a person; null for nearly all clients, which the policy does not list. Which client asks is no evidence
     * that could be missing: Keycloak itself has authenticated it.
     */
    private @Nullable Service serviceForPerson(AccessRequest request) {
        return !policy.services().isEmpty()
                        && request.subject() instanceof Subject.Person
                        && request.facts().evidence(Signal.CLIENT) instanceof Evidence.Known<Observation> client
                        && client.value().value(Attribute.CLIENT_ID) instanceof String clientId
                ? policy.services().get(clientId)
                : null;
    }
}
