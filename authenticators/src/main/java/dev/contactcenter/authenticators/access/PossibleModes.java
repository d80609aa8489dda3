package dev.contactcenter.authenticators.access;

import dev.contactcenter.engine.policy.Mode;
import dev.contactcenter.engine.policy.Policy;
import dev.contactcenter.engine.request.AccessRequest;
import dev.contactcenter.kit.policy.PolicyInForce;
import dev.contactcenter.kit.session.RequestedAccess;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.keycloak.models.ClientModel;

/**
 * The modes that a login may be for: those that the client can ask for, the person may have now, and that grant all that is asked for.
 */
public final class PossibleModes {

    private PossibleModes() {}

    /**
     * Their names, in order.
     *
     * @param request with what is asked for besides the mode
     */
    public static Set<String> of(PolicyInForce policy, ClientModel client, AccessRequest request) {
        return switch (policy) {
            // A policy that only reports adds nothing to anybody's token.
            case PolicyInForce.Active active ->
                active.binds(request.subject()) ? of(active, client, request) : Set.of();
            case PolicyInForce.Unusable ignored -> Set.of();
            case PolicyInForce.NotGoverned ignored -> Set.of();
        };
    }

    private static Set<String> of(PolicyInForce.Active active, ClientModel client, AccessRequest request) {
        Policy policy = active.policy().policy();
        Set<String> offered = client.getClientScopes(false).keySet();
        Set<String> eligible = active.policy().decider().eligibleModes(request);
        return policy.modes().values().stream()
                .filter(mode -> eligible.contains(mode.name()))
                .filter(mode -> offered.contains(RequestedAccess.modeScope(mode.name())))
                .filter(mode -> mode.actions().containsAll(request.actions()))
                .map(Mode::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
