package dev.contactcenter.it.signals;

import static dev.contactcenter.it.signals.DeviceRealm.supervisor;
import static dev.contactcenter.it.signals.DeviceRealm.told;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.contactcenter.it.client.Person;
import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.WithKeycloak;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@Tag("signals")
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("A posture token")
final class PostureTokenIT {

    private final PostureIssuer issuer = new PostureIssuer();
    private final DeviceRealm realm;
    private final KeycloakServer server;

    PostureTokenIT(KeycloakServer server) {
        this.server = server;
        this.realm = DeviceRealm.of(server, "posture");
    }

    @BeforeAll
    void configure() {
        realm.trust(issuer, Map.of()).orFail();
    }

    @AfterAll
    void close() {
        realm.close();
        issuer.close();
    }

    @Test
    void lets_a_compliant_device_in_and_the_record_names_the_source() {
        Tokens tokens = realm.granted(supervisor(issuer.token("cc-1").signed()));

        JsonNode record = realm.recordOf(tokens);
        assertThat(told(record)).isEqualTo("endpoint agent told");
        assertThat(record.path("evidence").path(0).path("observed_at").asText()).isNotEmpty();
        assertThat(record.path("degraded").asBoolean()).isFalse();
    }

    @Test
    void keeps_another_device_out() {
        JsonNode record = realm.refused(
                supervisor(issuer.token("cc-2").compliance("noncompliant").signed()));

        assertThat(told(record)).isEqualTo("endpoint agent told");
        assertThat(record.path("degraded").asBoolean()).isFalse();
    }

    @Test
    void is_missing_where_none_is_shown() {
        JsonNode record = realm.refused(new Person("supervisor"));

        assertThat(told(record)).isEmpty();
        assertThat(record.path("missing").toString()).isEqualTo("{\"device.compliance\":\"not-provided\"}");
    }

    @Test
    void may_be_shown_again_by_the_session_that_showed_it_and_lasts_when_it_is_not() {
        Person person = supervisor(issuer.token("cc-3").signed());

        Tokens first = realm.granted(person);
        realm.granted(person);
        person.browser().carryNothing();
        realm.granted(person);

        assertThat(realm.console().refresh(first.refresh()).orFail().text("scope"))
                .contains("queue:monitor");
    }

    @Test
    void replaces_what_an_earlier_one_of_the_same_device_told() {
        Person person = supervisor(issuer.token("cc-4").signed());
        realm.granted(person);

        person.browser().carryNothing();
        person.browser()
                .carry(
                        DeviceRealm.HEADER,
                        issuer.token("cc-4").compliance("noncompliant").signed());

        assertThat(told(realm.refused(person))).isEqualTo("endpoint agent told");
    }

    @Test
    void may_come_in_a_cookie() {
        try (DeviceRealm cookies = DeviceRealm.of(server, "cookies")) {
            cookies.trust(issuer, Map.of("carrier", "cookie", "name", "posture"))
                    .orFail();
            Person person = new Person("supervisor");
            person.browser().carryCookie("posture", issuer.token("cc-5").signed());

            assertThat(told(cookies.recordOf(cookies.granted(person)))).isEqualTo("endpoint agent told");
        }
    }

    @Test
    void is_not_disturbed_by_a_source_of_certificates_that_sees_none() {
        try (DeviceRealm both = DeviceRealm.of(server, "both")) {
            both.trust(issuer, Map.of()).orFail();
            both.source(
                            "certificate",
                            "contact-center-client-certificate",
                            Certificates.of(server).settings())
                    .orFail();

            JsonNode record =
                    both.recordOf(both.granted(supervisor(issuer.token("cc-8").signed())));

            assertThat(told(record)).isEqualTo("endpoint agent told");
            assertThat(record.path("degraded").asBoolean()).isFalse();
        }
    }

    @Test
    void tells_nothing_while_its_source_is_not_in_use() {
        try (DeviceRealm unused = DeviceRealm.of(server, "unused")) {
            unused.trust(issuer, Map.of("inUse", "no")).orFail();

            JsonNode record = unused.refused(supervisor(issuer.token("cc-6").signed()));

            assertThat(told(record)).isEmpty();
        }
    }

    @Test
    void has_no_source_whose_settings_cannot_be_right() {
        Answer refused = realm.trust(issuer, Map.of("algorithms", "HS256"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("Setting 'algorithms' cannot be used: 'HS256' is not one of ES256,");
    }
}
