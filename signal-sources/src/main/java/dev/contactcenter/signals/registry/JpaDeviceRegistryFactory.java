package dev.contactcenter.signals.registry;

import dev.contactcenter.kit.device.DeviceRegistry;
import dev.contactcenter.kit.device.DeviceRegistryFactory;
import dev.contactcenter.kit.device.RegisteredDevice;
import dev.contactcenter.signals.bounded.BoundedWork;
import dev.contactcenter.signals.bounded.PlainReads;
import dev.contactcenter.signals.changes.ChangeEntityProviderFactory;
import dev.contactcenter.signals.changes.Memory;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;

/** The registry of this server: its memory, and the few threads that ask the database. */
public final class JpaDeviceRegistryFactory implements DeviceRegistryFactory {

    public static final String PROVIDER_ID = "contact-center-devices";

    private @Nullable Memory<DeviceAddress, Optional<RegisteredDevice>> memory;
    private @Nullable BoundedWork work;
    private @Nullable ObservedDevices observed;

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public DeviceRegistry create(KeycloakSession session) {
        return new JpaDeviceRegistry(session, ready(work), ready(observed));
    }

    /** What the source looks devices up with. */
    DeviceLookup lookup(KeycloakSession session) {
        PlainReads database = PlainReads.of(session);
        return new DeviceLookup(
                ready(memory),
                ready(work),
                (realm, device, timeout) -> DeviceRows.find(database, realm, device, timeout));
    }

    private static <T> T ready(@Nullable T begun) {
        if (begun == null) {
            throw new IllegalStateException("Keycloak calls postInit before it creates providers");
        }
        return begun;
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        var beside = new BoundedWork("contact-center-registry");
        work = beside;
        ChangeEntityProviderFactory watching = ChangeEntityProviderFactory.of(factory);
        Memory<DeviceAddress, Optional<RegisteredDevice>> remembered =
                watching.changes().memory(Memory.SIZE, DeviceAddress::changed);
        memory = remembered;
        observed = new ObservedDevices(beside, (realm, devices) -> {
            JpaDeviceRegistry.inTransaction(factory, rows -> rows.store(realm, devices));
            watching.changes()
                    .stored(devices.stream()
                            .map(device -> new DeviceAddress(realm, device.id()).changed())
                            .toList());
        });
        factory.register(event -> {
            if (event instanceof RealmModel.RealmRemovedEvent removed) {
                String realm = removed.getRealm().getId();
                remembered.forgetAll(address -> address.realm().equals(realm));
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
