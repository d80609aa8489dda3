package dev.contactcenter.endpoints;

import dev.contactcenter.endpoints.audit.SinkAdminResource;
import dev.contactcenter.endpoints.devices.DeviceAdminResource;
import dev.contactcenter.endpoints.revocations.RevocationAdminResource;
import dev.contactcenter.endpoints.ssf.StreamAdminResource;
import jakarta.ws.rs.Path;
import java.util.function.Supplier;

/** {@code /admin/realms/{realm}/contact-center}: one area below it for each thing that is administered. */
public final class ContactCenterAdminResource {

    private final Supplier<DeviceAdminResource> devices;
    private final Supplier<RevocationAdminResource> revocations;
    private final Supplier<StreamAdminResource> streams;
    private final Supplier<SinkAdminResource> audit;

    ContactCenterAdminResource(
            Supplier<DeviceAdminResource> devices,
            Supplier<RevocationAdminResource> revocations,
            Supplier<StreamAdminResource> streams,
            Supplier<SinkAdminResource> audit) {
        this.devices = devices;
        this.revocations = revocations;
        this.streams = streams;
        this.audit = audit;
    }

    /** The device registry, for administrators. */
    @Path("devices")
    public DeviceAdminResource devices() {
        return devices.get();
    }

    /** Where administrators stop sessions, tokens and passkeys. */
    @Path("revocations")
    public RevocationAdminResource revocations() {
        return revocations.get();
    }

    /** The streams of security events. */
    @Path("streams")
    public StreamAdminResource streams() {
        return streams.get();
    }

    /** The sinks of records, and their chain. */
    @Path("audit")
    public SinkAdminResource audit() {
        return audit.get();
    }
}
