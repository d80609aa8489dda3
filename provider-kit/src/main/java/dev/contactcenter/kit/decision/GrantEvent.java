package dev.contactcenter.kit.decision;

import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;

/**
 * Keycloak's own event of a grant, so that it tells the decision that a token rests on. Whoever decides about a token is not given the
 * event, so that it is kept with the request where Keycloak 26.7.3 hands it out.
 */
public final class GrantEvent {

    private static final String ATTRIBUTE = "contact-center.grant-event";

    private GrantEvent() {}

    /** Keeps the event of the current request. */
    public static void keep(KeycloakSession session, EventBuilder event) {
        session.setAttribute(ATTRIBUTE, event);
    }

    /** Tells a decision in the event of the current request, if it has one that was kept. */
    public static void tell(KeycloakSession session, Ruling ruling, Collection<String> actions) {
        Optional.ofNullable(session.getAttribute(ATTRIBUTE, EventBuilder.class))
                .ifPresent(event -> tell(event, ruling, actions));
    }

    /** Tells a decision in an event. */
    public static EventBuilder tell(EventBuilder event, Ruling ruling, Collection<String> actions) {
        event.detail("contact_center_decision", ruling.id())
                .detail(
                        "contact_center_policy",
                        ruling.decision().grounds().told().revision());
        if (!ruling.acr().isEmpty()) {
            event.detail("contact_center_acr", ruling.acr());
        }
        if (!actions.isEmpty()) {
            event.detail("contact_center_actions", new TreeSet<>(actions));
        }
        return event;
    }
}
