package dev.contactcenter.endpoints.reactions;

import dev.contactcenter.endpoints.subjects.Concerned;
import dev.contactcenter.kit.revocation.Revocations;
import dev.contactcenter.kit.revocation.SessionOnDevice;
import dev.contactcenter.kit.session.RealmSessions;
import dev.contactcenter.kit.signal.Notes;
import dev.contactcenter.kit.signal.SessionDevice;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;

/** The sessions of whom an event concerns, online and offline. */
final class SessionsConcerned {

    private final KeycloakSession session;
    private final RealmModel realm;

    SessionsConcerned(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    List<UserSessionModel> of(Concerned.Known known) {
        return candidates(known)
                .filter(one -> known.userId().isEmpty()
                        || known.userId().equals(one.getUser().getId()))
                .filter(one -> known.device().isEmpty()
                        || SessionDevice.of(new Notes.OfSession(one))
                                .filter(known.device()::equals)
                                .isPresent())
                .toList();
    }

    private Stream<UserSessionModel> candidates(Concerned.Known known) {
        if (!known.session().isEmpty()) {
            return both(known.session());
        }
        if (!known.device().isEmpty()) {
            return session.getProvider(Revocations.class).sessionsOn(realm, known.device()).stream()
                    .map(SessionOnDevice::session)
                    .flatMap(this::both);
        }
        UserModel user = session.users().getUserById(realm, known.userId());
        return new RealmSessions(session, realm).of(user);
    }

    private Stream<UserSessionModel> both(String id) {
        return new RealmSessions(session, realm).both(id).filter(one -> one.getUser() != null);
    }
}
