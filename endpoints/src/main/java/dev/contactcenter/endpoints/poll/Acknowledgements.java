package dev.contactcenter.endpoints.poll;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contactcenter.endpoints.events.SetError;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What the next poll tells of the tokens that the last one brought (RFC 8936 §2.2). */
final class Acknowledgements {

    private final Set<String> taken = new LinkedHashSet<>();
    private final Map<String, SetError> refused = new LinkedHashMap<>();

    /** It is committed. */
    void take(String jti) {
        taken.add(jti);
    }

    /** It is no use to send it again. */
    void refuse(String jti, SetError error) {
        refused.put(jti, error);
    }

    boolean isEmpty() {
        return taken.isEmpty() && refused.isEmpty();
    }

    void clear() {
        taken.clear();
        refused.clear();
    }

    /**
     * The body of a poll.
     *
     * @param immediately whether the transmitter answers at once, whether or not it has anything
     */
    ObjectNode poll(int maxEvents, boolean immediately) {
        ObjectNode poll = JsonNodeFactory.instance.objectNode();
        poll.put("maxEvents", maxEvents);
        poll.put("returnImmediately", immediately);
        if (!taken.isEmpty()) {
            taken.forEach(poll.withArray("/ack")::add);
        }
        refused.forEach((jti, error) -> {
            ObjectNode told = JsonNodeFactory.instance.objectNode();
            told.put("err", error.code().word());
            told.put("description", error.description());
            poll.withObject("/setErrs").set(jti, told);
        });
        return poll;
    }
}
