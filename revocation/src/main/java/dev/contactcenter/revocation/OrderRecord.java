package dev.contactcenter.revocation;

import dev.contactcenter.kit.record.DecisionRecord;
import dev.contactcenter.kit.record.DecisionRecorder;
import dev.contactcenter.kit.record.DecisionRecorder.Keep;
import dev.contactcenter.kit.revocation.Order;
import dev.contactcenter.kit.revocation.Target;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Records that an order to stop something was taken; what ended by it has records of its own. */
final class OrderRecord {

    private final KeycloakSession session;
    private final RealmModel realm;

    OrderRecord(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    void keep(Order order, String id, Instant now) {
        Map<String, String> about = new TreeMap<>(about(order.target()));
        about.put("order", id);
        about.put("origin", order.cause().origin());
        if (!order.orderedBy().isEmpty()) {
            about.put("ordered_by", order.orderedBy());
        }
        if (!order.cause().detail().isEmpty()) {
            about.put("detail", order.cause().detail());
        }
        session.getProvider(DecisionRecorder.class)
                .record(
                        DecisionRecord.ofEvent(
                                DecisionRecord.REVOCATION_ORDERED,
                                now,
                                realm.getName(),
                                "ordered",
                                order.cause().reason(),
                                actor(order.target()),
                                about),
                        Keep.WITH_REQUEST);
    }

    private static Map<String, String> about(Target target) {
        return switch (target) {
            case Target.Device(String id) -> Map.of("target", "device", "device", id);
            case Target.Person ignored -> Map.of("target", "person");
            case Target.Session ignored -> Map.of("target", "session");
            case Target.Passkey(String credentialId) -> Map.of("target", "passkey", "target_id", credentialId);
            case Target.Token(String id, Instant ignored) -> Map.of("target", "token", "target_id", id);
        };
    }

    /** Whom it is about, as far as the order names a person or a session. */
    private DecisionRecord.Actor actor(Target target) {
        return switch (target) {
            case Target.Person(String userId) -> new DecisionRecord.Actor(userId, name(userId), "", "", "");
            case Target.Session(String id) -> new DecisionRecord.Actor("", "", id, "", "");
            case Target.Device ignored -> DecisionRecord.Actor.NOBODY;
            case Target.Passkey ignored -> DecisionRecord.Actor.NOBODY;
            case Target.Token ignored -> DecisionRecord.Actor.NOBODY;
        };
    }

    private String name(String userId) {
        UserModel user = session.users().getUserById(realm, userId);
        return user == null ? "" : user.getUsername();
    }
}
