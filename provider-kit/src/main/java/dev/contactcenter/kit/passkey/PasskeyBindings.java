package dev.contactcenter.kit.passkey;

import java.util.Collection;
import java.util.Set;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.Provider;

/** Tells which passkeys do not leave the device that they were made on. */
public interface PasskeyBindings extends Provider {

    /**
     * Those of some passkeys that are known to be device-bound (flag BE not set, WebAuthn L3 §6.1.3).
     *
     * @param credentialIds Keycloak's ids of credentials, also of other realms, which are never among the answer
     */
    Set<String> deviceBound(RealmModel realm, Collection<String> credentialIds);

    @Override
    default void close() {}
}
