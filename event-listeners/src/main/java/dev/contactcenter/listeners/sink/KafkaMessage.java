package dev.contactcenter.listeners.sink;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Records as messages of Kafka: the session is the key, and headers tell what a reader that meets a record twice goes by. */
final class KafkaMessage {

    private static final String ID = "contact-center-id";
    private static final String CHAIN = "contact-center-chain";
    private static final String SEQ = "contact-center-seq";

    private static final ObjectMapper JSON = new ObjectMapper();

    private KafkaMessage() {}

    /** @param chain key of what belongs to no session */
    static ProducerRecord<byte[], byte[]> of(String topic, Line line, String chain) {
        JsonNode record = read(line.stored());
        String session = record.at("/actor/session").asText("");
        var message = new ProducerRecord<>(
                topic,
                (session.isEmpty() ? chain : session).getBytes(UTF_8),
                line.text().getBytes(UTF_8));
        tell(message, ID, record.path("id"));
        tell(message, CHAIN, record.at("/chain/id"));
        tell(message, SEQ, record.at("/chain/seq"));
        return message;
    }

    private static void tell(ProducerRecord<byte[], byte[]> message, String header, JsonNode value) {
        if (value.isValueNode()) {
            message.headers().add(header, value.asText().getBytes(UTF_8));
        }
    }

    private static JsonNode read(String stored) {
        try {
            return JSON.readTree(stored);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored record can always be read, because it was written as JSON", e);
        }
    }
}
