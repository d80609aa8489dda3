package dev.contactcenter.mappers.claims;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.contactcenter.engine.decision.Bound;
import dev.contactcenter.engine.network.Zones;
import dev.contactcenter.engine.policy.BreakGlass;
import dev.contactcenter.engine.policy.Catalogue;
import dev.contactcenter.engine.policy.Enforcement;
import dev.contactcenter.engine.policy.Policy;
import dev.contactcenter.engine.policy.Rollout;
import dev.contactcenter.engine.policy.SignalCare;
import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Evidence;
import dev.contactcenter.engine.request.Evidence.Absence;
import dev.contactcenter.engine.request.Facts;
import dev.contactcenter.engine.request.Observation;
import dev.contactcenter.engine.request.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("What a token tells of signals")
class SignalClaimsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final Observation DESK = new Observation(Map.of(
            Attribute.DEVICE_ID, "desk-17",
            Attribute.DEVICE_COMPLIANCE, "compliant",
            Attribute.DEVICE_MANAGEMENT, "managed",
            Attribute.DEVICE_OS, "linux"));
    private static final String NOTHING = "{\"compliance\":\"unknown\",\"management\":\"unknown\"}";

    @Test
    void is_the_device_and_nothing_more_of_it() {
        assertThat(device(new Evidence.Known<>(DESK, NOW.minus(Duration.ofMinutes(15)))))
                .isEqualTo("{\"compliance\":\"compliant\",\"id\":\"desk-17\",\"management\":\"managed\"}");
    }

    @Test
    void is_unknown_once_the_policy_takes_it_for_stale() {
        assertThat(device(new Evidence.Known<>(DESK, NOW.minus(Duration.ofMinutes(16)))))
                .isEqualTo(NOTHING);
    }

    @ParameterizedTest
    @EnumSource
    void is_unknown_where_the_signal_is_missing_whatever_was_known_last(Absence why) {
        assertThat(device(new Evidence.Missing<>(why, Optional.of(new Evidence.Known<>(DESK, NOW)))))
                .isEqualTo(NOTHING);
    }

    @Test
    void is_the_zone_or_unknown() {
        var corporate = new Observation(Map.of(Attribute.NETWORK_ZONE, "corporate"));

        assertThat(claims(Signal.NETWORK, new Evidence.Known<>(corporate, NOW)).zone())
                .isEqualTo("corporate");
        assertThat(claims(Signal.NETWORK, new Evidence.Missing<>(Absence.MALFORMED))
                        .zone())
                .isEqualTo("unknown");
    }

    private static String device(Evidence<Observation> evidence) {
        try {
            return new ObjectMapper()
                    .writeValueAsString(claims(Signal.DEVICE, evidence).device());
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static SignalClaims claims(Signal signal, Evidence<Observation> evidence) {
        return new SignalClaims(policy(), Facts.none(NOW).with(signal, evidence));
    }

    private static Policy policy() {
        return new Policy(
                new Policy.Head("r1", Enforcement.ENFORCED, new Rollout.Everyone()),
                List.of("password"),
                new Catalogue(Map.of(), Map.of(), Map.of()),
                Zones.NONE,
                Map.of(Signal.DEVICE, new SignalCare(Bound.atMost(Duration.ofMinutes(15)), Map.of())),
                new BreakGlass.None(),
                List.of());
    }
}
