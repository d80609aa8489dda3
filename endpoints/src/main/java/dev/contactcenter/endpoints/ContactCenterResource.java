package dev.contactcenter.endpoints;

import dev.contactcenter.endpoints.devices.DeviceFeedResource;
import dev.contactcenter.endpoints.interactions.InteractionsResource;
import dev.contactcenter.endpoints.mapping.Mappings;
import dev.contactcenter.endpoints.signals.SignalsResource;
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

    /** Where the telephony system tells what people are doing. */
    @Path("interactions")
    public InteractionsResource interactions() {
        return new InteractionsResource(session);
    }

    /** Where engines tell what they observed. */
    @Path("signals")
    public SignalsResource signals() {
        return new SignalsResource(session);
    }
}
