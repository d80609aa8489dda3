package dev.contactcenter.listeners.outbox;

import dev.contactcenter.kit.record.DecisionRecord;
import dev.contactcenter.kit.record.DecisionRecorder;
import dev.contactcenter.listeners.privacy.Pseudonyms;
import java.time.Instant;
import java.util.UUID;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.jpa.entities.OutboxEntryEntity;
import org.keycloak.models.jpa.entities.OutboxEntryStatus;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Stores decision records as rows of Keycloak's outbox; {@link ContactCenterDecisionDrainer} delivers them.
 *
 * <p>Keycloak 26.7.3 commits a request's transaction in a response filter ({@code CloseSessionFilter}), before the first
 * byte of the answer is written: a record kept {@link Keep#WITH_REQUEST} is committed when the caller reads the answer, and
 * a commit that fails is answered with an error. Not so for a {@code StreamingOutput} or {@code Stream}, which are committed
 * after they were written. A request that ends in an {@code ErrorResponseException} or an unforeseen exception is rolled
 * back, its record with it: what such a request has to leave behind is kept {@link Keep#WHATEVER_HAPPENS}.
 */
final class OutboxRecorder implements DecisionRecorder {

    /** What tells our rows from those of other users of the outbox. */
    static final String ENTRY_KIND = "contact-center-decision";

    private final KeycloakSession session;
    private final Pseudonyms pseudonyms;

    OutboxRecorder(KeycloakSession session, Pseudonyms pseudonyms) {
        this.session = session;
        this.pseudonyms = pseudonyms;
    }

    @Override
    public void record(DecisionRecord record, Keep keep) {
        String realmId = realm().getId();
        String line = DecisionRecordJson.line(record, pseudonyms);
        switch (keep) {
            case WITH_REQUEST -> store(session, realmId, record, line);
            case WHATEVER_HAPPENS ->
                KeycloakModelUtils.runJobInTransaction(
                        session.getKeycloakSessionFactory(), own -> store(own, realmId, record, line));
        }
    }

    /**
     * Not through {@code OutboxStore.enqueuePending}, which first looks for a row with the same correlation id: that of a record is
     * new with each, and the look would be a statement per decision. So the row is written with all else that the transaction writes.
     */
    private static void store(KeycloakSession session, String realmId, DecisionRecord record, String line) {
        Instant now = Instant.now();
        var entry = new OutboxEntryEntity();
        entry.setId(UUID.randomUUID().toString());
        entry.setEntryKind(ENTRY_KIND);
        entry.setRealmId(realmId);
        entry.setOwnerId(realmId);
        entry.setCorrelationId(record.id());
        entry.setEntryType(record.outcome());
        entry.setPayload(line);
        entry.setStatus(OutboxEntryStatus.PENDING);
        entry.setNextAttemptAt(now);
        entry.setCreatedAt(now);
        session.getProvider(JpaConnectionProvider.class).getEntityManager().persist(entry);
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
