package dev.contactcenter.kit.session;

import dev.contactcenter.engine.network.Zone;
import dev.contactcenter.engine.network.Zones;
import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Evidence;
import dev.contactcenter.engine.request.Evidence.Absence;
import dev.contactcenter.engine.request.Facts;
import dev.contactcenter.engine.request.Observation;
import dev.contactcenter.engine.request.Signal;
import dev.contactcenter.kit.network.ZoneTable;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts together what Keycloak itself knows about a request and what sources observed. A signal that nobody tells is missing. */
public final class Signals {

    private final Instant now;

    private final Map<Signal, Evidence<Observation>> told = new EnumMap<>(Signal.class);

    private Signals(Instant now) {
        this.now = now;
    }

    /**
     * The facts of a request.
     *
     * @param address the network address as Keycloak's proxy settings give it
     * @param observed what the sources of the realm told
     */
    public static Facts gather(
            Instant now,
            ZoneTable zones,
            String address,
            AskingClient client,
            SessionFacts session,
            Map<Signal, Evidence<Observation>> observed) {
        var signals = new Signals(now);
        signals.told.putAll(observed);
        signals.tell(
                Signal.CLIENT,
                Map.of(
                        Attribute.CLIENT_ID,
                        client.id(),
                        Attribute.CLIENT_CREDENTIAL,
                        client.credential().word()));
        signals.tell(Signal.SESSION, session(now, session));
        signals.tell(Signal.AUTH, passkey(session.passkey()));
        signals.told.put(Signal.NETWORK, network(now, zones, address));
        return new Facts(now, signals.told);
    }

    private void tell(Signal signal, Map<Attribute, Object> values) {
        told.put(signal, new Evidence.Known<>(new Observation(values), now));
    }

    /** In whole seconds, as Keycloak keeps the beginning of a session. */
    private static Map<Attribute, Object> session(Instant now, SessionFacts session) {
        Duration age = Duration.between(session.started(), now.truncatedTo(ChronoUnit.SECONDS));
        return Map.of(
                Attribute.SESSION_AGE,
                age.isNegative() ? Duration.ZERO : age,
                Attribute.SESSION_OFFLINE,
                session.offline(),
                Attribute.SESSION_RESTRICTION,
                session.restriction().word());
    }

    private static Map<Attribute, Object> passkey(Map<String, String> facts) {
        if (facts.isEmpty()) {
            return Map.of(Attribute.AUTH_PASSKEY, Attribute.NONE, Attribute.AUTH_USER_VERIFIED, false);
        }
        Map<Attribute, Object> told = new EnumMap<>(Attribute.class);
        // What the note does not say stays missing: that it is not there says nothing about the passkey.
        tell(told, Attribute.AUTH_PASSKEY, facts.get("backup_eligible"), Signals::kind);
        tell(told, Attribute.AUTH_USER_VERIFIED, facts.get("uv"), Boolean::valueOf);
        tell(told, Attribute.AUTH_AAGUID, facts.get("aaguid"), aaguid -> aaguid);
        tell(told, Attribute.AUTH_ATTACHMENT, facts.getOrDefault("attachment", Attribute.UNKNOWN), where -> where);
        return told;
    }

    private static void tell(
            Map<Attribute, Object> told, Attribute attribute, @Nullable String noted, Function<String, Object> value) {
        if (noted != null && !noted.isEmpty()) {
            told.put(attribute, value.apply(noted));
        }
    }

    private static String kind(String backupEligible) {
        return Boolean.parseBoolean(backupEligible) ? "synced" : "device-bound";
    }

    private static Evidence<Observation> network(Instant now, ZoneTable zones, String address) {
        return switch (zones) {
            case ZoneTable.Usable(Zones usable) ->
                new Evidence.Known<>(new Observation(network(usable.of(address))), now);
            case ZoneTable.Unusable ignored -> new Evidence.Missing<>(Absence.SOURCE_FAILED);
        };
    }

    private static Map<Attribute, Object> network(Optional<Zone> zone) {
        return Map.of(
                Attribute.NETWORK_ZONE,
                zone.map(Zone::name).orElse(Attribute.UNKNOWN),
                Attribute.NETWORK_TRUST,
                zone.map(known -> known.trust().name().toLowerCase(Locale.ROOT)).orElse(Attribute.UNKNOWN));
    }
}
