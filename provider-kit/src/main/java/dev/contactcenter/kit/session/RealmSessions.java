package dev.contactcenter.kit.session;

import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;

/**
 * The sessions of a realm, online and offline. An offline session has the id of the online one that it began in, goes on beside it, and
 * outlives it: who looks for one kind only, misses what the other may still do.
 */
public record RealmSessions(KeycloakSession keycloak, RealmModel realm) {

    /** The online session with this id, else the offline one. */
    public Optional<UserSessionModel> first(String id) {
        return online(id).or(() -> offline(id));
    }

    /** Both sessions with this id, the online one first. */
    public Stream<UserSessionModel> both(String id) {
        return Stream.concat(online(id).stream(), offline(id).stream());
    }

    /** All sessions of a person, the online ones first. */
    public Stream<UserSessionModel> of(UserModel person) {
        return Stream.concat(
                keycloak.sessions().getUserSessionsStream(realm, person),
                keycloak.sessions().getOfflineUserSessionsStream(realm, person));
    }

    private Optional<UserSessionModel> online(String id) {
        return Optional.ofNullable(keycloak.sessions().getUserSession(realm, id));
    }

    private Optional<UserSessionModel> offline(String id) {
        return Optional.ofNullable(keycloak.sessions().getOfflineUserSession(realm, id));
    }
}
