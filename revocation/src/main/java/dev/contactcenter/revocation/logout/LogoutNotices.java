package dev.contactcenter.revocation.logout;

import java.io.IOException;
import java.util.List;
import org.jboss.logging.Logger;
import org.keycloak.events.outbox.OutboxStore;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.representations.LogoutToken;
import org.keycloak.services.managers.ResourceAdminManager;
import org.keycloak.util.JsonSerialization;

/**
 * Keeps for the applications of a session the notice that it ended. Keycloak itself tells them while it ends a session, one after the
 * other: an application that hangs would hold up the end of all the others. Here the notices are rows of Keycloak's outbox in
 * the transaction that ends the session, and told after it.
 */
public final class LogoutNotices {

    /** What tells our rows from those of other users of the outbox. */
    static final String ENTRY_KIND = "contact-center-logout";

    private static final Logger LOG = Logger.getLogger(LogoutNotices.class);

    private final KeycloakSession session;

    public LogoutNotices(KeycloakSession session) {
        this.session = session;
    }

    /** Keeps a notice for each application of a session that wants to be told; the session is still there. */
    public void keep(RealmModel realm, UserSessionModel ending) {
        List.copyOf(ending.getAuthenticatedClientSessions().values()).forEach(of -> keep(realm, ending.getUser(), of));
    }

    private void keep(RealmModel realm, UserModel user, AuthenticatedClientSessionModel of) {
        ClientModel client = of.getClient();
        try {
            String url = ResourceAdminManager.getBackchannelLogoutUrl(session, client);
            if (url != null) {
                LogoutToken token = session.tokens().initLogoutToken(client, user, of);
                new OutboxStore(session)
                        .enqueuePending(
                                ENTRY_KIND,
                                realm.getId(),
                                client.getId(),
                                null,
                                token.getId(),
                                "logout",
                                JsonSerialization.writeValueAsString(token),
                                url);
            }
        } catch (IOException | IllegalStateException untold) {
            // The session ends all the same: that one application learns it at its next refresh.
            LOG.errorf("Client %s cannot be told that a session ended: %s", client.getClientId(), untold.getMessage());
        }
    }
}
