package dev.contactcenter.kit.session;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.UserSessionModel.SessionPersistenceState;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.representations.JsonWebToken;

/**
 * The modes that the clients of a session are in, each in its own: a person may be an agent in one application and a supervisor in
 * another. A client that never signed anybody in, but exchanged a token of another, has no mode of its own: its tokens live as long as
 * somebody in the session is in theirs.
 */
public record SessionModes(Optional<UserSessionModel> session) {

    /**
     * What the mode of a token of a client is worth in a session, or in the one that it is a copy of. That is read beside the request,
     * whose own transaction has the copy in its place.
     *
     * @param modes those that the token carries
     */
    public static ModeStanding standing(
            KeycloakSession keycloak,
            UserSessionModel session,
            ClientModel client,
            Set<String> modes,
            JsonWebToken token) {
        if (session.getPersistenceState() != SessionPersistenceState.TRANSIENT) {
            return new SessionModes(Optional.of(session)).standing(client, modes, token);
        }
        String realmId = session.getRealm().getId();
        String id = session.getId();
        return KeycloakModelUtils.runJobInTransactionWithResult(keycloak.getKeycloakSessionFactory(), own -> {
            RealmModel realm = own.realms().getRealm(realmId);
            own.getContext().setRealm(realm);
            return new SessionModes(new RealmSessions(own, realm).first(id)).standing(client, modes, token);
        });
    }

    /** The mode that a client is in; nothing if it has none of its own. */
    private Optional<CurrentMode> own(ClientModel client) {
        return session.flatMap(kept -> CurrentMode.of(kept.getAuthenticatedClientSessionByClient(client.getId())));
    }

    private ModeStanding standing(ClientModel client, Set<String> modes, JsonWebToken token) {
        List<CurrentMode> those = own(client).map(List::of).orElseGet(this::all);
        return modes.isEmpty() || those.isEmpty() || those.stream().anyMatch(current -> current.covers(modes, token))
                ? new ModeStanding.Current()
                : new ModeStanding.Left();
    }

    private List<CurrentMode> all() {
        Stream<AuthenticatedClientSessionModel> clients =
                session.stream().flatMap(kept -> kept.getAuthenticatedClientSessions().values().stream());
        return clients.filter(Objects::nonNull)
                .flatMap(client -> CurrentMode.of(client).stream())
                .toList();
    }
}
