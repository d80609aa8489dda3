package dev.contactcenter.revocation.caep;

import java.util.Map;
import org.keycloak.models.UserModel;

/** Whom or what an event is about (SSF 1.0 §3.2: a complex subject). */
sealed interface About {

    /**
     * A session of a person, who is named as the stream names people.
     *
     * @param more other members of the subject, and the id that stands there
     */
    record OfSession(UserModel user, String session, Map<String, String> more) implements About {
        public OfSession {
            more = Map.copyOf(more);
        }
    }

    /** A device, whoever uses it. */
    record OfDevice(String device) implements About {}
}
