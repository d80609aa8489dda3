package dev.contactcenter.mappers.claims;

import dev.contactcenter.engine.policy.Policy;
import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Evidence;
import dev.contactcenter.engine.request.Facts;
import dev.contactcenter.engine.request.Observation;
import dev.contactcenter.engine.request.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a token tells of signals: as the decision knew them. What was missing, or too old for the policy, is {@code unknown}; what was
 * known last is never told, because whoever reads the token cannot see how old it is.
 */
final class SignalClaims {

    private final Policy policy;
    private final Facts facts;

    SignalClaims(Policy policy, Facts facts) {
        this.policy = policy;
        this.facts = facts;
    }

    /** The member {@code device}: its id where that is known, and its state. */
    Map<String, Object> device() {
        Map<String, Object> device = new TreeMap<>();
        value(Attribute.DEVICE_ID).ifPresent(id -> device.put("id", id));
        device.put("compliance", value(Attribute.DEVICE_COMPLIANCE).orElse(Attribute.UNKNOWN));
        device.put("management", value(Attribute.DEVICE_MANAGEMENT).orElse(Attribute.UNKNOWN));
        return device;
    }

    /** The member {@code zone}: the name of a zone of the policy. */
    Object zone() {
        return value(Attribute.NETWORK_ZONE).orElse(Attribute.UNKNOWN);
    }

    private Optional<Object> value(Attribute attribute) {
        Signal signal = attribute.signal();
        return facts.evidence(signal) instanceof Evidence.Known<Observation>(Observation told, Instant observedAt)
                        && policy.care(signal)
                                .maxAge()
                                .allows(Duration.between(observedAt, facts.now())
                                        .abs())
                ? Optional.ofNullable(told.value(attribute))
                : Optional.empty();
    }
}
