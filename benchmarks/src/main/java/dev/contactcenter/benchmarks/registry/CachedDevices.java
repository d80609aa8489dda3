package dev.contactcenter.benchmarks.registry;

import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Observation;
import dev.contactcenter.kit.device.Device;
import dev.contactcenter.kit.device.RegisteredDevice;
import dev.contactcenter.kit.device.Reporter;
import dev.contactcenter.signals.changes.Changes;
import dev.contactcenter.signals.changes.Memory;
import dev.contactcenter.signals.registry.DeviceAddress;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How much heap a server's memory of looked-up devices holds: its growth after the garbage is collected. */
final class CachedDevices {

    private static final int COLLECTIONS = 3;
    private static final String REALM = "5d2c2c3b-6c1f-4c0e-8d38-0c7e4f3a9b10";

    private CachedDevices() {}

    /** Bytes of a full memory, each device of which was told of by these. */
    static long bytes(List<Reporter> reporters) {
        // What all devices share does not count.
        Memory<DeviceAddress, Optional<RegisteredDevice>> one = memory(1);
        remember(one, 0, reporters);
        long before = used();
        Memory<DeviceAddress, Optional<RegisteredDevice>> full = memory(Memory.SIZE);
        for (int i = 0; i < Memory.SIZE; i++) {
            remember(full, i, reporters);
        }
        long held = used() - before;
        if (full.last(address(0)).isEmpty() || one.last(address(0)).isEmpty()) {
            throw new IllegalStateException("The memory forgot a device that it has room for");
        }
        return held;
    }

    private static long used() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        for (int i = 0; i < COLLECTIONS; i++) {
            memory.gc();
        }
        return memory.getHeapMemoryUsage().getUsed();
    }

    private static void remember(
            Memory<DeviceAddress, Optional<RegisteredDevice>> memory, int number, List<Reporter> reporters) {
        List<Device> reports =
                reporters.stream().map(reporter -> device(number, reporter)).toList();
        var registered = new RegisteredDevice(id(number), reports, Set.of(), Instant.now());
        try (var reading = memory.read(address(number))) {
            reading.told(Optional.of(registered), Instant.now());
        }
    }

    private static Memory<DeviceAddress, Optional<RegisteredDevice>> memory(int size) {
        return new Changes(System::nanoTime).memory(size, DeviceAddress::changed);
    }

    private static DeviceAddress address(int number) {
        return new DeviceAddress(REALM, id(number));
    }

    /** As it is read from a row: its own copies of all texts, and the vocabulary's words. */
    private static Device device(int number, Reporter reporter) {
        String id = id(number);
        Map<Attribute, Object> posture = new EnumMap<>(Attribute.class);
        posture.put(Attribute.DEVICE_ID, id);
        for (Attribute attribute : List.of(
                Attribute.DEVICE_CLASS,
                Attribute.DEVICE_MANAGEMENT,
                Attribute.DEVICE_COMPLIANCE,
                Attribute.DEVICE_OS,
                Attribute.DEVICE_ENCRYPTION,
                Attribute.DEVICE_EDR)) {
            posture.put(attribute, attribute.vocabulary().iterator().next());
        }
        return new Device(
                id,
                Fleet.owner(number),
                new Observation(posture),
                String.join(".", "10", "0", "26100"),
                Instant.now(),
                new Reporter(reporter.origin(), String.join("-", "device", reporter.name()), reporter.mapping()));
    }

    private static String id(int number) {
        return Fleet.id(number);
    }
}
