package dev.contactcenter.it.signals;

import static dev.contactcenter.it.signals.DeviceRealm.supervisor;
import static dev.contactcenter.it.signals.DeviceRealm.told;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.contactcenter.it.client.Person;
import dev.contactcenter.it.server.Admin;
import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.Waiting;
import dev.contactcenter.it.server.WithKeycloak;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the registry knows of a device that a posture token proves, and what that means for a sign-in. */
@Tag("signals")
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("The device registry as a source")
final class DeviceRegistryIT {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final String REGISTRY = "contact-center-device-registry";

    private final PostureIssuer issuer = new PostureIssuer();
    private final KeycloakServer server;
    private final DeviceRealm realm;
    private final DeviceRealm other;

    DeviceRegistryIT(KeycloakServer server) {
        this.server = server;
        this.realm = DeviceRealm.of(server, "registry");
        this.other = DeviceRealm.of(server, "registry-other");
    }

    @BeforeAll
    void configure() {
        realm.trust(issuer, Map.of()).orFail();
        realm.source("registry", REGISTRY, Map.of()).orFail();
    }

    @AfterAll
    void close() {
        realm.close();
        other.close();
        issuer.close();
    }

    @Test
    void tells_of_a_device_that_was_proven() {
        tell(realm, "\"id\":\"r-1\",\"compliance\":\"compliant\"");

        JsonNode record = realm.recordOf(realm.granted(proving("r-1")));

        assertThat(told(record)).isEqualTo("endpoint agent told \nregistry told");
    }

    @Test
    void is_silent_about_a_device_that_it_does_not_know() {
        assertThat(told(realm.refused(proving("r-unknown")))).isEqualTo("endpoint agent told");
    }

    @Test
    void is_silent_where_no_device_was_proven() {
        assertThat(told(realm.refused(new Person("supervisor")))).isEmpty();
    }

    @Test
    void never_sees_a_row_of_another_realm() {
        tell(other, "\"id\":\"r-2\",\"compliance\":\"compliant\"");

        assertThat(told(realm.refused(proving("r-2")))).isEqualTo("endpoint agent told");
    }

    @Test
    void outweighs_a_token_that_says_better_things() {
        tell(realm, "\"id\":\"r-3\",\"compliance\":\"noncompliant\"");

        realm.refused(supervisor(issuer.token("r-3").signed()));
    }

    @Test
    void tells_at_once_what_was_changed() {
        tell(realm, "\"id\":\"r-4\",\"compliance\":\"compliant\"");
        realm.granted(proving("r-4"));

        tell(realm, "\"id\":\"r-4\",\"compliance\":\"noncompliant\"");

        realm.refused(proving("r-4"));
    }

    @Test
    void does_not_count_what_was_observed_too_long_ago() {
        Instant yesterday = Instant.now().minus(1, ChronoUnit.DAYS);
        tell(realm, "\"id\":\"r-5\",\"compliance\":\"compliant\",\"observedAt\":\"" + yesterday + "\"");

        assertThat(told(realm.refused(proving("r-5")))).contains("registry stale");
    }

    @Test
    void learns_from_what_a_token_told_and_keeps_it_beside_what_others_told() {
        tell(realm, "\"id\":\"r-6\",\"compliance\":\"compliant\",\"class\":\"vdi\"");

        realm.granted(supervisor(issuer.token("r-6").signed()));

        JsonNode device = await("r-6", found -> found.path("reports").size() == 2);
        assertThat(device.at("/reports/0/origin").asText()).isEqualTo("administrator");
        assertThat(device.at("/reports/0/class").asText()).isEqualTo("vdi");
        assertThat(device.at("/reports/1/origin").asText()).isEqualTo("signal");
        assertThat(device.at("/reports/1/reportedBy").asText()).isEqualTo("endpoint agent");
        assertThat(device.at("/reports/1/management").asText()).isEqualTo("managed");
    }

    @Test
    void believes_what_is_kept_by_hand_and_never_finds_it_stale() {
        Instant yesterday = Instant.now().minus(1, ChronoUnit.DAYS);
        tell(realm, "\"id\":\"r-7\",\"compliance\":\"noncompliant\",\"observedAt\":\"" + yesterday + "\"");
        realm.source("desk", "contact-center-device", Map.of("deviceId", "r-7", "compliance", "compliant"))
                .orFail();

        realm.granted(proving("r-7"));
    }

    @Test
    void remembers_which_passkeys_were_enrolled_on_a_device() {
        tell(realm, "\"id\":\"r-8\",\"compliance\":\"compliant\",\"class\":\"assigned\"");
        String user = "/users/" + realm.fixture().admin().userId("supervisor");
        realm.fixture()
                .admin()
                .change(user, found -> found.set("requiredActions", Admin.array("webauthn-register-passwordless")))
                .orFail();

        realm.granted(proving("r-8"));

        JsonNode device = await("r-8", found -> found.path("passkeys").size() == 1);
        String credentials =
                realm.fixture().admin().get(user + "/credentials").orFail().body();
        assertThat(credentials).contains(device.at("/passkeys/0").asText());
    }

    @Test
    void tells_nobody_but_the_owner_of_a_device_if_it_is_configured_so() {
        try (DeviceRealm owned = DeviceRealm.of(server, "owned")) {
            owned.trust(issuer, Map.of()).orFail();
            owned.source("registry", REGISTRY, Map.of("ownedDevices", "owner-only"))
                    .orFail();
            tell(owned, "\"id\":\"o-1\",\"owner\":\"SUPERVISOR\",\"class\":\"assigned\",\"compliance\":\"compliant\"");
            tell(owned, "\"id\":\"o-2\",\"owner\":\"agent\",\"class\":\"personal\",\"compliance\":\"compliant\"");
            tell(owned, "\"id\":\"o-3\",\"owner\":\"agent\",\"class\":\"shared\",\"compliance\":\"compliant\"");

            owned.granted(proving("o-1"));
            assertThat(told(owned.refused(proving("o-2"))))
                    .contains("registry malformed the device o-2 is registered as somebody else's");
            owned.granted(proving("o-3"));
        }
    }

    @Test
    void has_no_settings_that_cannot_be_right() {
        Answer refused = realm.source("another", REGISTRY, Map.of("cacheFor", "PT2H"));

        assertThat(refused.text("errorMessage"))
                .isEqualTo("Setting 'cacheFor' cannot be used: 'PT2H' is not from PT0S to PT1H");
    }

    /** Somebody whose token proves the device and says nothing good about it. */
    private Person proving(String device) {
        return supervisor(issuer.token(device).compliance("unknown").signed());
    }

    private static void tell(DeviceRealm realm, String members) {
        realm.fixture()
                .admin()
                .post("/contact-center/devices", Admin.object("{" + members + "}"))
                .orFail();
    }

    private JsonNode await(String device, Predicate<JsonNode> wanted) {
        return Waiting.until(
                PATIENCE,
                () -> Optional.of(realm.fixture().admin().get("/contact-center/devices/" + device))
                        .filter(answer -> answer.status() == 200)
                        .map(Answer::json)
                        .filter(wanted),
                () -> "The registry does not learn of " + device);
    }
}
