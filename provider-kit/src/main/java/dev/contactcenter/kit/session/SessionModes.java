package dev.contactcenter.kit.session;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.representations.JsonWebToken;

/**
 * The modes that the clients of a session are in, each in its own: a person may be an agent in one application and a supervisor in
 * another. A client that never signed anybody in, but exchanged a token of another, has no mode of its own: its tokens live as long as
 * somebody in the session is in theirs.
 */
public record SessionModes(Optional<UserSessionModel> session) {

    /** Those of a session, or of the one that it is a copy of. */
    public static SessionModes of(KeycloakSession keycloak, UserSessionModel session) {
        return new SessionModes(KeptSession.of(keycloak, session));
    }

    /** The mode that a client is in; nothing if it has none of its own. */
    public Optional<CurrentMode> own(ClientModel client) {
        return session.flatMap(kept -> CurrentMode.of(kept.getAuthenticatedClientSessionByClient(client.getId())));
    }

    /**
     * What the mode of a token of a client is worth.
     *
     * @param modes those that the token carries
     */
    public ModeStanding standing(ClientModel client, Set<String> modes, JsonWebToken token) {
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
