package dev.contactcenter.endpoints;

import dev.contactcenter.endpoints.devices.DeviceAdminResource;
import jakarta.ws.rs.Path;
import java.util.function.Supplier;

/** {@code /admin/realms/{realm}/contact-center}: one area below it for each thing that is administered. */
public final class ContactCenterAdminResource {

    private final Supplier<DeviceAdminResource> devices;

    ContactCenterAdminResource(Supplier<DeviceAdminResource> devices) {
        this.devices = devices;
    }

    /** The device registry, for administrators. */
    @Path("devices")
    public DeviceAdminResource devices() {
        return devices.get();
    }
}
