package dev.contactcenter.endpoints.signals;

import dev.contactcenter.kit.record.DecisionRecord;
import dev.contactcenter.kit.record.DecisionRecorder;
import dev.contactcenter.kit.record.DecisionRecorder.Keep;
import dev.contactcenter.kit.record.RecordTime;
import dev.contactcenter.kit.risk.RiskReport;
import dev.contactcenter.kit.session.RealmSessions;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;

/** Records a risk that an engine told. */
final class RiskRecord {

    private final KeycloakSession session;
    private final RealmModel realm;

    RiskRecord(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    void keepOfUser(UserModel user, String teller, RiskReport report) {
        keep(new DecisionRecord.Actor(user.getId(), user.getUsername(), "", "", ""), teller, report);
    }

    void keepOfSession(String sid, String teller, RiskReport report) {
        Optional<UserModel> user = new RealmSessions(session, realm).first(sid).map(UserSessionModel::getUser);
        keep(
                new DecisionRecord.Actor(
                        user.map(UserModel::getId).orElse(""),
                        user.map(UserModel::getUsername).orElse(""),
                        sid,
                        "",
                        ""),
                teller,
                report);
    }

    private void keep(DecisionRecord.Actor whom, String teller, RiskReport report) {
        session.getProvider(DecisionRecorder.class)
                .record(
                        DecisionRecord.ofEvent(
                                DecisionRecord.SIGNAL,
                                Instant.ofEpochMilli(Time.currentTimeMillis()),
                                realm.getName(),
                                "noted",
                                "",
                                whom,
                                Map.of(
                                        "type",
                                        "risk",
                                        "level",
                                        report.level().word(),
                                        "occurred_at",
                                        RecordTime.of(report.observedAt()),
                                        "told_by",
                                        teller)),
                        Keep.WITH_REQUEST);
    }
}
