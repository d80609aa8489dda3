package dev.contactcenter.kit.policy;

import java.util.stream.Stream;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.RealmModel;

/** The policy components of a realm: one, if all is well. */
final class PolicyComponents {

    private PolicyComponents() {}

    static Stream<ComponentModel> of(RealmModel realm) {
        return realm.getComponentsStream(realm.getId(), PolicyProvider.class.getName());
    }
}
