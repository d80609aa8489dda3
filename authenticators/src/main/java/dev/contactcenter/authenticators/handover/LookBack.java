package dev.contactcenter.authenticators.handover;

import org.jboss.logging.Logger;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Looks, once a session is stored, whether its desk is still its own: of two who sign in at once, the first finds out here. */
final class LookBack extends AbstractKeycloakTransaction {

    private static final Logger LOG = Logger.getLogger(LookBack.class);

    private final KeycloakSessionFactory factory;
    private final String realmId;
    private final String device;
    private final Occupant taker;

    LookBack(KeycloakSessionFactory factory, RealmModel realm, String device, Occupant taker) {
        this.factory = factory;
        this.realmId = realm.getId();
        this.device = device;
        this.taker = taker;
    }

    @Override
    protected void commitImpl() {
        try {
            KeycloakModelUtils.runJobInTransaction(factory, own -> {
                RealmModel realm = own.realms().getRealm(realmId);
                if (realm != null) {
                    own.getContext().setRealm(realm);
                    new Handover(own, realm, device).checkedBy(taker);
                }
            });
        } catch (RuntimeException failed) {
            LOG.errorf(
                    failed,
                    "Nobody knows whether two people signed in on a desk at once (session=%s)",
                    taker.session());
        }
    }

    @Override
    protected void rollbackImpl() {
        // Nobody signed in.
    }
}
