package dev.contactcenter.authenticators.access;

import dev.contactcenter.engine.request.AccessRequest;
import dev.contactcenter.kit.policy.PolicyInForce;
import dev.contactcenter.kit.session.CurrentMode;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.util.TokenUtil;

/**
 * The mode of a sign-in that names none, where it goes without saying: the one that the application is in already if actions are asked
 * for, else the only one that is possible. Otherwise a sign-in for actions leaves it to the person, and one for nothing is a plain one
 * (ADR 0033).
 */
final class ImpliedMode {

    private ImpliedMode() {}

    static AccessRequest settle(
            AuthenticationSessionModel login, PolicyInForce policy, LoginPerson.Known person, AccessRequest asked) {
        return asked.modes().isEmpty() ? asked.in(implied(login, policy, person, asked)) : asked;
    }

    private static Set<String> implied(
            AuthenticationSessionModel login, PolicyInForce policy, LoginPerson.Known person, AccessRequest asked) {
        Optional<String> current = asked.actions().isEmpty() ? Optional.empty() : current(login, policy, person, asked);
        if (current.isPresent()) {
            return Set.of(current.get());
        }
        Set<String> possible = PossibleModes.of(policy, login.getClient(), asked);
        return possible.size() == 1 ? possible : Set.of();
    }

    /** Whether it grants what is asked for is decided later: nobody is taken into another mode for asking too much in this one. */
    private static Optional<String> current(
            AuthenticationSessionModel login, PolicyInForce policy, LoginPerson.Known person, AccessRequest asked) {
        return asksForChoice(login)
                ? Optional.empty()
                : inSession(person.continued(), login.getClient())
                        .map(CurrentMode::mode)
                        .filter(PossibleModes.of(policy, login.getClient(), asked.about(Set.of()))::contains);
    }

    private static Optional<CurrentMode> inSession(@Nullable UserSessionModel session, ClientModel client) {
        return session == null
                ? Optional.empty()
                : CurrentMode.of(session.getAuthenticatedClientSessionByClient(client.getId()));
    }

    /** The application wants the person to begin anew, or to choose (OpenID Connect Core 1.0 §3.1.2.1). */
    private static boolean asksForChoice(AuthenticationSessionModel login) {
        @Nullable String prompt = login.getClientNote(OIDCLoginProtocol.PROMPT_PARAM);
        return TokenUtil.hasPrompt(prompt, OIDCLoginProtocol.PROMPT_VALUE_LOGIN)
                || TokenUtil.hasPrompt(prompt, OIDCLoginProtocol.PROMPT_VALUE_SELECT_ACCOUNT);
    }
}
