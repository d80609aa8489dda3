package dev.contactcenter.authenticators.handover;

import dev.contactcenter.kit.decision.DecisionPoint;
import dev.contactcenter.kit.revocation.Cause;
import dev.contactcenter.kit.revocation.Order;
import dev.contactcenter.kit.revocation.Revocations;
import dev.contactcenter.kit.revocation.SessionOnDevice;
import dev.contactcenter.kit.revocation.Target;
import dev.contactcenter.kit.session.Actors;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.events.Event;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;

/** Ends the sessions that other people have on a desk, in the transaction of the sign-in that takes it over. */
final class Handover {

    /** The reason that the person reads, and who orders it. */
    private static final String HANDOVER = "handover";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final String device;

    Handover(KeycloakSession session, RealmModel realm, String device) {
        this.session = session;
        this.realm = realm;
        this.device = device;
    }

    void to(UserSessionModel begun, Event event) {
        Desks.of(session).lock(realm, device);
        Revocations revocations = revocations();
        List<SessionOnDevice> others = revocations.sessionsOn(realm, device).stream()
                .filter(other -> !other.userId().equals(begun.getUser().getId()))
                .toList();
        others.forEach(other -> {
            revocations.order(realm, order(begun, other));
            record(begun, other, event);
        });
    }

    private Revocations revocations() {
        Revocations found = session.getProvider(Revocations.class);
        if (found == null) {
            throw new IllegalStateException(
                    "Nothing ends a session because no provider for that is installed; is the whole JAR"
                            + " in providers/?");
        }
        return found;
    }

    private Order order(UserSessionModel begun, SessionOnDevice other) {
        return new Order(
                HANDOVER + ":" + begun.getId() + ":" + other.session(),
                new Target.Session(other.session()),
                new Cause(
                        HANDOVER,
                        HANDOVER,
                        "the device " + device + " was taken over by the session " + begun.getId()));
    }

    private void record(UserSessionModel begun, SessionOnDevice other, Event event) {
        DecisionPoint.of(session)
                .recordHandover(
                        Optional.ofNullable(event.getDetails())
                                .map(details -> details.get("contact_center_decision"))
                                .orElse(""),
                        Actors.of(session, begun.getUser(), begun.getId(), String.valueOf(event.getClientId())),
                        Map.of(
                                "device", device,
                                "user_id", other.userId(),
                                "username", username(other.userId()),
                                "session", other.session()));
    }

    private String username(String userId) {
        UserModel user = session.users().getUserById(realm, userId);
        return user == null ? "" : user.getUsername();
    }
}
