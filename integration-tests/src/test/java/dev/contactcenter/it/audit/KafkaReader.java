package dev.contactcenter.it.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.contactcenter.it.server.Admin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads a topic from its beginning, as the official consumer finds it. */
final class KafkaReader {

    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaBroker broker;
    private final String topic;

    /** One message. */
    record Message(int partition, String key, String value, Map<String, String> headers) {

        JsonNode json() {
            return Admin.object(value);
        }
    }

    KafkaReader(KafkaBroker broker, String topic) {
        this.broker = broker;
        this.topic = topic;
    }

    /** All that is there, partition by partition, each in its order. */
    List<Message> messages() {
        List<Message> messages = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.servers()), new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(one -> new TopicPartition(topic, one.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (!ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
                ConsumerRecords<String, String> polled = consumer.poll(POLL);
                partitions.forEach(partition -> polled.records(partition).stream()
                        .map(KafkaReader::message)
                        .forEach(messages::add));
            }
        }
        return messages;
    }

    private static Message message(ConsumerRecord<String, String> read) {
        return new Message(
                read.partition(),
                read.key(),
                read.value(),
                Map.of(
                        "id", header(read, "contact-center-id"),
                        "chain", header(read, "contact-center-chain"),
                        "seq", header(read, "contact-center-seq")));
    }

    private static String header(ConsumerRecord<String, String> read, String name) {
        return Optional.ofNullable(read.headers().lastHeader(name))
                .map(Header::value)
                .map(value -> new String(value, UTF_8))
                .orElse("");
    }

    /** Those that are records and no checkpoints. */
    List<Message> records() {
        return messages().stream()
                .filter(message -> !message.headers().get("id").isEmpty())
                .toList();
    }
}
