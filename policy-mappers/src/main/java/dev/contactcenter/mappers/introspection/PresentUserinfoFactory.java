package dev.contactcenter.mappers.introspection;

import org.keycloak.models.KeycloakSession;
import org.keycloak.services.clientpolicy.ClientPolicyManager;
import org.keycloak.services.clientpolicy.DefaultClientPolicyManagerFactory;

/** Stands in for Keycloak's own manager of client policies, under the same id. */
public final class PresentUserinfoFactory extends DefaultClientPolicyManagerFactory {

    @Override
    public ClientPolicyManager create(KeycloakSession session) {
        return new PresentUserinfo(session);
    }
}
