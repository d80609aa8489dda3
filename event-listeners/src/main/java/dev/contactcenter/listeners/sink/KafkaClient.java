package dev.contactcenter.listeners.sink;

import java.util.HashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The official client, so that it acknowledges nothing too early, waits for nothing too long and says nothing that the sink says. */
final class KafkaClient {

    private static final int BATCH_BYTES = 128 * 1024;

    /** Held, because a logger that nobody holds is forgotten with its level. */
    private static final Logger WORDS = Logger.getLogger(root());

    private KafkaClient() {}

    /**
     * A producer that is not connected yet.
     *
     * @throws org.apache.kafka.common.KafkaException if no name of a server can be resolved
     */
    static KafkaProducer<byte[], byte[]> producer(KafkaSink.Target target) {
        quiet();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // The client, and Java's login for it, look classes up by name, in the loader of whoever opens it.
        thread.setContextClassLoader(KafkaClient.class.getClassLoader());
        try {
            return new KafkaProducer<>(properties(target), new ByteArraySerializer(), new ByteArraySerializer());
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static Map<String, Object> properties(KafkaSink.Target target) {
        int half = Math.toIntExact(target.timeout().toMillis() / 2);
        Map<String, Object> properties = new HashMap<>(target.security().properties());
        properties.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, target.servers());
        properties.put(ProducerConfig.CLIENT_ID_CONFIG, target.clientId());
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        properties.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        properties.put(ProducerConfig.BATCH_SIZE_CONFIG, Math.min(BATCH_BYTES, target.longest()));
        properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, target.longest());
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, half);
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, half);
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, half);
        properties.put(ProducerConfig.SOCKET_CONNECTION_SETUP_TIMEOUT_MS_CONFIG, half);
        properties.put(ProducerConfig.SOCKET_CONNECTION_SETUP_TIMEOUT_MAX_MS_CONFIG, half);
        // Meters are the pack's own, and the classes that push the client's to the broker are not in the provider JAR.
        properties.put(ProducerConfig.METRIC_REPORTER_CLASSES_CONFIG, "");
        properties.put(ProducerConfig.ENABLE_METRICS_PUSH_CONFIG, false);
        return properties;
    }

    /** It would tell all its settings at each opening, and each attempt at a broker that is down. Unless a level is configured. */
    private static void quiet() {
        if (WORDS.getLevel() == null) {
            WORDS.setLevel(Level.SEVERE);
        }
    }

    /** The package that all of the client is in: in the provider JAR it is not {@code org.apache.kafka}. */
    private static String root() {
        String clients = KafkaProducer.class.getPackageName().replaceAll("\\.producer$", "");
        return clients.substring(0, clients.lastIndexOf('.'));
    }
}
