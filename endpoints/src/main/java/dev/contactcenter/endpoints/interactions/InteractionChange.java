package dev.contactcenter.endpoints.interactions;

import dev.contactcenter.kit.interaction.InteractionReport;
import dev.contactcenter.kit.record.DecisionRecord;
import dev.contactcenter.kit.record.DecisionRecorder;
import dev.contactcenter.kit.record.DecisionRecorder.Keep;
import java.util.Map;
import java.util.TreeMap;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;

/** Records that an interaction changed, with which what a person may do changes. */
final class InteractionChange {

    private final KeycloakSession session;
    private final RealmModel realm;

    InteractionChange(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** @param teller the client that told it */
    void record(UserSessionModel of, String teller, InteractionReport report) {
        Map<String, String> about = new TreeMap<>(Map.of("state", report.state().word(), "told_by", teller));
        put(about, "interaction", report.id());
        put(about, "queue", report.queue());
        session.getProvider(DecisionRecorder.class)
                .record(
                        DecisionRecord.ofEvent(
                                        DecisionRecord.INTERACTION_CHANGED,
                                        report.observedAt(),
                                        realm.getName(),
                                        "stored",
                                        "",
                                        actor(of),
                                        about)
                                .everyday(),
                        Keep.WITH_REQUEST);
    }

    private static void put(Map<String, String> about, String name, String text) {
        if (!text.isEmpty()) {
            about.put(name, text);
        }
    }

    private static DecisionRecord.Actor actor(UserSessionModel of) {
        UserModel user = of.getUser();
        return new DecisionRecord.Actor(user.getId(), user.getUsername(), of.getId(), "", "");
    }
}
