package dev.contactcenter.kit.policy;

import org.keycloak.models.RealmModel;
import org.keycloak.provider.Provider;

/** Tells which policy is in force in a realm. Its class name is the provider type of the policy component. */
public interface PolicyProvider extends Provider {

    /** The policy in force, or why there is none; never fails. */
    PolicyInForce inForce(RealmModel realm);

    @Override
    default void close() {}
}
