package dev.contactcenter.endpoints;

import dev.contactcenter.endpoints.signals.SignalsResource;
import jakarta.ws.rs.Path;
import org.keycloak.models.KeycloakSession;

/** What lies below {@code /realms/{realm}/contact-center/}. */
public final class ContactCenterResource {

    private final KeycloakSession session;

    ContactCenterResource(KeycloakSession session) {
        this.session = session;
    }

    /** Where engines tell what they observed. */
    @Path("signals")
    public SignalsResource signals() {
        return new SignalsResource(session);
    }
}
