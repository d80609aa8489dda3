package dev.contactcenter.authenticators.access;

import dev.contactcenter.engine.policy.Policy;
import dev.contactcenter.engine.request.Subject;
import dev.contactcenter.kit.policy.PolicyInForce;
import dev.contactcenter.kit.session.RequestedAccess;
import dev.contactcenter.kit.session.Subjects;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.ClientModel;
import org.keycloak.models.UserModel;

/**
 * The mode of a sign-in that asks for neither mode nor action: if the client could ask for modes and the person may have
 * exactly one of them, it is that one. Otherwise the sign-in is a plain one, without a mode.
 */
final class ImpliedMode {

    private static final RequestedAccess NOTHING = new RequestedAccess(Set.of(), Set.of());

    private ImpliedMode() {}

    static RequestedAccess settle(AuthenticationFlowContext context, PolicyInForce.Active active, UserModel user) {
        Subject subject = Subjects.of(context.getRealm(), user);
        Policy policy = active.policy().policy();
        ClientModel client = context.getAuthenticationSession().getClient();
        Set<String> offered = client.getClientScopes(false).keySet();
        Set<String> possible = policy.eligibleModes(subject).stream()
                .filter(mode -> offered.contains(RequestedAccess.modeScope(mode)))
                .collect(Collectors.toUnmodifiableSet());
        // A policy that only reports adds nothing to anybody's token.
        return possible.size() == 1 && active.policy().decider().isEnforcedFor(subject)
                ? new RequestedAccess(possible, Set.of())
                : NOTHING;
    }
}
