package dev.contactcenter.endpoints.interactions;

import dev.contactcenter.endpoints.subjects.NamedUser;
import dev.contactcenter.kit.session.RealmSessions;
import dev.contactcenter.kit.signal.Notes;
import dev.contactcenter.kit.signal.SessionDevice;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;

/** The sessions of somebody: all of them, or those at one desk. */
final class PersonsSessions {

    private final KeycloakSession session;
    private final RealmModel realm;

    PersonsSessions(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /**
     * Their ids, without those of services; none if nobody is called so.
     *
     * @param user a user name, or Keycloak's id of the user
     * @param desk the id of the device that sessions showed; empty for wherever they are
     */
    List<String> of(String user, String desk) {
        return NamedUser.of(session, realm, user)
                .filter(person -> person.getServiceAccountClientLink() == null)
                .map(person -> all(person)
                        .filter(isAt(desk))
                        .map(UserSessionModel::getId)
                        .distinct()
                        // Two that tell of the same sessions at once lock them in one order.
                        .sorted()
                        .toList())
                .orElse(List.of());
    }

    private Stream<UserSessionModel> all(UserModel person) {
        return new RealmSessions(session, realm).of(person);
    }

    private static Predicate<UserSessionModel> isAt(String desk) {
        return one -> desk.isEmpty()
                || SessionDevice.of(new Notes.OfSession(one))
                        .filter(desk::equals)
                        .isPresent();
    }
}
