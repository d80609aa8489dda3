package dev.contactcenter.it.signals;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.contactcenter.it.client.Person;
import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.WithKeycloak;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("signals")
@WithKeycloak
@DisplayName("Blocks of a zone that the realm keeps")
final class NetworkZonesIT {

    private static final String ZONE = "contact-center-zone";
    private static final String RULES = """
            rules:
              - id: not-at-the-desk
                actions: [queue:monitor]
                when: network.zone == "desk"
                deny: { reason: wrong_network }
            """;

    @Test
    void count_as_if_the_policy_listed_them_as_soon_as_they_are_kept(KeycloakServer server) {
        try (SignalRealm stage = SignalRealm.of(server, "zones", RULES)) {
            new Person("supervisor").signIn(stage.console(), SignalRealm.EVERYDAY);
            String thousands = IntStream.range(0, 10_000)
                    .mapToObj(i -> "10." + i / 250 + "." + i % 250 + ".0/24")
                    .collect(Collectors.joining(" "));

            stage.keep(ZONE, Map.of("zone", "desk", "cidrs", thousands + " 127.0.0.0/8, ::1/128"))
                    .orFail();

            JsonNode record = stage.refused(new Person("supervisor"), "wrong_network");
            assertThat(record.path("degraded").asBoolean()).isFalse();

            stage.keep(ZONE, Map.of("zone", "office", "cidrs", "127.0.0.1/32 ::1/128"))
                    .orFail();
            new Person("supervisor").signIn(stage.console(), SignalRealm.EVERYDAY);

            stage.drop(ZONE);
            new Person("supervisor").signIn(stage.console(), SignalRealm.EVERYDAY);
        }
    }

    @ParameterizedTest(name = "zone {0}, block {1}")
    @CsvSource({
        "desk, 10.20.1.0/16, after the prefix length all bits must be zero",
        "desk, 10.20.0.1, write 10.20.0.1/32 for this one address",
        "desk, office, is not a block of addresses",
        "desk, '', it is empty",
        "dock, 10.0.0.0/8, the policy in force has no zone 'dock'; it has desk",
        "'', 10.0.0.0/8, the policy in force has no zone ''"
    })
    void are_refused_in_words(String zone, String blocks, String problem, KeycloakServer server) {
        try (SignalRealm stage = SignalRealm.of(server, "zones-refused", RULES)) {
            Answer answer = stage.keep(ZONE, Map.of("zone", zone, "cidrs", blocks));

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body()).contains(problem);
        }
    }
}
