package dev.contactcenter.mappers.claims;

import dev.contactcenter.engine.decision.Decision;
import dev.contactcenter.engine.request.AccessRequest;
import dev.contactcenter.engine.request.Assurance;
import dev.contactcenter.kit.decision.DecisionPoint;
import dev.contactcenter.kit.policy.PolicyInForce;
import dev.contactcenter.kit.session.ProvenLevels;
import dev.contactcenter.kit.session.RequestedAccess;
import dev.contactcenter.kit.session.Subjects;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.representations.IDToken;

/** The pack's claims for one token. It tells; whether the token may be had at all is decided elsewhere. */
final class ContactCenterClaims {

    private final DecisionPoint point;
    private final PolicyInForce.Active active;
    private final UserSessionModel userSession;
    private final RequestedAccess granted;

    private ContactCenterClaims(
            DecisionPoint point, PolicyInForce.Active active, UserSessionModel userSession, RequestedAccess granted) {
        this.point = point;
        this.active = active;
        this.userSession = userSession;
        this.granted = granted;
    }

    static void write(
            IDToken token, KeycloakSession session, UserSessionModel userSession, ClientSessionContext context) {
        DecisionPoint point = DecisionPoint.of(session);
        if (point.policy() instanceof PolicyInForce.Active active) {
            RequestedAccess granted = RequestedAccess.of(context.getClientScopesStream(), active);
            new ContactCenterClaims(point, active, userSession, granted).write(token);
        }
    }

    private void write(IDToken token) {
        if (!granted.isNothing()) {
            token.getOtherClaims().put("contact_center", told());
        }
        authentication()
                .ifPresent(proof -> active.levels().name(proof.getKey()).ifPresent(acr -> {
                    token.setAcr(acr);
                    token.setAuth_time(proof.getValue().getEpochSecond());
                }));
    }

    private Map<String, Object> told() {
        String revision = active.policy().policy().revision();
        return granted.modes().size() == 1
                ? Map.of("mode", granted.modes().iterator().next(), "policy", revision)
                : Map.of("policy", revision);
    }

    /**
     * The authentication that the token's actions rest on, else the latest one. Keycloak's own acr is that of the client's
     * last login and its auth_time that of any login, so that the two together would vouch for a passkey that is long past.
     */
    private Optional<Map.Entry<Integer, Instant>> authentication() {
        ProvenLevels proven = ProvenLevels.of(userSession);
        var nothingProven = new AccessRequest(
                Subjects.of(userSession.getRealm(), userSession.getUser()),
                granted.modes(),
                granted.actions(),
                Assurance.NONE);
        return !granted.actions().isEmpty() && point.weigh(nothingProven) instanceof Decision.StepUp stepUp
                ? active.levels().level(stepUp.demand().acr()).flatMap(proven::latestFrom)
                : proven.latest();
    }
}
