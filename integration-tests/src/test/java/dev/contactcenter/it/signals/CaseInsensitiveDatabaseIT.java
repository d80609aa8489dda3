package dev.contactcenter.it.signals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactcenter.demo.server.KeycloakOptions;
import dev.contactcenter.it.server.KeycloakServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** MySQL, MariaDB and SQL Server compare texts without regard to case unless they are told otherwise; H2 can be told to. */
@Tag("signals")
@Tag("attack")
@DisplayName("A database to which CC-1 and cc-1 are the same")
final class CaseInsensitiveDatabaseIT {

    @Test
    void neither_confuses_nor_merges_devices() {
        try (KeycloakServer server = KeycloakServer.own(
                        "keycloak-case-insensitive",
                        new KeycloakOptions.Launch(
                                List.of(), List.of("--db-url-properties=;IGNORECASE=TRUE"), Map.of()));
                PostureIssuer issuer = new PostureIssuer()) {
            DeviceRealm realm = DeviceRealm.of(server, "case", Feed::plan);
            realm.trust(issuer, Map.of()).orFail();
            realm.source("registry", "contact-center-device-registry", Map.of()).orFail();
            Feed feed = Feed.of(realm.fixture());
            assertThat(realm.fixture().admin().get("/clients?clientId=CRM-API").json())
                    .as("Keycloak's own client in another case")
                    .hasSize(1);

            feed.post("", "{\"id\":\"CC-1\",\"compliance\":\"compliant\"}").orFail();
            // The posture of the other device is no posture of this one.
            realm.refused(DeviceRealm.supervisor(
                    issuer.token("cc-1").compliance("unknown").signed()));
            feed.post("", "{\"id\":\"cc-1\",\"compliance\":\"noncompliant\"}").orFail();

            realm.granted(DeviceRealm.supervisor(
                    issuer.token("CC-1").compliance("unknown").signed()));
            realm.refused(DeviceRealm.supervisor(
                    issuer.token("cc-1").compliance("unknown").signed()));
            assertThat(feed.get("?search=cc-1").json().findValuesAsText("id"))
                    .containsExactlyInAnyOrder("CC-1", "cc-1");
            assertThat(feed.delete("/cc-1").status()).isEqualTo(204);
            assertThat(feed.get("/CC-1").json().at("/reports/0/compliance").asText())
                    .isEqualTo("compliant");
        }
    }
}
