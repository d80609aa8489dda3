package dev.contactcenter.authenticators.handover;

import org.jboss.logging.Logger;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;

/**
 * Hands a desk over when a sign-in has succeeded, which no step of the flow can know: required actions and consent are still to come
 * then. Keycloak tells listeners of a success in the transaction of the request.
 */
final class HandoverListener implements EventListenerProvider {

    private static final Logger LOG = Logger.getLogger(HandoverListener.class);

    private final KeycloakSession session;

    HandoverListener(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void onEvent(Event event) {
        if (event.getType() == EventType.LOGIN && event.getSessionId() != null) {
            RealmModel realm = session.getContext().getRealm();
            UserSessionModel begun = session.sessions().getUserSession(realm, event.getSessionId());
            if (begun != null) {
                TapIn.of(begun)
                        .ifPresent(device -> handOver(
                                realm,
                                device,
                                new Occupant(begun.getId(), begun.getUser().getId())));
            }
        }
    }

    /** Keycloak goes on after a listener that fails. A desk with two people signed in is worse than one where nobody is. */
    private void handOver(RealmModel realm, String device, Occupant taker) {
        try {
            new Handover(session, realm, device).to(taker);
            session.getTransactionManager()
                    .enlistAfterCompletion(new LookBack(session.getKeycloakSessionFactory(), realm, device, taker));
        } catch (RuntimeException failed) {
            LOG.errorf(failed, "A desk could not be handed over in realm %s, and nobody is signed in", realm.getName());
            session.getTransactionManager().setRollbackOnly();
        }
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {
        // Administrators take over no desk.
    }

    @Override
    public void close() {}
}
