package dev.contactcenter.kit.session;

import dev.contactcenter.engine.request.Subject;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.keycloak.models.GroupModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.ModelToRepresentation;
import org.keycloak.models.utils.RoleUtils;

/** Tells what the policy may know of a Keycloak user. */
public final class Subjects {

    private Subjects() {}

    /** A person with realm roles, or the service that a service account stands for. */
    public static Subject of(RealmModel realm, UserModel user) {
        String serviceClient = user.getServiceAccountClientLink();
        if (serviceClient == null) {
            return new Subject.Person(user.getId(), roles(user), groups(user));
        }
        ClientModel client = realm.getClientById(serviceClient);
        // A service account whose client is gone is a service that no policy names.
        return new Subject.Service(client == null ? "" : client.getClientId());
    }

    private static Set<String> roles(UserModel user) {
        Set<String> names = new HashSet<>();
        for (RoleModel role : RoleUtils.getDeepUserRoleMappings(user)) {
            if (!role.isClientRole()) {
                names.add(role.getName());
            }
        }
        return names;
    }

    /** Who is in a group is also in all groups above it, as Keycloak's roles of groups have it. */
    private static Set<String> groups(UserModel user) {
        return user.getGroupsStream()
                .flatMap(group -> Stream.<GroupModel>iterate(group, Objects::nonNull, GroupModel::getParent))
                .map(ModelToRepresentation::buildGroupPath)
                .collect(Collectors.toUnmodifiableSet());
    }
}
