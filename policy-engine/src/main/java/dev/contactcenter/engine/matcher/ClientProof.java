package dev.contactcenter.engine.matcher;

import dev.contactcenter.engine.policy.Action;
import dev.contactcenter.engine.policy.Policy;
import dev.contactcenter.engine.request.AccessRequest;
import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Evidence;
import dev.contactcenter.engine.request.Observation;
import dev.contactcenter.engine.request.Signal;

/**
 * What a client has to prove itself with where no person does: a secret can be copied from wherever it was sent or stored, so that
 * privileged actions take a key that never leaves the client.
 */
public final class ClientProof {

    private static final String KEY = "key";

    private ClientProof() {}

    /** Whether a privileged action is asked for by a client of which nobody tells that it proved itself with a key of its own. */
    public static boolean isTooWeak(Policy policy, AccessRequest request) {
        return request.actions().stream().anyMatch(name -> isPrivileged(policy, name)) && !isByKey(request);
    }

    /** Whether the policy declares an action of this name, as privileged. */
    static boolean isPrivileged(Policy policy, String name) {
        Action action = policy.actions().get(name);
        return action != null && action.privileged();
    }

    private static boolean isByKey(AccessRequest request) {
        return request.facts().evidence(Signal.CLIENT) instanceof Evidence.Known<Observation> client
                && KEY.equals(client.value().value(Attribute.CLIENT_CREDENTIAL));
    }
}
