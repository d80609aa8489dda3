package dev.contactcenter.it.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.contactcenter.listeners.sink.Gate;
import java.util.List;
import java.util.Map;

/** A real receiver of a sink's records, which its sink reaches through a gate. */
interface GatedReceiver extends AutoCloseable {

    /** The kind of its sink, for example {@code webhook}. */
    String kind();

    /** The sink's own settings. */
    Map<String, String> settings();

    Gate gate();

    /** Ends the receiver itself and starts it again. */
    void restart();

    /** The lines that it has, in the order in which they came, as often as they came; where there is no one order, in that of the chain. */
    List<JsonNode> lines();

    @Override
    void close();
}
