package dev.contactcenter.signals.registry;

import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.kit.device.Device;
import dev.contactcenter.kit.device.Reporter.Origin;
import dev.contactcenter.kit.record.DecisionRecord;
import dev.contactcenter.kit.record.DecisionRecorder;
import dev.contactcenter.kit.record.DecisionRecorder.Keep;
import dev.contactcenter.kit.record.RecordTime;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Records that a feed calls a device compliant no longer, or again, with what is stored of it: from there on, decisions about it are others.
 * That it goes on to say the same is no news, nor that a new device is as it should be: whole fleets are told every few minutes.
 */
final class ComplianceRecord {

    private static final String TYPE = "posture";

    private final KeycloakSession session;
    private final String realmId;

    /** @param session of the transaction that stores devices, and of nothing else */
    ComplianceRecord(KeycloakSession session, String realmId) {
        this.session = session;
        this.realmId = realmId;
    }

    /** @param before what the same reporter told before; null if it told nothing */
    void keep(@Nullable DeviceEntity before, Device told) {
        String previous = before == null || before.compliance == null ? "" : before.compliance;
        String current = told.word(Attribute.DEVICE_COMPLIANCE);
        boolean news = before == null ? current.equals(Reported.NONCOMPLIANT) : !current.equals(previous);
        if (news && told.reporter().origin() == Origin.FEED) {
            RealmModel realm = session.realms().getRealm(realmId);
            session.getContext().setRealm(realm);
            session.getProvider(DecisionRecorder.class)
                    .record(record(realm, previous, current, told), Keep.WITH_REQUEST);
        }
    }

    private static DecisionRecord record(RealmModel realm, String previous, String current, Device told) {
        Map<String, String> about = new TreeMap<>();
        about.put("type", TYPE);
        about.put("device", told.id());
        about.put("previous", previous.isEmpty() ? Attribute.UNKNOWN : previous);
        about.put("current", current.isEmpty() ? Attribute.UNKNOWN : current);
        about.put("occurred_at", RecordTime.of(told.observedAt()));
        about.put("told_by", told.reporter().name());
        return DecisionRecord.ofEvent(
                DecisionRecord.SIGNAL,
                Instant.ofEpochMilli(Time.currentTimeMillis()),
                realm.getName(),
                "noted",
                "",
                DecisionRecord.Actor.NOBODY,
                about);
    }
}
