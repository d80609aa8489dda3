package dev.contactcenter.demo.telephony;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** The events that one telephony system sends in the course of a call. */
final class SimulatedCall {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode events;

    private SimulatedCall(JsonNode events) {
        this.events = events;
    }

    /** That of a system that {@link StateMapping#named} knows. */
    static SimulatedCall of(String system) {
        String name = "/demo/telephony/" + system + ".events.json";
        try (@Nullable InputStream file = SimulatedCall.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalArgumentException("There are no events of the telephony system '" + system + "'");
            }
            return new SimulatedCall(JSON.readTree(file));
        } catch (IOException e) {
            throw new UncheckedIOException("The events of '" + system + "' cannot be read", e);
        }
    }

    /** The event of a step, about this call. */
    JsonNode event(CallStep step, String call) {
        try {
            return JSON.readTree(events.path(step.word()).toString().replace("CALL", call));
        } catch (IOException e) {
            throw new UncheckedIOException("The event of '" + step.word() + "' cannot be used", e);
        }
    }
}
