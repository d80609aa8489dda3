package dev.contactcenter.endpoints.receiver;

import dev.contactcenter.endpoints.events.ReceivedSet;
import dev.contactcenter.endpoints.events.SecurityEvent;
import dev.contactcenter.endpoints.events.SetError;
import dev.contactcenter.endpoints.streams.EventStream;
import jakarta.persistence.PersistenceException;
import java.time.Instant;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Remembers an event and has it carried out, in one transaction. */
final class Intake {

    private final KeycloakSessionFactory factory;
    private final String realmId;
    private final EventStream stream;

    Intake(KeycloakSessionFactory factory, String realmId, EventStream stream) {
        this.factory = factory;
        this.realmId = realmId;
        this.stream = stream;
    }

    Receipt take(ReceivedSet set, Instant now) {
        String key = EventBook.key(realmId, stream.name(), set.id());
        try {
            return takeOnce(set, key, now);
        } catch (PersistenceException | ModelDuplicateException atTheSameMoment) {
            // The same event came twice at once, and the other was first; or what the other did was undone.
            return takeOnce(set, key, now);
        }
    }

    private Receipt takeOnce(ReceivedSet set, String key, Instant now) {
        return KeycloakModelUtils.runJobInTransactionWithResult(factory, own -> {
            RealmModel realm = own.realms().getRealm(realmId);
            own.getContext().setRealm(realm);
            EventBook events = new EventBook(own);
            if (events.knows(key)) {
                return new Receipt.Taken();
            }
            return unexpected(own, set.event()) instanceof Receipt.Refused refused
                    ? refused
                    : carryOut(own, realm, set, key, now);
        });
    }

    /** A verification event that is about another stream, or not what this server asked for (SSF 1.0 §8.1.4.1). */
    private Receipt unexpected(KeycloakSession own, SecurityEvent event) {
        if (!(event instanceof SecurityEvent.Verification(String streamId, String state))) {
            return new Receipt.Taken();
        }
        String known = stream.verification().streamId();
        if (!known.isEmpty() && !known.equals(streamId)) {
            return new Receipt.Refused(
                    SetError.invalidRequest("The verification event is about a stream of another id."));
        }
        return new StreamBook(own).isExpected(stream.id(), state)
                ? new Receipt.Taken()
                : new Receipt.Refused(new SetError(
                        SetError.Code.INVALID_STATE, "The state is not the one that this server asked with."));
    }

    private Receipt carryOut(KeycloakSession own, RealmModel realm, ReceivedSet set, String key, Instant now) {
        EventBook events = new EventBook(own);
        Instant forgetAt = set.issuedAt()
                .plus(stream.transmitter().window())
                .plus(stream.transmitter().clockSkew().multipliedBy(2));
        events.enter(key, realmId, stream.name(), now, forgetAt);
        events.outcome(key, new Event(own, realm, stream, now).carryOut(set, key));
        return new Receipt.Taken();
    }

    void refused(String problem, Instant now) {
        try {
            KeycloakModelUtils.runJobInTransaction(
                    factory, own -> new StreamBook(own).refused(realmId, stream.id(), problem, now));
        } catch (PersistenceException | ModelDuplicateException atTheSameMoment) {
            KeycloakModelUtils.runJobInTransaction(
                    factory, own -> new StreamBook(own).refused(realmId, stream.id(), problem, now));
        }
    }
}
