package dev.contactcenter.kit.decision;

import dev.contactcenter.engine.decision.Grounds;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Keycloak's own event of a grant, so that it tells the decision that a token rests on. Whoever decides about a token is not given the
 * event, so that it is kept with the request where Keycloak 26.7.3 hands it out.
 */
public final class GrantEvent {

    private static final String ATTRIBUTE = "contact-center.grant-event";

    private static final String DECISION = "contact_center_decision";
    private static final String POLICY = "contact_center_policy";
    private static final String ACR = "contact_center_acr";
    private static final String ACTIONS = "contact_center_actions";
    private static final String MODE = "contact_center_mode";
    private static final String STEP_UP = "contact_center_step_up";
    private static final List<String> DETAILS = List.of(DECISION, POLICY, ACR, ACTIONS, MODE, STEP_UP);

    private GrantEvent() {}

    /** Keeps the event of the current request. */
    public static void keep(KeycloakSession session, EventBuilder event) {
        session.setAttribute(ATTRIBUTE, event);
    }

    /**
     * Tells a decision in the event of the current request, if it has one that was kept.
     *
     * @param tokensOf whose tokens it is about
     */
    public static void tell(
            KeycloakSession session,
            Ruling ruling,
            Collection<String> actions,
            AuthenticatedClientSessionModel tokensOf) {
        Optional.ofNullable(session.getAttribute(ATTRIBUTE, EventBuilder.class))
                .ifPresent(event -> tell(event, ruling, actions, StepUpOfLogin.of(tokensOf)));
    }

    /**
     * Tells a decision in an event.
     *
     * @param stepUp id of the decision that asked for a stronger or more recent proof; empty if none did
     */
    public static void tell(EventBuilder event, Ruling ruling, Collection<String> actions, Optional<String> stepUp) {
        Grounds.Told grounds = ruling.decision().grounds().told();
        event.detail(DECISION, ruling.id()).detail(POLICY, grounds.revision());
        if (!ruling.acr().isEmpty()) {
            event.detail(ACR, ruling.acr());
        }
        if (!actions.isEmpty()) {
            event.detail(ACTIONS, new TreeSet<>(actions));
        }
        if (!grounds.modes().isEmpty()) {
            event.detail(MODE, grounds.modes());
        }
        stepUp.ifPresent(decision -> event.detail(STEP_UP, decision));
    }

    /** Keeps what a login's event tells: a required action may end the login in another request, whose event Keycloak begins anew. */
    public static void keepFor(AuthenticationSessionModel login, EventBuilder event) {
        Map<String, String> told = event.getEvent().getDetails();
        DETAILS.forEach(name -> Optional.ofNullable(told.get(name))
                .ifPresentOrElse(value -> login.setAuthNote(name, value), () -> login.removeAuthNote(name)));
    }

    /** Tells it again. */
    public static void recall(AuthenticationSessionModel login, EventBuilder event) {
        DETAILS.forEach(
                name -> Optional.ofNullable(login.getAuthNote(name)).ifPresent(told -> event.detail(name, told)));
    }
}
