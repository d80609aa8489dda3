package dev.contactcenter.kit.policy;

import dev.contactcenter.kit.network.ZoneTable;
import java.util.Set;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.Provider;

/** Tells which policy is in force in a realm. Its class name is the provider type of the policy component. */
public interface PolicyProvider extends Provider {

    /** The policy in force, or why there is none; never fails. */
    PolicyInForce inForce(RealmModel realm);

    /** The zones of this policy with the blocks of addresses that the realm keeps for them; none without a policy. */
    ZoneTable zones(RealmModel realm, PolicyInForce policy);

    /** Tells the log, once for each, of actions that were asked for and that the policy in force does not know. */
    void tellUnknown(RealmModel realm, Set<String> actions);

    @Override
    default void close() {}
}
