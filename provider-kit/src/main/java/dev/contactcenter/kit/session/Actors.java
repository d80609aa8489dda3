package dev.contactcenter.kit.session;

import dev.contactcenter.kit.record.DecisionRecord;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;

/** Tells for the record who asks and through what. */
public final class Actors {

    private Actors() {}

    /**
     * Who asks, in the current request.
     *
     * @param userSession Keycloak's session id, or null before there is one
     */
    public static DecisionRecord.Actor of(
            KeycloakSession session, @Nullable UserModel user, @Nullable String userSession, String clientId) {
        return new DecisionRecord.Actor(
                user == null ? "" : user.getId(),
                user == null ? "" : user.getUsername(),
                userSession == null ? "" : userSession,
                clientId,
                session.getContext().getConnection().getRemoteHost());
    }

    /** Whose session it is, of which client, and where it was last seen. */
    public static DecisionRecord.Actor of(UserSessionModel session, ClientModel client, String address) {
        UserModel user = session.getUser();
        return new DecisionRecord.Actor(
                user.getId(), user.getUsername(), session.getId(), client.getClientId(), address);
    }
}
