package dev.contactcenter.kit.details;

import java.util.List;
import java.util.Set;
import org.keycloak.models.KeycloakSession;

/**
 * The details that the token of the current request is bound to. Their actions are no scopes: they stand in
 * {@code authorization_details} alone, so that a resource server that looks at the scope only never takes them for granted of everything.
 */
public record BoundDetails(List<ActionDetail> details) {

    /** None. */
    public static final BoundDetails NONE = new BoundDetails(List.of());

    private static final String ATTRIBUTE = "contact-center.bound-details";

    public BoundDetails {
        details = List.copyOf(details);
    }

    /** Those of the current request. */
    public static BoundDetails of(KeycloakSession session) {
        BoundDetails known = session.getAttribute(ATTRIBUTE, BoundDetails.class);
        return known == null ? NONE : known;
    }

    /** Keeps them for whoever works on the token next. */
    public void keep(KeycloakSession session) {
        session.setAttribute(ATTRIBUTE, this);
    }

    /** The actions of all of them. */
    public Set<String> actions() {
        return ActionDetail.actionsOf(details);
    }
}
