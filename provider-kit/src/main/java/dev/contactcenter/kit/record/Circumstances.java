package dev.contactcenter.kit.record;

import java.util.List;
import java.util.Map;

/**
 * What a decision was about, and where it was asked for. What a signal told has the names of its attributes in a condition, without the
 * signal's own, and {@code age_seconds} since it was observed; what it did not tell has {@code missing}, and why.
 *
 * @param resources the things that the actions were asked for on; empty where none was named
 * @param device posture of the device; empty if nobody tells of devices
 * @param network zone of the address, and its trust
 * @param interaction what the person did with a customer; empty if nobody tells
 * @param risk of the account and of the session; empty if nobody tells
 * @param policyMicros how long the policy took to decide, in microseconds; 0 if it was not asked
 */
public record Circumstances(
        List<Resource> resources,
        Map<String, Object> device,
        Map<String, Object> network,
        Map<String, Object> interaction,
        Map<String, Object> risk,
        long policyMicros) {

    /** Of what was not decided. */
    public static final Circumstances NONE = new Circumstances(List.of(), Map.of(), Map.of(), Map.of(), Map.of(), 0);

    public Circumstances {
        resources = List.copyOf(resources);
        device = Map.copyOf(device);
        network = Map.copyOf(network);
        interaction = Map.copyOf(interaction);
        risk = Map.copyOf(risk);
    }

    Circumstances about(List<Resource> others) {
        return new Circumstances(others, device, network, interaction, risk, policyMicros);
    }
}
