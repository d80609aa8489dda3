package dev.contactcenter.it.signals;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.contactcenter.demo.drill.CountryDatabase;
import dev.contactcenter.it.client.Person;
import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.WithKeycloak;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("signals")
@WithKeycloak
@DisplayName("A location")
final class LocationIT {

    private static final String RULES = """
            rules:
              - id: only-from-here
                actions: [queue:monitor]
                when: location.country != "DE"
                deny: { reason: wrong_country }
            """;

    @TempDir
    Path folder = Path.of("");

    @Test
    void is_missing_while_its_database_is_garbage_and_the_record_says_which(KeycloakServer server) throws IOException {
        Path file = folder.resolve("country.mmdb");
        Files.write(file, new byte[10 << 20]);
        try (SignalRealm stage = SignalRealm.of(server, "location", RULES)) {
            stage.keep("contact-center-location", Map.of("countryDatabase", file.toString()))
                    .orFail();

            JsonNode record = stage.refused(new Person("supervisor"), "wrong_country");

            assertThat(record.path("missing").toString()).isEqualTo("{\"location.country\":\"source-failed\"}");
            assertThat(record.path("evidence").toString())
                    .contains("country.mmdb: it cannot be read as a database in MaxMind's format");
        }
    }

    @Test
    void is_that_of_the_network_address(KeycloakServer server) {
        var countries = new CountryDatabase(folder.resolve("country.mmdb"));
        countries.write();
        try (SignalRealm stage = SignalRealm.of(server, "location-known", RULES)) {
            stage.keep(
                            "contact-center-location",
                            Map.of("countryDatabase", countries.file().toString()))
                    .orFail();

            Tokens tokens = new Person("supervisor").signIn(stage.console(), SignalRealm.EVERYDAY);

            assertThat(stage.recordOf(tokens).path("missing").has("location.country"))
                    .isFalse();
            stage.realm()
                    .admin()
                    .putPolicy(SignalRealm.policy(RULES.replace("DE", "FR")))
                    .orFail();
            assertThat(stage.console().refresh(tokens.refresh()).body()).doesNotContain("queue:monitor");
            stage.refused(new Person("supervisor"), "wrong_country");
        }
    }

    @Test
    void is_not_to_be_had_without_a_file(KeycloakServer server) {
        try (SignalRealm stage = SignalRealm.of(server, "location-nowhere", RULES)) {
            Answer none = stage.keep("contact-center-location", Map.of());
            Answer relative = stage.keep("contact-center-location", Map.of("asnDatabase", "asn.mmdb"));

            assertThat(none.status()).isEqualTo(400);
            assertThat(none.body()).contains("neither it nor 'asnDatabase' names a file");
            assertThat(relative.status()).isEqualTo(400);
            assertThat(relative.body()).contains("'asn.mmdb' is not an absolute path");
        }
    }
}
