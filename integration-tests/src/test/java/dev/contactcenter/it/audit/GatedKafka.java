package dev.contactcenter.it.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.contactcenter.it.audit.KafkaReader.Message;
import dev.contactcenter.listeners.sink.Gate;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A broker of Kafka behind a gate, with a topic of four partitions. */
final class GatedKafka implements GatedReceiver {

    private static final String TOPIC = "decisions";

    private final Gate gate = new Gate();
    private final KafkaBroker broker;

    GatedKafka(Path root, Path folder) {
        broker = KafkaBroker.behind(gate, root, folder);
        broker.start();
        broker.create(TOPIC, 4, Map.of());
    }

    @Override
    public String kind() {
        return "kafka";
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("servers", "localhost:" + gate.port(), "topic", TOPIC, "encryption", "none");
    }

    @Override
    public Gate gate() {
        return gate;
    }

    @Override
    public void restart() {
        broker.kill();
        broker.start();
    }

    @Override
    public List<JsonNode> lines() {
        return new KafkaReader(broker, TOPIC)
                .messages().stream().map(Message::json).toList();
    }

    @Override
    public void close() {
        gate.close();
        broker.close();
    }
}
