package dev.contactcenter.mappers.lastline;

import dev.contactcenter.engine.decision.Decision;
import dev.contactcenter.engine.decision.Grounds;
import dev.contactcenter.engine.decision.Reason;
import dev.contactcenter.engine.matcher.ClientProof;
import dev.contactcenter.engine.request.AccessRequest;
import dev.contactcenter.engine.request.Subject;
import dev.contactcenter.kit.decision.DecisionPoint;
import dev.contactcenter.kit.policy.PolicyInForce;
import dev.contactcenter.kit.session.RealmSessions;
import dev.contactcenter.kit.session.RequestedAccess;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuth2Constants;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.representations.AccessToken;

/**
 * The subject token of a token exchange (RFC 8693 §2.1). Keycloak grants the requester's own optional scopes whatever the
 * subject token carries; here an exchange never yields more than it was given.
 *
 * @param token without any claim if it is not a token of this realm
 */
record ExchangedToken(AccessToken token) {

    /** The subject token, if the current request is an exchange. */
    static Optional<ExchangedToken> of(KeycloakSession session) {
        MultivaluedMap<String, String> form =
                session.getContext().getHttpRequest().getDecodedFormParameters();
        if (!OAuth2Constants.TOKEN_EXCHANGE_GRANT_TYPE.equals(form.getFirst(OAuth2Constants.GRANT_TYPE))) {
            return Optional.empty();
        }
        @Nullable
        AccessToken subject = session.tokens().decode(form.getFirst(OAuth2Constants.SUBJECT_TOKEN), AccessToken.class);
        return Optional.of(new ExchangedToken(subject == null ? new AccessToken() : subject));
    }

    /** The last second of the subject token; 0 if it is not a token of this realm, or has none. */
    long expires() {
        return token.getExp() == null ? 0 : token.getExp();
    }

    private RequestedAccess had(PolicyInForce policy) {
        List<String> scopes =
                token.getScope() == null ? List.of() : List.of(token.getScope().split(" "));
        return RequestedAccess.ofNames(scopes, policy);
    }

    /** The denial of the exchange of a token whose mode the person has left. */
    Optional<Decision> left(DecisionPoint point, Subject who, RealmModel realm) {
        Optional<ClientModel> client = Optional.ofNullable(token.getIssuedFor()).map(realm::getClientByClientId);
        return client.flatMap(of -> session(point.keycloak(), realm)
                .flatMap(its -> LeftMode.denial(point, who, its, of, had(point.policy()), token)));
    }

    private Optional<UserSessionModel> session(KeycloakSession keycloak, RealmModel realm) {
        return Optional.ofNullable(token.getSessionId()).flatMap(new RealmSessions(keycloak, realm)::first);
    }

    /** The denial of an exchange that yields more than it was given, or more than the requester's proof of itself is good for. */
    Optional<Decision> refusal(RequestedAccess granted, DecisionPoint point, AccessRequest request) {
        return widening(granted, point, request.subject()).or(() -> lackingKey(point, request));
    }

    /** A secret that was copied, with a token that was stolen, must not open what is privileged. */
    private static Optional<Decision> lackingKey(DecisionPoint point, AccessRequest request) {
        return switch (point.policy()) {
            case PolicyInForce.Active active ->
                active.binds(request.subject())
                                && ClientProof.isTooWeak(active.policy().policy(), request)
                        ? Optional.of(new Decision.Deny(
                                Reason.CLIENT_KEY_REQUIRED, Grounds.none(point.revision(), request.modes())))
                        : Optional.empty();
            case PolicyInForce.Unusable ignored -> Optional.empty();
            case PolicyInForce.NotGoverned ignored -> Optional.empty();
        };
    }

    /** The denial of an exchange that would yield a mode or an action that the subject token does not carry. */
    private Optional<Decision> widening(RequestedAccess granted, DecisionPoint point, Subject who) {
        RequestedAccess had = had(point.policy());
        boolean within = !point.policy().binds(who)
                || (had.actions().containsAll(granted.actions()) && had.modes().containsAll(granted.modes()));
        return within
                ? Optional.empty()
                : Optional.of(new Decision.Deny(
                        Reason.EXCHANGE_WIDER_THAN_SUBJECT, Grounds.none(point.revision(), granted.modes())));
    }
}
