package dev.contactcenter.listeners.outbox;

import dev.contactcenter.kit.record.DecisionRecord;
import dev.contactcenter.kit.record.DecisionRecorder;
import dev.contactcenter.kit.sink.DeliveryMeters;
import dev.contactcenter.listeners.chain.Unsealed;
import dev.contactcenter.listeners.privacy.Pseudonyms;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Stores decision records with what a request writes; {@link ContactCenterDecisionDrainer} seals and delivers them.
 *
 * <p>Keycloak 26.7.3 commits a request's transaction in a response filter ({@code CloseSessionFilter}), before the first
 * byte of the answer is written: a record kept {@link Keep#WITH_REQUEST} is committed when the caller reads the answer, and
 * a commit that fails is answered with an error. Not so for a {@code StreamingOutput} or {@code Stream}, which are committed
 * after they were written. A request that ends in an {@code ErrorResponseException} or an unforeseen exception is rolled
 * back, its record with it: what such a request has to leave behind is kept {@link Keep#WHATEVER_HAPPENS}.
 */
final class OutboxRecorder implements DecisionRecorder {

    /** The log category of records that the database did not take. */
    static final String UNSTORED_CATEGORY = "dev.contactcenter.unstored";

    private static final Logger UNSTORED = Logger.getLogger(UNSTORED_CATEGORY);

    private final KeycloakSession session;
    private final Pseudonyms pseudonyms;
    private final Unstored unstored;

    OutboxRecorder(KeycloakSession session, Pseudonyms pseudonyms, Unstored unstored) {
        this.session = session;
        this.pseudonyms = pseudonyms;
        this.unstored = unstored;
    }

    @Override
    public void record(DecisionRecord record, Keep keep) {
        String realmId = realm().getId();
        String line = DecisionRecordJson.line(record, pseudonyms);
        if (unstored.mayGoOn(record)) {
            storeOrLog(realmId, record, line);
            return;
        }
        switch (keep) {
            case WITH_REQUEST -> new Unsealed(session).add(realmId, line);
            case WHATEVER_HAPPENS -> storeOnItsOwn(realmId, line);
        }
    }

    private void storeOnItsOwn(String realmId, String line) {
        KeycloakModelUtils.runJobInTransaction(
                session.getKeycloakSessionFactory(), own -> new Unsealed(own).add(realmId, line));
    }

    /** On its own in any case: a statement that fails would take the request's transaction with it. */
    private void storeOrLog(String realmId, DecisionRecord record, String line) {
        try {
            storeOnItsOwn(realmId, line);
        } catch (RuntimeException refused) {
            if (!RefusedStatement.isCauseOf(refused)) {
                throw refused;
            }
            UNSTORED.errorf(refused, "The database does not take a decision record, which is: %s", line);
            DeliveryMeters.unstored(record.realm());
        }
    }

    private RealmModel realm() {
        RealmModel realm = session.getContext().getRealm();
        if (realm == null) {
            throw new IllegalStateException(
                    "A decision cannot be recorded outside of a realm, because its record belongs to the realm");
        }
        return realm;
    }
}
