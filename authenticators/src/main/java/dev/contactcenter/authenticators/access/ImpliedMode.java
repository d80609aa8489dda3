package dev.contactcenter.authenticators.access;

import dev.contactcenter.engine.policy.Policy;
import dev.contactcenter.kit.policy.PolicyInForce;
import dev.contactcenter.kit.session.RequestedAccess;
import dev.contactcenter.kit.session.Subjects;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.ClientModel;

/**
 * The mode of a sign-in that asks for neither mode nor action: if the client could ask for modes and the person may have
 * exactly one of them, it is that one. Otherwise the sign-in is a plain one, without a mode.
 */
final class ImpliedMode {

    private ImpliedMode() {}

    static RequestedAccess settle(AuthenticationFlowContext context, PolicyInForce.Active active) {
        RequestedAccess requested = LoginInquiry.requested(context, active);
        if (!requested.isNothing()) {
            return requested;
        }
        Set<String> possible = possible(context, active.policy().policy());
        return possible.size() == 1 ? new RequestedAccess(possible, Set.of()) : requested;
    }

    private static Set<String> possible(AuthenticationFlowContext context, Policy policy) {
        ClientModel client = context.getAuthenticationSession().getClient();
        Set<String> offered = client.getClientScopes(false).keySet();
        return policy.eligibleModes(Subjects.of(context.getRealm(), context.getUser())).stream()
                .filter(mode -> offered.contains(RequestedAccess.modeScope(mode)))
                .collect(Collectors.toUnmodifiableSet());
    }
}
