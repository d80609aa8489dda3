package dev.contactcenter.kit.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The meters of delivering")
final class DeliveryMetersTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final DeliveryMeters meters = new DeliveryMeters();

    @BeforeEach
    void listen() {
        Metrics.addRegistry(registry);
    }

    @AfterEach
    void stop() {
        meters.keepOnly(Map.of());
        Metrics.removeRegistry(registry);
    }

    @Test
    void of_a_sink_that_is_no_more_go_and_those_of_others_stay() {
        tellOf("siem");
        tellOf("archive");

        meters.keepOnly(Map.of("meters-test", Set.of("siem")));

        assertThat(sinks()).containsOnly("siem").hasSize(6);
    }

    @Test
    void tell_of_what_waits_before_any_sink_whatever_sinks_there_are() {
        meters.ownLag(7, 0);
        meters.ownLag(9, 2);

        meters.keepOnly(Map.of());

        assertThat(registry.get("contact_center.audit.sealing.lag").gauge().value())
                .isEqualTo(9);
        assertThat(registry.get("contact_center.audit.server.lag").gauge().value())
                .isEqualTo(2);
    }

    private void tellOf(String sink) {
        meters.delivered("meters-test", sink, 3);
        meters.failed("meters-test", sink);
        meters.standing(
                "meters-test",
                new SinkStanding(
                        sink,
                        "kind",
                        "active",
                        1,
                        Optional.empty(),
                        3,
                        Optional.empty(),
                        1,
                        Optional.empty(),
                        Optional.empty(),
                        0,
                        0),
                0);
    }

    private List<String> sinks() {
        return registry.getMeters().stream()
                .map(meter -> meter.getId().getTag("sink"))
                .filter(Objects::nonNull)
                .toList();
    }
}
