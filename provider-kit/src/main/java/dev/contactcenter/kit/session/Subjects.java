package dev.contactcenter.kit.session;

import dev.contactcenter.engine.request.Subject;
import java.util.stream.Collectors;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleContainerModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.RoleUtils;

/** Tells what the policy may know of a Keycloak user. */
public final class Subjects {

    private Subjects() {}

    /** A person with realm roles, or the service that a service account stands for. */
    public static Subject of(RealmModel realm, UserModel user) {
        String serviceClient = user.getServiceAccountClientLink();
        if (serviceClient == null) {
            return new Subject.Person(RoleUtils.getDeepUserRoleMappings(user).stream()
                    .filter(role -> isRealmRole(role.getContainer()))
                    .map(RoleModel::getName)
                    .collect(Collectors.toUnmodifiableSet()));
        }
        ClientModel client = realm.getClientById(serviceClient);
        // A service account whose client is gone is a service that no policy names.
        return new Subject.Service(client == null ? "" : client.getClientId());
    }

    private static boolean isRealmRole(RoleContainerModel container) {
        return container instanceof RealmModel;
    }
}
