package dev.contactcenter.endpoints;

import dev.contactcenter.endpoints.audit.SinkAdminResource;
import dev.contactcenter.endpoints.devices.DeviceAdminResource;
import dev.contactcenter.endpoints.mapping.Mappings;
import dev.contactcenter.endpoints.revocations.RevocationAdminResource;
import dev.contactcenter.endpoints.ssf.StreamAdminResource;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProvider;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProviderFactory;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** Offers the pack's part of Keycloak's Admin REST API. */
public final class ContactCenterAdminResourceFactory implements AdminRealmResourceProviderFactory {

    @Override
    public String getId() {
        return ContactCenterResourceFactory.PROVIDER_ID;
    }

    @Override
    public AdminRealmResourceProvider create(KeycloakSession session) {
        var resources = (ContactCenterResourceFactory) session.getKeycloakSessionFactory()
                .getProviderFactory(RealmResourceProvider.class, ContactCenterResourceFactory.PROVIDER_ID);
        return new Root(resources.mappings());
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}

    /** One request's. */
    private record Root(Mappings mappings) implements AdminRealmResourceProvider {

        @Override
        public Object getResource(
                KeycloakSession session,
                RealmModel realm,
                AdminPermissionEvaluator permissions,
                AdminEventBuilder event) {
            return new ContactCenterAdminResource(
                    () -> new DeviceAdminResource(session, realm, permissions, event, mappings),
                    () -> new RevocationAdminResource(session, realm, permissions, event),
                    () -> new StreamAdminResource(session, realm, permissions, event),
                    () -> new SinkAdminResource(session, realm, permissions, event));
        }

        @Override
        public void close() {}
    }
}
