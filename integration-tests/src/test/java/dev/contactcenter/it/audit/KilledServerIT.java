package dev.contactcenter.it.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.contactcenter.demo.server.DemoRealm;
import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.BesideOthers;
import dev.contactcenter.it.server.Http;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.OwnServer;
import dev.contactcenter.it.server.RealmAdmin;
import dev.contactcenter.it.server.Waiting;
import dev.contactcenter.it.server.WithKeycloak;
import dev.contactcenter.it.services.ServiceAccount;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("audit")
@WithKeycloak
@BesideOthers
@DisplayName("A server that is killed right after its answers")
final class KilledServerIT {

    private static final String SERVICE = "cti-connector";
    private static final int ROUNDS = 6;

    /** Gauges are set anew every fifteen seconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private OwnServer server;

    @BeforeEach
    void aServerThatDeliversNothingBeforeItIsKilled(KeycloakServer common) {
        server = OwnServer.start(common, "keycloak-killed", "drain-interval-millis=60000");
        RealmAdmin admin = server.admin(DemoRealm.NAME);
        ServiceAccount.giveSecret(admin, SERVICE);
        admin.allowOptionalScope("report:query", SERVICE);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void has_lost_no_record_of_them_when_it_is_back_and_told_before_how_long_they_wait() {
        List<String> permitted = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            assertThat(ask("report:query").text("error")).isEqualTo("access_denied");
            permitted.add(
                    new Tokens(ask("record:view").orFail()).claims().path("txn").asText());
        }
        Waiting.until(
                PATIENCE,
                () -> sealingLag().filter(seconds -> seconds > 0),
                () -> "The oldest record is said to wait for " + sealingLag() + " seconds");
        server.keycloak().kill();
        assertThat(server.records().all()).as("delivered before the kill").isEmpty();

        server.keycloak().start();

        List<JsonNode> records = Waiting.until(
                Duration.ofSeconds(90),
                () -> Optional.of(server.records().all())
                        .filter(all -> ids(all, "permit").containsAll(permitted)),
                () -> "Of " + permitted + " only these came: "
                        + server.records().all());
        assertThat(ids(records, "deny")).as("refusals").hasSize(ROUNDS);
    }

    private Optional<Double> sealingLag() {
        return Http.get(server.keycloak().managementUrl() + "/metrics")
                .orFail()
                .body()
                .lines()
                .filter(line -> line.startsWith("contact_center_audit_sealing_lag_seconds "))
                .map(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst();
    }

    private Answer ask(String scope) {
        return ServiceAccount.ask(server.keycloak().realmUrl(DemoRealm.NAME), SERVICE, scope);
    }

    private static Set<String> ids(List<JsonNode> records, String outcome) {
        return records.stream()
                .filter(record -> record.path("outcome").asText().equals(outcome))
                .map(record -> record.path("id").asText())
                .collect(Collectors.toSet());
    }
}
