package dev.contactcenter.listeners.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.common.errors.NetworkException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Messages on their way")
class ShipmentTest {

    private final Exception lost = new NetworkException("lost");
    private final Exception tooLarge = new RecordTooLargeException("too large");
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(10);

    private final AtomicInteger givenUp = new AtomicInteger();
    private final Shipment shipment = new Shipment(givenUp::incrementAndGet);
    private final List<Callback> messages = new ArrayList<>();

    @BeforeEach
    void three() {
        for (int i = 0; i < 3; i++) {
            messages.add(shipment.next());
        }
    }

    @Test
    void are_well_when_each_is_acknowledged() throws Exception {
        byTheClient(() -> messages.forEach(message -> message.onCompletion(null, null)));

        shipment.await(PATIENCE);

        assertThat(shipment.failure()).isEmpty();
        assertThat(givenUp).hasValue(0);
    }

    @Test
    void are_given_up_once_at_the_first_failure_of_one_that_has_left() throws Exception {
        byTheClient(() -> {
            messages.get(1).onCompletion(null, lost);
            messages.get(2).onCompletion(null, tooLarge);
            messages.get(0).onCompletion(null, null);
        });

        shipment.await(PATIENCE);

        assertThat(shipment.failure()).contains(new Shipment.Failure(1, lost));
        assertThat(givenUp).hasValue(1);
    }

    @Test
    void go_on_when_one_is_refused_before_it_leaves() throws Exception {
        messages.get(2).onCompletion(null, tooLarge);
        assertThat(givenUp).hasValue(0);

        byTheClient(() -> {
            messages.get(0).onCompletion(null, null);
            messages.get(1).onCompletion(null, lost);
        });
        shipment.await(PATIENCE);

        assertThat(shipment.failure()).contains(new Shipment.Failure(2, tooLarge));
        assertThat(shipment.missingBefore(2)).containsExactly(1);
        assertThat(givenUp).hasValue(1);
    }

    @Test
    void are_not_waited_for_any_longer_than_was_said() {
        assertThatThrownBy(() -> shipment.await(1)).isInstanceOf(TimeoutException.class);
    }

    private static void byTheClient(Runnable telling) throws InterruptedException {
        Thread client = Thread.ofPlatform().start(telling);
        client.join();
    }
}
