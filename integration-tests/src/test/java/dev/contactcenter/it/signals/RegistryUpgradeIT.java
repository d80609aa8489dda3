package dev.contactcenter.it.signals;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.contactcenter.demo.server.DemoRealm;
import dev.contactcenter.it.server.Admin;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.OwnServer;
import dev.contactcenter.it.server.WithKeycloak;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A database in which the registry kept one row for each kind of reporter, found by the id of the device itself. */
@Tag("signals")
@WithKeycloak
@DisplayName("A registry of before")
final class RegistryUpgradeIT {

    /** The tables as they were, with rows of each kind. */
    private static final List<String> BEFORE = List.of(
            "drop table CONTACT_CENTER_DEVICE",
            "drop table CONTACT_CENTER_DEVICE_PASSKEY",
            "delete from DATABASECHANGELOG_CCREGISTRY where ID <> '0.1.0-device'",
            """
            create table CONTACT_CENTER_DEVICE (REALM_ID varchar(36) not null, DEVICE_ID varchar(255) not null,
              ORIGIN varchar(16) not null, OWNER_NAME varchar(255), DEVICE_CLASS varchar(16), MANAGEMENT varchar(16),
              COMPLIANCE varchar(16), OS varchar(16), OS_VERSION varchar(255), ENCRYPTION varchar(16), EDR varchar(16),
              OBSERVED_AT bigint not null, REPORTED_BY varchar(255), KEPT_BY varchar(36), UPDATED_AT bigint not null,
              constraint PK_CONTACT_CENTER_DEVICE primary key (REALM_ID, DEVICE_ID, ORIGIN))""",
            "create index IDX_CC_DEVICE_KEPT_BY on CONTACT_CENTER_DEVICE (KEPT_BY)",
            """
            create table CONTACT_CENTER_DEVICE_PASSKEY (CREDENTIAL_ID varchar(255) not null constraint PK_CC_DEVICE_PASSKEY
              primary key, REALM_ID varchar(36) not null, DEVICE_ID varchar(255) not null, USER_ID varchar(255) not null)""",
            "create index IDX_CC_DEVICE_PASSKEY_DEVICE on CONTACT_CENTER_DEVICE_PASSKEY (REALM_ID, DEVICE_ID)",
            "create index IDX_CC_DEVICE_PASSKEY_USER on CONTACT_CENTER_DEVICE_PASSKEY (USER_ID)",
            device("FEED", "noncompliant", "'device-management'"),
            device("SIGNAL", "compliant", "null"),
            device("FEED", "compliant", "'administrator'").replace("desk''s", "by-admin"),
            "insert into CONTACT_CENTER_DEVICE_PASSKEY select 'c-1', ID, 'desk''s', 'u-1' from REALM where NAME = '"
                    + DemoRealm.NAME + "'");

    private static String device(String origin, String compliance, String reporter) {
        return "insert into CONTACT_CENTER_DEVICE (REALM_ID, DEVICE_ID, ORIGIN, COMPLIANCE, OBSERVED_AT, REPORTED_BY, UPDATED_AT)"
                + " select ID, 'desk''s', '" + origin + "', '" + compliance + "', 1790000000000, " + reporter
                + ", 1790000000000 from REALM where NAME = '" + DemoRealm.NAME + "'";
    }

    @Test
    void is_read_and_written_as_ever(KeycloakServer common) {
        try (OwnServer server =
                OwnServer.start(common, "keycloak-upgraded", "drain-interval-millis=60000", OwnServer.OPEN_DATABASE)) {
            server.keycloak().stop();
            server.change(BEFORE);

            server.keycloak().start();

            JsonNode device = get(server, "/desk's");
            assertThat(device.path("reports").findValuesAsText("origin")).containsExactly("feed", "signal");
            assertThat(device.path("reports").findValuesAsText("compliance"))
                    .containsExactly("noncompliant", "compliant");
            assertThat(device.at("/reports/0/reportedBy").asText()).isEqualTo("device-management");
            assertThat(device.at("/passkeys/0").asText()).isEqualTo("c-1");
            server.admin(DemoRealm.NAME)
                    .post(
                            "/contact-center/devices",
                            Admin.object("{\"id\":\"by-admin\",\"compliance\":\"noncompliant\"}"))
                    .orFail();
            assertThat(get(server, "/by-admin").path("reports").findValuesAsText("compliance"))
                    .as("an administrator's word replaces an administrator's")
                    .containsExactly("noncompliant");
        }
    }

    private static JsonNode get(OwnServer server, String device) {
        return server.admin(DemoRealm.NAME)
                .get("/contact-center/devices" + device)
                .orFail()
                .json();
    }
}
