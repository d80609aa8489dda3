package dev.contactcenter.endpoints.devices;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contactcenter.kit.device.Device;
import dev.contactcenter.kit.device.Posture;
import dev.contactcenter.kit.device.RegisteredDevice;
import dev.contactcenter.kit.device.Reporter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Devices as JSON. */
final class DeviceJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final Comparator<Device> BY_REPORTER = Comparator.comparing(
            Device::reporter,
            Comparator.comparing(Reporter::origin).thenComparing(Reporter::name).thenComparing(Reporter::mapping));

    private DeviceJson() {}

    static ObjectNode of(RegisteredDevice device) {
        ObjectNode json = JSON.objectNode();
        json.put("id", device.id());
        json.put("updatedAt", device.updatedAt().toString());
        ArrayNode reports = json.putArray("reports");
        device.reports().stream().sorted(BY_REPORTER).map(DeviceJson::report).forEach(reports::add);
        ArrayNode passkeys = json.putArray("passkeys");
        device.passkeys().stream().sorted().forEach(passkeys::add);
        return json;
    }

    private static ObjectNode report(Device device) {
        Reporter reporter = device.reporter();
        ObjectNode json = JSON.objectNode();
        json.put("origin", reporter.origin().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        json.put("reportedBy", reporter.name());
        putText(json, "mapping", reporter.mapping());
        json.put("observedAt", device.observedAt().toString());
        putText(json, "owner", device.owner());
        putText(json, "osVersion", device.osVersion());
        Posture.members().forEach(member -> putText(json, Posture.name(member), device.word(member)));
        return json;
    }

    private static void putText(ObjectNode json, String member, String text) {
        if (!text.isEmpty()) {
            json.put(member, text);
        }
    }

    static ArrayNode of(List<RegisteredDevice> devices) {
        ArrayNode json = JSON.arrayNode();
        devices.forEach(device -> json.add(of(device)));
        return json;
    }

    /** What became of a body: how many devices were stored, how many the registry knew better, and which were refused. */
    static ObjectNode of(long stored, long outdated, List<Intake.Refusal> refused) {
        ObjectNode json = JSON.objectNode();
        json.put("accepted", stored);
        json.put("outdated", outdated);
        ArrayNode problems = json.putArray("refused");
        refused.forEach(refusal -> problems.addObject()
                .put("index", refusal.index())
                .put("pointer", refusal.pointer())
                .put("problem", refusal.problem()));
        return json;
    }
}
