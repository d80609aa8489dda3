package dev.contactcenter.signals.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Observation;
import dev.contactcenter.kit.device.Device;
import dev.contactcenter.kit.device.RegisteredDevice;
import dev.contactcenter.kit.device.Reporter;
import dev.contactcenter.signals.bounded.BoundedWork;
import dev.contactcenter.signals.changes.Changes;
import dev.contactcenter.signals.changes.HeardChanges;
import dev.contactcenter.signals.changes.Memory;
import dev.contactcenter.signals.changes.Memory.Kept;
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

    private final Memory<DeviceAddress, Optional<RegisteredDevice>> memory = new Memory<>(2);
    private final HeardChanges heard = new HeardChanges();
    private final Changes changes = heard.changes();
    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void end() {
        end.countDown();
    }

    @Test
    void is_answered_from_memory_while_that_is_fresh() {
        memory.put(address("realm", "desk"), new Kept<>(Optional.of(DESK), NOW.minusSeconds(4), changes.now()));

        assertThat(broken().find("realm", "desk", NOW, settings(Duration.ofSeconds(5))))
                .isEqualTo(new DeviceLookup.Outcome.Answered(Optional.of(DESK)));
    }

    @Test
    void is_not_answered_from_memory_once_the_device_was_changed() {
        memory.put(address("realm", "desk"), new Kept<>(Optional.of(DESK), NOW, changes.now()));

        heard.hear(address("realm", "desk").changed());

        assertThat(broken().find("realm", "desk", NOW, settings(Duration.ofSeconds(5))))
                .isEqualTo(new DeviceLookup.Outcome.Failed(
                        "the database failed, the server's log says how", Optional.of(DESK)));
    }

    @Test
    void is_not_answered_from_memory_while_the_server_hears_of_no_changes() {
        memory.put(address("realm", "desk"), new Kept<>(Optional.of(DESK), NOW, changes.now()));

        heard.hearNothingFor(Duration.ofSeconds(2));

        assertThat(broken().find("realm", "desk", NOW, settings(Duration.ofSeconds(5))))
                .isEqualTo(new DeviceLookup.Outcome.Failed(
                        "the database failed, the server's log says how", Optional.of(DESK)));
    }

    @Test
    void is_not_answered_from_memory_if_that_is_switched_off() {
        memory.put(address("realm", "desk"), new Kept<>(Optional.of(DESK), NOW, changes.now()));

        assertThat(broken().find("realm", "desk", NOW, settings(Duration.ZERO)))
                .isEqualTo(new DeviceLookup.Outcome.Failed(
                        "the database failed, the server's log says how", Optional.of(DESK)));
    }

    @Test
    void is_never_answered_with_what_another_realm_knows() {
        memory.put(address("other", "desk"), new Kept<>(Optional.of(DESK), NOW, changes.now()));

        assertThat(broken().find("realm", "desk", NOW, settings(Duration.ofSeconds(5))))
                .isEqualTo(new DeviceLookup.Outcome.Failed(
                        "the database failed, the server's log says how", Optional.empty()));
    }

    @Test
    void gives_up_in_time_and_tells_what_was_known_last() {
        memory.put(address("realm", "desk"), new Kept<>(Optional.of(DESK), NOW.minusSeconds(600), changes.now()));

        assertThat(hanging().find("realm", "desk", NOW, settings(Duration.ofSeconds(5))))
                .isEqualTo(new DeviceLookup.Outcome.Failed(
                        "the database did not answer within PT0.1S", Optional.of(DESK)));
    }

    @Test
    void remembers_so_many_devices_at_most() {
        for (String id : new String[] {"a", "b", "c"}) {
            memory.put(address("realm", id), new Kept<>(Optional.of(device(id)), NOW, changes.now()));
        }

        assertThat(memory.get(address("realm", "a"))).isEmpty();
        assertThat(memory.get(address("realm", "c"))).isPresent();
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
        return new DeviceLookup(memory, changes, new BoundedWork("registry"), (realm, device, timeout) -> {
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
