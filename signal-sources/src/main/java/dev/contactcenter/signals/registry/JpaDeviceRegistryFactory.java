package dev.contactcenter.signals.registry;

import dev.contactcenter.kit.device.DeviceRegistry;
import dev.contactcenter.kit.device.DeviceRegistryFactory;
import dev.contactcenter.signals.bounded.BoundedWork;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** The registry of this server: its cache, and the few threads that ask the database. */
public final class JpaDeviceRegistryFactory implements DeviceRegistryFactory {

    public static final String PROVIDER_ID = "contact-center-devices";

    private final DeviceCache cache = new DeviceCache(DeviceCache.SIZE);

    private @Nullable BoundedWork work;

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public DeviceRegistry create(KeycloakSession session) {
        return new JpaDeviceRegistry(session, cache, work());
    }

    /** What the source looks devices up with. */
    DeviceLookup lookup(KeycloakSession session) {
        KeycloakSessionFactory sessions = session.getKeycloakSessionFactory();
        return new DeviceLookup(
                cache,
                work(),
                (realm, device, timeout) -> KeycloakModelUtils.runJobInTransactionWithResult(
                        sessions, own -> DeviceRows.of(own).find(realm, device, timeout)));
    }

    private BoundedWork work() {
        if (work == null) {
            throw new IllegalStateException(
                    "There are threads because Keycloak calls postInit before it creates providers");
        }
        return work;
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        work = new BoundedWork("contact-center-registry");
        factory.register(event -> {
            if (event instanceof RealmModel.RealmRemovedEvent removed) {
                cache.forget(removed.getRealm().getId());
            }
        });
    }

    @Override
    public void close() {
        if (work != null) {
            work.close();
        }
    }
}
