package dev.contactcenter.mappers.introspection;

import dev.contactcenter.engine.decision.Decision;
import dev.contactcenter.engine.decision.Reason;
import dev.contactcenter.kit.decision.DecisionPoint;
import dev.contactcenter.kit.details.BoundDetails;
import dev.contactcenter.kit.details.DetailReader;
import dev.contactcenter.kit.record.DecisionRecorder.Keep;
import dev.contactcenter.kit.record.Hook;
import dev.contactcenter.mappers.claims.ContactCenterClaim;
import dev.contactcenter.mappers.details.RefreshDetails;
import dev.contactcenter.mappers.details.SingleUse;
import dev.contactcenter.mappers.details.TokenDetails;
import dev.contactcenter.mappers.remainder.Withheld;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.AccessTokenIntrospectionProvider;
import org.keycloak.representations.AccessToken;

/**
 * Keycloak's introspection (RFC 7662) of the present: a token is worth what its session may still do (ADR 0024). Actions that are
 * withheld leave its scope; it is not active if its session is past a limit, or none of its actions is left that the asking
 * resource server serves.
 */
final class PresentIntrospection extends AccessTokenIntrospectionProvider<AccessToken> {

    private Set<String> withheld = Set.of();

    PresentIntrospection(KeycloakSession session) {
        super(session);
    }

    @Override
    public Response introspect(String token, EventBuilder event) {
        // Before Keycloak's mappers ask for the facts of the session.
        DecisionPoint.of(session).askedByAnother();
        return super.introspect(token, event);
    }

    @Override
    protected boolean introspectionChecks(String token) {
        return super.introspectionChecks(token) && goesOn() && isPermitted() && mayServe();
    }

    @Override
    public AccessToken transformAccessToken(AccessToken shown, UserSessionModel of) {
        // Keycloak's mappers run anew; what they tell is about what the token is bound to, too.
        BoundDetails bound = RefreshDetails.without(new BoundDetails(DetailReader.of(shown)), withheld);
        bound.keep(session);
        AccessToken told = super.transformAccessToken(shown, of);
        TokenDetails.write(bound, shown, told);
        return told;
    }

    /** Last of all: a token is not used up by being found to be worth nothing. */
    private boolean mayServe() {
        DecisionPoint point = DecisionPoint.of(session);
        String by = session.getContext().getClient().getClientId();
        return switch (SingleUse.use(session, token, by, point.now())) {
            case NOT_LIMITED -> true;
            case FIRST -> {
                eventBuilder.detail("contact_center_used", "true");
                PresentToken.of(session, Hook.INTROSPECTION, token, userSession, client)
                        .ifPresent(used -> used.recordUse(by));
                yield true;
            }
            case REFUSED -> {
                tellNothing();
                eventBuilder.detail(Details.REASON, Reason.SINGLE_USE_TOKEN.code());
                eventBuilder.error(Errors.ACCESS_DENIED);
                yield false;
            }
        };
    }

    private boolean goesOn() {
        boolean goesOn = IntrospectedSession.goesOn(session, userSession, client, eventBuilder);
        if (!goesOn) {
            tellNothing();
        }
        return goesOn;
    }

    private boolean isPermitted() {
        Optional<PresentToken> present = PresentToken.of(session, Hook.INTROSPECTION, token, userSession, client)
                .map(one -> one.remembered(userSession))
                .filter(one -> !one.stands());
        present.ifPresent(one -> new ToldOnce(session, token, Keep.WITH_REQUEST).record(one));
        Optional<Decision> refusal = present.flatMap(
                one -> one.refusalAt(session.getContext().getClient().getClientId()));
        present.ifPresent(one -> one.remainder().end(session, userSession));
        refusal.ifPresent(decision -> {
            tellNothing();
            eventBuilder.detail(Details.REASON, Withheld.reason(decision));
            eventBuilder.error(Errors.ACCESS_DENIED);
        });
        if (refusal.isEmpty()) {
            present.ifPresent(this::narrow);
        }
        return refusal.isEmpty();
    }

    /** Keycloak would put what it found out about the token into the answer. */
    private void tellNothing() {
        transformedToken = null;
    }

    /** The mappers run anew, so that no claim tells of an action that is withheld. */
    private void narrow(PresentToken present) {
        withheld = present.remainder().withheld().keySet();
        present.remainder().told().keep(session);
        eventBuilder.detail("contact_center_withheld", withheld);
        if (token.getScope() != null) {
            token.setScope(Stream.of(token.getScope().split(" "))
                    .filter(name -> !withheld.contains(name))
                    .collect(Collectors.joining(" ")));
        }
        transformedToken = transformAccessToken(token, userSession);
        // Also of a client that was not given the mapper which tells it in a token.
        ContactCenterClaim.tell(
                transformedToken, "withheld", present.remainder().told().told());
    }
}
