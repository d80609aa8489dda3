package dev.contactcenter.mappers.claims;

import dev.contactcenter.engine.decision.Decision;
import dev.contactcenter.engine.decision.Grounds;
import dev.contactcenter.engine.decision.Obligations;
import dev.contactcenter.engine.decision.Rate;
import dev.contactcenter.engine.request.AccessRequest;
import dev.contactcenter.engine.request.Assurance;
import dev.contactcenter.kit.decision.DataTold;
import dev.contactcenter.kit.decision.DecisionPoint;
import dev.contactcenter.kit.details.BoundDetails;
import dev.contactcenter.kit.policy.PolicyInForce;
import dev.contactcenter.kit.record.Hook;
import dev.contactcenter.kit.session.ProvenLevels;
import dev.contactcenter.kit.session.RequestedAccess;
import dev.contactcenter.kit.session.SessionLimits;
import dev.contactcenter.mappers.lastline.SessionInquiry;
import dev.contactcenter.mappers.remainder.Withheld;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.representations.IDToken;

/** The pack's claims for one token. It tells; whether the token may be had at all is decided elsewhere. */
final class ContactCenterClaims {

    private final KeycloakSession session;
    private final DecisionPoint point;
    private final PolicyInForce.Active active;
    private final UserSessionModel userSession;
    private final ClientModel client;
    private final AccessRequest request;
    private final Withheld withheld;

    private ContactCenterClaims(
            KeycloakSession session,
            DecisionPoint point,
            PolicyInForce.Active active,
            UserSessionModel userSession,
            ClientModel client,
            AccessRequest request,
            Withheld withheld) {
        this.session = session;
        this.point = point;
        this.active = active;
        this.userSession = userSession;
        this.client = client;
        this.request = request;
        this.withheld = withheld;
    }

    static void write(
            Tells tells,
            IDToken token,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext context) {
        DecisionPoint point = DecisionPoint.of(session);
        if (point.policy() instanceof PolicyInForce.Active active) {
            RequestedAccess granted = RequestedAccess.of(context.getClientScopesStream(), active)
                    .and(BoundDetails.of(session).actions());
            ClientModel client = context.getClientSession().getClient();
            AccessRequest request = SessionInquiry.of(session, point, Hook.TOKEN, userSession, client, granted)
                    .request();
            // Where the policy only reports, tokens are what they would be without it.
            if (active.binds(request.subject())) {
                new ContactCenterClaims(session, point, active, userSession, client, request, Withheld.of(session))
                        .write(tells, token);
            }
        }
    }

    private void write(Tells tells, IDToken token) {
        var signals = new SignalClaims(active.policy().policy(), request.facts());
        switch (tells) {
            case ACCESS -> {
                if (!request.modes().isEmpty() || !request.actions().isEmpty()) {
                    told().forEach((member, value) -> ContactCenterClaim.tell(token, member, value));
                }
                if (!withheld.equals(Withheld.NOTHING)) {
                    ContactCenterClaim.tell(token, "withheld", withheld.told());
                }
                tellAuthentication(token);
            }
            case DEVICE -> ContactCenterClaim.tell(token, "device", signals.device());
            case ZONE -> ContactCenterClaim.tell(token, "zone", signals.zone());
        }
    }

    private void tellAuthentication(IDToken token) {
        authentication()
                .ifPresent(proof -> active.levels().name(proof.getKey()).ifPresent(acr -> {
                    token.setAcr(acr);
                    token.setAuth_time(proof.getValue().getEpochSecond());
                }));
    }

    private Map<String, Object> told() {
        Map<String, Object> told = new TreeMap<>();
        told.put("policy", active.policy().policy().revision());
        if (request.modes().size() == 1) {
            told.put("mode", request.modes().iterator().next());
        }
        if (point.weigh(request) instanceof Decision.Permit(Obligations obligations, Grounds ignored)) {
            bind(told, obligations);
            SessionLimits limits = point.limited(userSession).with(obligations).limits();
            if (!limits.equals(SessionLimits.NONE)) {
                told.put("session", SessionClaim.of(userSession, limits));
            }
        }
        return told;
    }

    /** What the application has to keep to: the token is where it learns that. */
    private static void bind(Map<String, Object> told, Obligations obligations) {
        if (!obligations.maskedFields().isEmpty()) {
            told.put("masked_fields", List.copyOf(new TreeSet<>(obligations.maskedFields())));
        }
        if (obligations.rate() instanceof Rate.PerMinute(int times)) {
            told.put("rate_limit", times);
        }
        told.putAll(DataTold.of(obligations.data()));
    }

    /**
     * The authentication that the token's actions rest on, else the latest one. Keycloak's own acr is that of the client's
     * last login and its auth_time that of any login, so that the two together would vouch for a passkey that is long past.
     */
    private Optional<Map.Entry<Integer, Instant>> authentication() {
        ProvenLevels proven = SessionInquiry.proven(session, point, userSession, client);
        AccessRequest nothingProven = request.proving(Assurance.NONE);
        return !request.actions().isEmpty() && point.weigh(nothingProven) instanceof Decision.StepUp stepUp
                ? active.levels().level(stepUp.demand().acr()).flatMap(proven::latestFrom)
                : proven.latest();
    }
}
