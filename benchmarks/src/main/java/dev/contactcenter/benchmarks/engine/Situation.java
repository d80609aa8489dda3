package dev.contactcenter.benchmarks.engine;

import dev.contactcenter.engine.request.AccessRequest;
import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Evidence;
import dev.contactcenter.engine.request.Observation;
import dev.contactcenter.engine.request.Signal;
import dev.contactcenter.engine.request.Subject;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** A request as a program of its own would hold it: one typed component for each attribute; times in whole seconds. */
record Situation(
        String action,
        Set<String> roles,
        Set<String> groups,
        String clientId,
        int tier,
        String acr,
        String passkey,
        String compliance,
        String management,
        String deviceClass,
        String os,
        String encryption,
        String edr,
        String zone,
        long sessionAge,
        String interaction,
        String userRisk,
        String sessionRisk,
        long now) {

    /** Reads a request of one person for one action, with every signal present. */
    static Situation of(AccessRequest request, Map<String, Integer> tiers) {
        var person = (Subject.Person) request.subject();
        String action = request.actions().iterator().next();
        Observation device = told(request, Signal.DEVICE);
        Observation risk = told(request, Signal.RISK);
        return new Situation(
                action,
                person.roles(),
                person.groups(),
                text(told(request, Signal.CLIENT), Attribute.CLIENT_ID),
                tiers.getOrDefault(action, 0),
                acr(request),
                text(told(request, Signal.AUTH), Attribute.AUTH_PASSKEY),
                text(device, Attribute.DEVICE_COMPLIANCE),
                text(device, Attribute.DEVICE_MANAGEMENT),
                text(device, Attribute.DEVICE_CLASS),
                text(device, Attribute.DEVICE_OS),
                text(device, Attribute.DEVICE_ENCRYPTION),
                text(device, Attribute.DEVICE_EDR),
                text(told(request, Signal.NETWORK), Attribute.NETWORK_ZONE),
                ((Duration) value(told(request, Signal.SESSION), Attribute.SESSION_AGE)).toSeconds(),
                text(told(request, Signal.INTERACTION), Attribute.INTERACTION_STATE),
                text(risk, Attribute.RISK_USER),
                text(risk, Attribute.RISK_SESSION),
                request.facts().now().getEpochSecond());
    }

    /** What an engine that looks attributes up by name finds; sets as they are, numbers and times as long. */
    Object value(Attribute attribute) {
        return switch (attribute) {
            case USER_ROLES -> roles;
            case USER_GROUPS -> groups;
            case ACTION_TIER -> (long) tier;
            case SESSION_AGE -> sessionAge;
            case NOW -> now;
            default -> word(attribute);
        };
    }

    /** One of the attributes that are a text. */
    String word(Attribute attribute) {
        return switch (attribute) {
            case CLIENT_ID -> clientId;
            case AUTH_ACR -> acr;
            case AUTH_PASSKEY -> passkey;
            case DEVICE_COMPLIANCE -> compliance;
            case DEVICE_MANAGEMENT -> management;
            case DEVICE_CLASS -> deviceClass;
            case DEVICE_OS -> os;
            case DEVICE_ENCRYPTION -> encryption;
            case DEVICE_EDR -> edr;
            case NETWORK_ZONE -> zone;
            case INTERACTION_STATE -> interaction;
            case RISK_USER -> userRisk;
            case RISK_SESSION -> sessionRisk;
            default -> throw new IllegalArgumentException("The policies of the comparison have no " + attribute.path());
        };
    }

    private static String acr(AccessRequest request) {
        for (int i = NeutralPolicy.LEVELS.size() - 1; i >= 0; i--) {
            String level = NeutralPolicy.LEVELS.get(i);
            if (request.assurance().ages().containsKey(level)) {
                return level;
            }
        }
        return Attribute.NONE;
    }

    private static Observation told(AccessRequest request, Signal signal) {
        return switch (request.facts().evidence(signal)) {
            case Evidence.Known<Observation> known -> known.value();
            case Evidence.Missing<Observation> missing ->
                throw new IllegalArgumentException("The comparison has every signal, but " + missing);
        };
    }

    private static String text(Observation observation, Attribute attribute) {
        return (String) value(observation, attribute);
    }

    private static Object value(Observation observation, Attribute attribute) {
        Object value = observation.value(attribute);
        if (value == null) {
            throw new IllegalArgumentException("The comparison has every attribute, but not " + attribute.path());
        }
        return value;
    }
}
