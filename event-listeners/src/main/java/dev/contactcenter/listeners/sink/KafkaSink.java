package dev.contactcenter.listeners.sink;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A topic of Kafka, by the official client. Each record is a message whose key is its session, so that the records of a session are in
 * one partition, in order.
 *
 * <p>Of several messages on their way, some may be taken and others not. A partition has one request at a time, and all that has not
 * left is given up at the first failure. So a partition has the first of its records and none behind a gap, and delivering them once
 * more, in the same order, leaves none out and changes no order; what came before comes twice.
 */
public final class KafkaSink implements Sink {

    private static final Logger LOG = Logger.getLogger(KafkaSink.class);

    private final Target target;
    private @Nullable KafkaProducer<byte[], byte[]> producer;

    /**
     * Whom to write to, and how.
     *
     * @param servers {@code host:port} of brokers that tell of all others, with commas between them
     * @param clientId names this sink in the brokers' logs and quotas
     * @param timeout of one delivery: half of it to find the topic, half for what is written to be acknowledged
     * @param most records in a delivery
     * @param longest bytes in a message
     * @param chain key of what belongs to no session
     */
    public record Target(
            String servers,
            String topic,
            String clientId,
            Duration timeout,
            int most,
            int longest,
            String chain,
            KafkaSecurity security) {}

    public KafkaSink(Target target) {
        this.target = target;
    }

    @Override
    public String title() {
        return "the Kafka topic " + target.topic() + " at " + target.servers();
    }

    @Override
    public String remedy() {
        return "See that the brokers can be reached from here, have the topic, and let this user write to it.";
    }

    @Override
    public void check() throws IOException {
        try {
            open().partitionsFor(target.topic());
        } catch (KafkaException failed) {
            throw failed(failed);
        }
    }

    @Override
    public Delivered deliver(List<Line> lines) throws IOException {
        return deliver(lines, System.nanoTime() + target.timeout().toNanos());
    }

    private Delivered deliver(List<Line> lines, long deadline) throws IOException {
        Shipment shipment = ship(lines, deadline);
        Optional<Shipment.Failure> failure = shipment.failure();
        if (failure.isEmpty()) {
            return new Delivered.All();
        }
        Shipment.Failure first = failure.get();
        if (!KafkaComplaint.isAboutTheMessage(first.why())) {
            throw failed(first.why());
        }
        close();
        // What was given up because of it may have been before it.
        List<Integer> missing = shipment.missingBefore(first.index());
        Delivered before = missing.isEmpty()
                ? new Delivered.All()
                : deliver(missing.stream().map(lines::get).toList(), deadline);
        return before instanceof Delivered.AllBefore(int index, String why)
                ? new Delivered.AllBefore(missing.get(index), why)
                : new Delivered.AllBefore(first.index(), "refuses it: " + KafkaComplaint.of(first.why()));
    }

    private Shipment ship(List<Line> lines, long deadline) throws IOException {
        try {
            KafkaProducer<byte[], byte[]> open = open();
            var shipment = new Shipment(() -> open.close(Duration.ZERO));
            for (Line line : lines) {
                if (!shipment.isWell() || System.nanoTime() > deadline) {
                    break;
                }
                send(open, line, shipment);
            }
            shipment.await(deadline - System.nanoTime());
            if (shipment.isWell() && shipment.size() < lines.size()) {
                throw new TimeoutException();
            }
            return shipment;
        } catch (KafkaException failed) {
            throw failed(failed);
        } catch (TimeoutException late) {
            close();
            throw new IOException("it did not acknowledge all records within " + target.timeout(), late);
        } catch (InterruptedException stopping) {
            close();
            Thread.currentThread().interrupt();
            throw new IOException("the server stops", stopping);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // The shipment is told, in the order in which it happens.
    private void send(KafkaProducer<byte[], byte[]> open, Line line, Shipment shipment) {
        try {
            open.send(KafkaMessage.of(target.topic(), line, target.chain()), shipment.next());
        } catch (KafkaException | IllegalStateException closed) {
            if (shipment.isWell()) {
                throw closed instanceof KafkaException failed ? failed : new KafkaException(closed);
            }
            // The first failure closed it a moment ago.
            shipment.forgetLast();
        }
    }

    private KafkaProducer<byte[], byte[]> open() {
        KafkaProducer<byte[], byte[]> open = producer;
        if (open == null) {
            open = KafkaClient.producer(target);
            producer = open;
        }
        return open;
    }

    private IOException failed(Exception why) {
        close();
        return new IOException(KafkaComplaint.of(why), why);
    }

    @Override
    public int most() {
        return target.most();
    }

    /** Waits for nothing: what was not acknowledged is delivered again. */
    @Override
    public void close() {
        KafkaProducer<byte[], byte[]> closing = producer;
        producer = null;
        if (closing != null) {
            try {
                closing.close(Duration.ZERO);
            } catch (KafkaException e) {
                LOG.debugf(e, "A producer was not closed in order, which loses nothing (%s)", title());
            }
        }
    }
}
