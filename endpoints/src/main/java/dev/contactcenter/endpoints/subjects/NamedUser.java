package dev.contactcenter.endpoints.subjects;

import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** A user as callers name one: by Keycloak's id or by the user name. */
public final class NamedUser {

    private NamedUser() {}

    /** An id comes first: somebody may have chosen another's id as a name. */
    public static Optional<UserModel> of(KeycloakSession session, RealmModel realm, String idOrName) {
        return Optional.ofNullable(session.users().getUserById(realm, idOrName))
                .or(() -> Optional.ofNullable(session.users().getUserByUsername(realm, idOrName)));
    }
}
