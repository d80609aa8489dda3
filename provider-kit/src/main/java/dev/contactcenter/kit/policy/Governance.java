package dev.contactcenter.kit.policy;

import org.keycloak.models.RealmModel;

/**
 * Whether a realm is governed by the pack. The mark outlives the policy: whoever deletes the policy of a governed realm
 * closes its actions instead of opening them.
 */
public final class Governance {

    private static final String GOVERNED = "contact-center.governed";

    private Governance() {}

    static void begin(RealmModel realm) {
        realm.setAttribute(GOVERNED, true);
    }

    /** Whether the pack has anything to do with the realm. */
    public static boolean of(RealmModel realm) {
        return realm.getAttribute(GOVERNED, false);
    }
}
