package dev.contactcenter.signals.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Observation;
import dev.contactcenter.kit.device.Device;
import dev.contactcenter.kit.device.RegisteredDevice;
import dev.contactcenter.kit.device.Reporter;
import dev.contactcenter.signals.bounded.BoundedWork;
import dev.contactcenter.signals.changes.HeardChanges;
import dev.contactcenter.signals.changes.Memory;
import dev.contactcenter.signals.registry.RegistrySettings.OwnedDevices;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A look-up of a device")
final class DeviceLookupTest {

    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final RegisteredDevice DESK = device("desk");

    private final HeardChanges heard = new HeardChanges();
    private final Memory<DeviceAddress, Optional<RegisteredDevice>> memory =
            heard.changes().memory(2, DeviceAddress::changed);
    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void end() {
        end.countDown();
    }

    @Test
    void is_answered_from_memory_while_that_is_fresh() {
        remember(address("realm", "desk"), DESK, NOW.minusSeconds(4));

        assertThat(broken().find("realm", "desk", NOW, settings(Duration.ofSeconds(5))))
                .isEqualTo(new DeviceLookup.Outcome.Answered(Optional.of(DESK)));
    }

    @Test
    void is_not_answered_from_memory_once_the_device_was_changed() {
        remember(address("realm", "desk"), DESK, NOW);

        heard.hear(address("realm", "desk").changed());

        assertThat(broken().find("realm", "desk", NOW, settings(Duration.ofSeconds(5))))
                .isEqualTo(new DeviceLookup.Outcome.Failed(
                        "the database failed, the server's log says how", Optional.of(DESK)));
    }

    @Test
    void is_not_answered_from_memory_while_the_server_hears_of_no_changes() {
        remember(address("realm", "desk"), DESK, NOW);

        heard.hearNothingFor(Duration.ofSeconds(2));

        assertThat(broken().find("realm", "desk", NOW, settings(Duration.ofSeconds(5))))
                .isEqualTo(new DeviceLookup.Outcome.Failed(
                        "the database failed, the server's log says how", Optional.of(DESK)));
    }

    @Test
    void is_not_answered_from_memory_if_that_is_switched_off() {
        remember(address("realm", "desk"), DESK, NOW);

        assertThat(broken().find("realm", "desk", NOW, settings(Duration.ZERO)))
                .isEqualTo(new DeviceLookup.Outcome.Failed(
                        "the database failed, the server's log says how", Optional.of(DESK)));
    }

    @Test
    void is_never_answered_with_what_another_realm_knows() {
        remember(address("other", "desk"), DESK, NOW);

        assertThat(broken().find("realm", "desk", NOW, settings(Duration.ofSeconds(5))))
                .isEqualTo(new DeviceLookup.Outcome.Failed(
                        "the database failed, the server's log says how", Optional.empty()));
    }

    @Test
    void gives_up_in_time_and_tells_what_was_known_last() {
        remember(address("realm", "desk"), DESK, NOW.minusSeconds(600));

        assertThat(hanging().find("realm", "desk", NOW, settings(Duration.ofSeconds(5))))
                .isEqualTo(new DeviceLookup.Outcome.Failed(
                        "the database did not answer within PT0.1S", Optional.of(DESK)));
    }

    @Test
    void remembers_so_many_devices_at_most() {
        for (String id : new String[] {"a", "b", "c"}) {
            remember(address("realm", id), device(id), NOW);
        }

        assertThat(memory.last(address("realm", "a"))).isEmpty();
        assertThat(memory.last(address("realm", "c"))).isPresent();
    }

    private void remember(DeviceAddress address, RegisteredDevice device, Instant at) {
        try (var reading = memory.read(address)) {
            reading.told(Optional.of(device), at);
        }
    }

    private static DeviceAddress address(String realm, String device) {
        return new DeviceAddress(realm, device);
    }

    private DeviceLookup broken() {
        return lookup(() -> {
            throw new IllegalStateException("the database is gone");
        });
    }

    private DeviceLookup hanging() {
        return lookup(() -> {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** With a database that does this when it is asked. */
    private DeviceLookup lookup(Runnable whenAsked) {
        return new DeviceLookup(memory, new BoundedWork("registry"), (realm, device, timeout) -> {
            whenAsked.run();
            return Optional.empty();
        });
    }

    private static RegistrySettings settings(Duration cacheFor) {
        return new RegistrySettings(cacheFor, OwnedDevices.ANYONE, Duration.ofHours(1), Duration.ofMillis(100));
    }

    private static RegisteredDevice device(String id) {
        var device = new Device(
                id, "", new Observation(Map.of(Attribute.DEVICE_ID, id)), "", NOW, Reporter.feed("feed", ""));
        return new RegisteredDevice(id, List.of(device), Set.of(), NOW);
    }
}
