package dev.contactcenter.it.signals;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.contactcenter.it.client.Person;
import dev.contactcenter.it.server.Admin;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.Waiting;
import dev.contactcenter.it.server.WithKeycloak;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The management system complains of a device, and an inventory that knows less finds it well. */
@Tag("signals")
@Tag("attack")
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("A device of which two feeds tell")
final class DisagreeingFeedsIT {

    private static final String INVENTORY = "device-inventory";
    private static final String GOOD = "compliant";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String BAD = "noncompliant";

    private final PostureIssuer issuer = new PostureIssuer();
    private final DeviceRealm realm;
    private final Feed management;
    private final Feed inventory;

    DisagreeingFeedsIT(KeycloakServer server) {
        realm = DeviceRealm.of(server, "feeds", plan -> Feed.plan(Feed.plan(plan), INVENTORY));
        management = Feed.of(realm.fixture());
        inventory = Feed.of(realm.fixture(), INVENTORY);
    }

    @BeforeAll
    void configure() {
        realm.trust(issuer, Map.of()).orFail();
        realm.source("registry", "contact-center-device-registry", Map.of()).orFail();
    }

    @AfterAll
    void close() {
        realm.close();
        issuer.close();
    }

    @Test
    void is_what_the_stricter_of_them_says_whoever_speaks_last() {
        tell(management, "d-1", BAD);
        tell(inventory, "d-1", GOOD);

        realm.refused(proving("d-1"));

        tell(management, "d-1", GOOD);
        realm.granted(proving("d-1"));

        tell(inventory, "d-1", BAD);
        realm.refused(proving("d-1"));
    }

    @Test
    void is_freed_by_the_one_that_complained_and_by_no_other() {
        tell(management, "d-2", BAD);
        tell(inventory, "d-2", GOOD);

        assertThat(inventory.delete("/d-2").status()).isEqualTo(204);
        realm.refused(proving("d-2"));
        tell(inventory, "d-2", GOOD);
        assertThat(management.delete("/d-2").status()).isEqualTo(204);

        realm.granted(proving("d-2"));
    }

    @Test
    void is_not_forgotten_by_a_feed_that_never_told_of_it() {
        tell(management, "d-3", BAD);

        assertThat(inventory.delete("/d-3").text("detail"))
                .isEqualTo("This feed told nothing of a device of this id; what others told is theirs to withdraw.");
        realm.refused(proving("d-3"));
    }

    @Test
    void is_what_the_fresh_one_says_when_the_other_grows_stale() {
        String yesterday = ",\"observedAt\":\"" + Instant.now().minus(1, ChronoUnit.DAYS) + "\"";
        tell(management, "d-4", BAD + "\"" + yesterday + ",\"os\":\"linux");
        tell(inventory, "d-4", GOOD);
        tell(management, "d-5", BAD);
        tell(inventory, "d-5", GOOD + "\"" + yesterday + ",\"os\":\"linux");

        realm.granted(proving("d-4"));
        realm.refused(proving("d-5"));
    }

    @Test
    void is_what_the_stricter_of_two_systems_says_that_one_client_speaks_for() {
        management.post("?mapping=intune", """
                        {"value":[{"azureADDeviceId":"d-6","complianceState":"noncompliant","managementState":"managed",
                          "lastSyncDateTime":"%s"}]}""".formatted(Instant.now())).orFail();
        tell(management, "d-6", GOOD);

        realm.refused(proving("d-6"));

        // What the sign-in told is stored a moment later.
        JsonNode reports = Waiting.until(
                PATIENCE,
                () -> Optional.of(management.get("/d-6").json().path("reports")).filter(stored -> stored.size() == 3),
                () -> "What the sign-in told is not stored: "
                        + management.get("/d-6").json());
        assertThat(reports.findValuesAsText("mapping")).containsExactly("intune");
        assertThat(reports.findValuesAsText("reportedBy"))
                .containsExactlyInAnyOrder(Feed.CLIENT, Feed.CLIENT, "endpoint agent");
    }

    @Test
    void is_withdrawn_by_an_administrator_whoever_told_of_it() {
        tell(management, "d-7", BAD);
        tell(inventory, "d-7", BAD);
        realm.fixture()
                .admin()
                .post("/contact-center/devices", Admin.object("{\"id\":\"d-7\",\"class\":\"kiosk\"}"))
                .orFail();
        assertThat(management.get("/d-7").json().path("reports").findValuesAsText("origin"))
                .containsExactly("administrator", "feed", "feed");

        realm.fixture().admin().delete("/contact-center/devices/d-7").orFail();

        assertThat(management.get("/d-7").status()).isEqualTo(404);
    }

    /** A token that proves the device and says nothing good about it. */
    private Person proving(String device) {
        return DeviceRealm.supervisor(issuer.token(device).compliance("unknown").signed());
    }

    private static void tell(Feed feed, String device, String compliance) {
        feed.post("", "{\"id\":\"" + device + "\",\"compliance\":\"" + compliance + "\"}")
                .orFail();
    }
}
