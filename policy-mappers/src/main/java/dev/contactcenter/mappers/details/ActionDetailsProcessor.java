package dev.contactcenter.mappers.details;

import dev.contactcenter.kit.decision.DecisionPoint;
import dev.contactcenter.kit.details.ActionDetail;
import dev.contactcenter.kit.details.BoundDetails;
import dev.contactcenter.kit.policy.PolicyInForce;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.rar.AuthorizationDetailsProcessor;
import org.keycloak.protocol.oidc.rar.InvalidAuthorizationDetailsException;
import org.keycloak.representations.AuthorizationDetailsJSONRepresentation;

/**
 * Keycloak's way to details of one type. A code yields what its login was permitted, and nothing else: a token request may repeat that
 * (RFC 9396 §6), and Keycloak refuses one that repeats something else.
 */
final class ActionDetailsProcessor implements AuthorizationDetailsProcessor<AuthorizationDetailsJSONRepresentation> {

    private final KeycloakSession session;

    ActionDetailsProcessor(KeycloakSession session) {
        this.session = session;
    }

    /** Whether the realm's discovery names the type (RFC 9396 §10). */
    @Override
    public boolean isSupported() {
        return !(DecisionPoint.of(session).policy() instanceof PolicyInForce.NotGoverned);
    }

    @Override
    public String getSupportedType() {
        return ActionDetail.TYPE;
    }

    @Override
    public Class<AuthorizationDetailsJSONRepresentation> getSupportedResponseJavaType() {
        return AuthorizationDetailsJSONRepresentation.class;
    }

    /** What is in it is {@link DetailsGate}'s to judge, whose refusal has the error code of RFC 9396; Keycloak's would not. */
    @Override
    public AuthorizationDetailsJSONRepresentation validateAuthorizationDetail(
            AuthorizationDetailsJSONRepresentation detail) {
        if (!isSupported()) {
            throw new InvalidAuthorizationDetailsException("this realm does not know the type " + ActionDetail.TYPE);
        }
        return detail;
    }

    @Override
    public AuthorizationDetailsJSONRepresentation process(
            UserSessionModel userSession,
            ClientSessionContext context,
            AuthorizationDetailsJSONRepresentation requested) {
        validateAuthorizationDetail(requested);
        AuthorizationDetailsJSONRepresentation permitted = permitted(context, requested);
        if (permitted == null) {
            throw new InvalidAuthorizationDetailsException(
                    "this is not what was permitted at the authorization endpoint");
        }
        return permitted;
    }

    @Override
    public @Nullable AuthorizationDetailsJSONRepresentation processStoredAuthorizationDetails(
            UserSessionModel userSession, ClientSessionContext context, AuthorizationDetailsJSONRepresentation stored) {
        return permitted(context, stored);
    }

    private @Nullable AuthorizationDetailsJSONRepresentation permitted(
            ClientSessionContext context, AuthorizationDetailsJSONRepresentation wanted) {
        BoundDetails bound = PermittedDetails.take(session, context.getClientSession());
        bound.keep(session);
        return bound.details().stream()
                .filter(detail -> PermittedDetails.isSame(detail, wanted))
                .findFirst()
                .map(ActionDetail::told)
                .orElse(null);
    }

    @Override
    public List<AuthorizationDetailsJSONRepresentation> handleMissingAuthorizationDetails(
            UserSessionModel userSession, ClientSessionContext context) {
        return List.of();
    }

    @Override
    public void afterAuthorizationDetailsProcessed(
            UserSessionModel userSession, ClientSessionContext context, AuthorizationDetailsJSONRepresentation told) {}

    @Override
    public void close() {}
}
