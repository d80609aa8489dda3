package dev.contactcenter.endpoints;

import dev.contactcenter.endpoints.audit.AuditResource;
import dev.contactcenter.endpoints.denylist.DenylistResource;
import dev.contactcenter.endpoints.denylist.WaitingRoom;
import dev.contactcenter.endpoints.devices.DeviceFeedResource;
import dev.contactcenter.endpoints.interactions.InteractionsResource;
import dev.contactcenter.endpoints.mapping.Mappings;
import dev.contactcenter.endpoints.revocations.RevocationFeedResource;
import dev.contactcenter.endpoints.signals.SignalsResource;
import dev.contactcenter.endpoints.ssf.SsfResource;
import jakarta.ws.rs.Path;
import org.keycloak.models.KeycloakSession;

/** {@code /realms/{realm}/contact-center}: one area below it for each kind of system that calls. */
public final class ContactCenterResource {

    private final KeycloakSession session;
    private final Mappings mappings;
    private final WaitingRoom room;

    ContactCenterResource(KeycloakSession session, Mappings mappings, WaitingRoom room) {
        this.session = session;
        this.mappings = mappings;
        this.room = room;
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

    /** What resource servers must no longer accept. */
    @Path("denylist")
    public DenylistResource denylist() {
        return new DenylistResource(session, room);
    }

    /** Where systems stop sessions, tokens and passkeys. */
    @Path("revocations")
    public RevocationFeedResource revocations() {
        return new RevocationFeedResource(session);
    }

    /** Where applications tell what they did. */
    @Path("audit")
    public AuditResource audit() {
        return new AuditResource(session);
    }

    /** Where transmitters of the Shared Signals Framework push security events. */
    @Path("ssf")
    public SsfResource ssf() {
        return new SsfResource(session);
    }
}
