package dev.contactcenter.it.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.contactcenter.demo.server.DemoRealm;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.OwnServer;
import dev.contactcenter.it.server.Waiting;
import dev.contactcenter.it.server.WithKeycloak;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A database in which records waited for their seal in Keycloak's outbox. */
@Tag("audit")
@WithKeycloak
@DisplayName("A trail of before")
final class TrailUpgradeIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final List<String> BEFORE = List.of(
            "drop table CONTACT_CENTER_RECORD",
            "delete from DATABASECHANGELOG_CCAUDITLOG where ID like '0.1.0-audit-unsealed%'",
            row("a", "later", "PENDING", 2),
            row("b", "earlier", "PENDING", 1),
            row("c", "long-delivered", "DELIVERED", 0));

    private static String row(String id, String record, String status, int second) {
        return "insert into OUTBOX_ENTRY (ID, ENTRY_KIND, REALM_ID, OWNER_ID, CORRELATION_ID, ENTRY_TYPE, PAYLOAD, STATUS, ATTEMPTS,"
                + " NEXT_ATTEMPT_AT, CREATED_AT) select '" + id + "', 'contact-center-decision', ID, ID, '" + record
                + "', 'permit', '{\"id\":\"" + record + "\"}', '" + status + "', 0, timestamp '2026-11-01 10:00:0"
                + second + "', timestamp '2026-11-01 10:00:00' from REALM where NAME = '" + DemoRealm.NAME + "'";
    }

    @Test
    void goes_on_with_what_waited_in_its_order(KeycloakServer common) {
        try (OwnServer server = OwnServer.start(
                common, "keycloak-trail-upgraded", "drain-interval-millis=100", OwnServer.OPEN_DATABASE)) {
            server.keycloak().stop();
            server.change(BEFORE);

            server.keycloak().start();

            List<JsonNode> delivered = Waiting.until(
                    PATIENCE,
                    () -> Optional.of(server.records().all()).filter(all -> ids(all).contains("later")),
                    () -> "Only these came: " + server.records().all());
            assertThat(ids(delivered)).containsSubsequence("earlier", "later").doesNotContain("long-delivered");
        }
    }

    private static List<String> ids(List<JsonNode> records) {
        return records.stream().map(record -> record.path("id").asText()).toList();
    }
}
