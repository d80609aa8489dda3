package dev.contactcenter.mappers.details;

import dev.contactcenter.kit.decision.DecisionPoint;
import dev.contactcenter.kit.details.ActionDetail;
import dev.contactcenter.kit.details.BoundDetails;
import dev.contactcenter.kit.details.DetailCheck;
import dev.contactcenter.kit.details.DetailReader;
import dev.contactcenter.kit.details.DetailReading;
import dev.contactcenter.kit.details.DetailScope;
import dev.contactcenter.kit.details.LoginDetails;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuth2Constants;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.AuthorizationDetailsJSONRepresentation;

/** What a login was permitted in detail, which one code exchange takes: two codes of one browser never yield it twice. */
final class PermittedDetails {

    private static final String TAKEN = "contact-center.details ";

    /** A code is redeemed long before. */
    private static final long SECONDS = 86_400;

    private PermittedDetails() {}

    /** Takes them; nothing if another exchange did, on whatever node. Within one request, the same each time. */
    static BoundDetails take(KeycloakSession session, AuthenticatedClientSessionModel clientSession) {
        BoundDetails taken = BoundDetails.of(session);
        if (!taken.equals(BoundDetails.NONE)) {
            return taken;
        }
        Optional<String> decision = LoginDetails.decision(clientSession);
        boolean first = decision.isPresent() && session.singleUseObjects().putIfAbsent(TAKEN + decision.get(), SECONDS);
        return first ? accepted(session, clientSession) : BoundDetails.NONE;
    }

    /** The policy may have changed since the login. */
    private static BoundDetails accepted(KeycloakSession session, AuthenticatedClientSessionModel clientSession) {
        @Nullable String parameter = clientSession.getNote(OAuth2Constants.AUTHORIZATION_DETAILS);
        if (parameter == null || !(DetailReader.read(parameter) instanceof DetailReading.Read(var details))) {
            return BoundDetails.NONE;
        }
        DetailCheck check = DetailCheck.of(
                details,
                DetailCheck.Party.PERSON,
                clientSession.getClient(),
                DetailScope.names(clientSession.getNote(OAuth2Constants.SCOPE)),
                DecisionPoint.of(session).policy());
        return switch (check) {
            case DetailCheck.Accepted accepted -> new BoundDetails(accepted.details());
            case DetailCheck.Refused ignored -> BoundDetails.NONE;
        };
    }

    /** Whether a detail is the one that Keycloak holds, which does not know on what terms it is had. */
    static boolean isSame(ActionDetail detail, AuthorizationDetailsJSONRepresentation wanted) {
        var carrying = new AccessToken();
        carrying.setAuthorizationDetails(List.of(wanted));
        return DetailReader.of(carrying).stream().allMatch(one -> one.covers(detail) && detail.covers(one));
    }
}
