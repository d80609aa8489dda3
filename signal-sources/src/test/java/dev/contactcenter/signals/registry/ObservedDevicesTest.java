package dev.contactcenter.signals.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Observation;
import dev.contactcenter.kit.device.Device;
import dev.contactcenter.kit.device.Reporter;
import dev.contactcenter.signals.bounded.BoundedWork;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What sign-ins tell of devices")
final class ObservedDevicesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final int LONGEST_WAIT_SECONDS = 20;

    private final BoundedWork work = new BoundedWork("test");
    private final BlockingQueue<Map.Entry<String, List<Device>>> stored = new LinkedBlockingQueue<>();
    private final ObservedDevices observed =
            new ObservedDevices(work, (realm, devices) -> stored.add(Map.entry(realm, devices)));

    @AfterEach
    void end() {
        work.close();
    }

    @Test
    void is_stored_together_after_a_while_without_anybody_waiting() throws InterruptedException {
        observed.add("realm", device("one", "compliant", NOW));
        observed.add("realm", device("other", "compliant", NOW));

        assertThat(next().getValue()).extracting(Device::id).containsExactlyInAnyOrder("one", "other");
        observed.add("realm", device("third", "compliant", NOW));
        assertThat(next().getValue()).extracting(Device::id).containsExactly("third");
    }

    @Test
    void is_stored_as_it_was_observed_last() throws InterruptedException {
        observed.add("realm", device("desk", "noncompliant", NOW));
        observed.add("realm", device("desk", "compliant", NOW.minusSeconds(1)));
        observed.storeAll();

        assertThat(next().getValue())
                .extracting(device -> device.word(Attribute.DEVICE_COMPLIANCE))
                .containsExactly("noncompliant");
    }

    @Test
    void never_reaches_another_realm() throws InterruptedException {
        observed.add("realm", device("desk", "compliant", NOW));
        observed.add("other", device("desk", "noncompliant", NOW));
        observed.storeAll();

        assertThat(Map.ofEntries(next(), next()))
                .containsEntry("realm", List.of(device("desk", "compliant", NOW)))
                .containsEntry("other", List.of(device("desk", "noncompliant", NOW)));
    }

    @Test
    void does_not_fill_the_memory_when_the_database_is_down() throws InterruptedException {
        for (int number = 0; number <= ObservedDevices.MOST; number++) {
            observed.add("realm", device("desk-" + number, "compliant", NOW));
        }
        observed.storeAll();

        assertThat(next().getValue()).hasSizeLessThanOrEqualTo(ObservedDevices.MOST);
    }

    @Test
    void goes_on_after_the_database_failed() throws InterruptedException {
        var failures = new AtomicInteger();
        var failing = new ObservedDevices(work, (realm, devices) -> {
            if (failures.getAndIncrement() == 0) {
                throw new IllegalStateException("no database");
            }
            stored.add(Map.entry(realm, devices));
        });
        failing.add("realm", device("lost", "compliant", NOW));
        failing.storeAll();
        failing.add("realm", device("kept", "compliant", NOW));

        assertThat(next().getValue()).extracting(Device::id).containsExactly("kept");
    }

    private Map.Entry<String, List<Device>> next() throws InterruptedException {
        Map.Entry<String, List<Device>> next = stored.poll(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
        assertThat(next).as("stored in time").isNotNull();
        return next;
    }

    private static Device device(String id, String compliance, Instant observedAt) {
        return new Device(
                id,
                "",
                new Observation(Map.of(Attribute.DEVICE_COMPLIANCE, compliance)),
                "",
                observedAt,
                Reporter.signal("agent"));
    }
}
