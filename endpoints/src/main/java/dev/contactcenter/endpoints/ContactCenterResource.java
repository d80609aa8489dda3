package dev.contactcenter.endpoints;

import dev.contactcenter.endpoints.devices.DeviceFeedResource;
import dev.contactcenter.endpoints.mapping.Mappings;
import dev.contactcenter.endpoints.signals.SignalsResource;
import dev.contactcenter.endpoints.ssf.SsfResource;
import jakarta.ws.rs.Path;
import org.keycloak.models.KeycloakSession;

/** {@code /realms/{realm}/contact-center}: one area below it for each kind of system that calls. */
public final class ContactCenterResource {

    private final KeycloakSession session;
    private final Mappings mappings;

    ContactCenterResource(KeycloakSession session, Mappings mappings) {
        this.session = session;
        this.mappings = mappings;
    }

    /** The device registry, for systems that manage devices. */
    @Path("devices")
    public DeviceFeedResource devices() {
        return new DeviceFeedResource(session, mappings);
    }

    /** Where engines tell what they observed. */
    @Path("signals")
    public SignalsResource signals() {
        return new SignalsResource(session);
    }

    /** Where transmitters of the Shared Signals Framework push security events. */
    @Path("ssf")
    public SsfResource ssf() {
        return new SsfResource(session);
    }
}
