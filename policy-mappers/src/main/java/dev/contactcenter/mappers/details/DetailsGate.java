package dev.contactcenter.mappers.details;

import dev.contactcenter.kit.decision.DecisionPoint;
import dev.contactcenter.kit.details.ActionDetail;
import dev.contactcenter.kit.details.BoundDetails;
import dev.contactcenter.kit.details.DetailCheck;
import dev.contactcenter.kit.details.DetailCheck.Party;
import dev.contactcenter.kit.details.DetailReader;
import dev.contactcenter.kit.details.DetailReading;
import dev.contactcenter.kit.details.DetailScope;
import dev.contactcenter.kit.policy.PolicyInForce;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuth2Constants;
import org.keycloak.events.Errors;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.endpoints.request.AuthorizationEndpointRequest;
import org.keycloak.protocol.oidc.par.clientpolicy.context.PushedAuthorizationRequestContext;
import org.keycloak.protocol.oidc.rar.AuthorizationDetailsProcessorManager;
import org.keycloak.protocol.oidc.rar.InvalidAuthorizationDetailsException;
import org.keycloak.services.clientpolicy.ClientPolicyContext;
import org.keycloak.services.clientpolicy.ClientPolicyException;
import org.keycloak.services.clientpolicy.context.AuthorizationRequestContext;
import org.keycloak.services.clientpolicy.context.ServiceAccountTokenRequestContext;
import org.keycloak.services.clientpolicy.context.TokenResponseContext;

/**
 * Refuses {@code authorization_details} that may not be asked for where they come in: at the authorization endpoint, as a pushed request
 * (RFC 9126), and from a service. Keycloak asks its client policies at each of these places, and answers with the error that they give.
 */
public final class DetailsGate {

    private static final String PARAMETER = OAuth2Constants.AUTHORIZATION_DETAILS;

    private DetailsGate() {}

    /** Looks at one request, if it is one that can ask for details. */
    public static void check(KeycloakSession session, ClientPolicyContext context) throws ClientPolicyException {
        if (context instanceof PushedAuthorizationRequestContext pushed && isGoverned(session)) {
            checkRequest(session, pushed.getClient(), pushed.getRequest(), pushed.getRequestParameters());
        } else if (context instanceof AuthorizationRequestContext asked && isGoverned(session)) {
            if (asked.isParRequest() && asked.getRequestParameters().containsKey(PARAMETER)) {
                throw refused("authorization_details stands beside the request that was pushed");
            }
            checkRequest(
                    session, asked.getClient(), asked.getAuthorizationEndpointRequest(), asked.getRequestParameters());
        } else if (context instanceof ServiceAccountTokenRequestContext service && isGoverned(session)) {
            bindService(session, service);
        } else if (context instanceof TokenResponseContext response
                && ActionDetail.servesOnce(BoundDetails.of(session).details())) {
            // What serves once is not had anew.
            response.getAccessTokenResponseBuilder().removeRefreshToken();
        }
    }

    private static boolean isGoverned(KeycloakSession session) {
        return !(DecisionPoint.of(session).policy() instanceof PolicyInForce.NotGoverned);
    }

    private static void checkRequest(
            KeycloakSession session,
            ClientModel client,
            AuthorizationEndpointRequest request,
            MultivaluedMap<String, String> sent)
            throws ClientPolicyException {
        @Nullable String kept = request.getAdditionalReqParams().get(PARAMETER);
        if (sent.containsKey(PARAMETER) && (kept == null || sent.get(PARAMETER).size() > 1)) {
            throw refused("authorization_details is empty, too long, or stands there twice");
        }
        if (kept != null) {
            accepted(session, kept, Party.PERSON, client, request.getScope());
        }
    }

    private static void bindService(KeycloakSession session, ServiceAccountTokenRequestContext service)
            throws ClientPolicyException {
        List<String> sent = service.getParams().get(PARAMETER);
        if (sent == null) {
            return;
        }
        if (sent.size() > 1) {
            throw refused("authorization_details stands there twice");
        }
        DetailCheck.Accepted accepted = accepted(
                session,
                sent.getFirst(),
                Party.SERVICE,
                service.getClientSession().getClient(),
                service.getParams().getFirst(OAuth2Constants.SCOPE));
        new BoundDetails(accepted.details()).keep(session);
    }

    private static DetailCheck.Accepted accepted(
            KeycloakSession session, String parameter, Party party, ClientModel client, @Nullable String scope)
            throws ClientPolicyException {
        return switch (DetailReader.read(parameter)) {
            case DetailReading.Refused(String why) -> throw refused(why);
            case DetailReading.OfOthers ignored -> {
                leaveToKeycloak(session, parameter);
                yield DetailCheck.Accepted.NOTHING;
            }
            case DetailReading.Read(List<ActionDetail> details) ->
                switch (DetailCheck.of(
                        details,
                        party,
                        client,
                        DetailScope.names(scope),
                        DecisionPoint.of(session).policy())) {
                    case DetailCheck.Refused(String why) -> throw refused(why);
                    case DetailCheck.Accepted accepted -> accepted;
                };
        };
    }

    /** Keycloak does not look at details when a request is pushed, and would refuse them under another name. */
    private static void leaveToKeycloak(KeycloakSession session, String parameter) throws ClientPolicyException {
        try {
            new AuthorizationDetailsProcessorManager(session).validateAuthorizationDetail(parameter);
        } catch (InvalidAuthorizationDetailsException unknown) {
            throw refused("a type of authorization_details is unknown, or what is asked for does not fit it");
        }
    }

    private static ClientPolicyException refused(String why) {
        return new ClientPolicyException(Errors.INVALID_AUTHORIZATION_DETAILS, why, Response.Status.BAD_REQUEST);
    }
}
