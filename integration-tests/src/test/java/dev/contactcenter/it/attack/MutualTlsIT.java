package dev.contactcenter.it.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contactcenter.it.client.Person;
import dev.contactcenter.it.client.Screen;
import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.BesideOthers;
import dev.contactcenter.it.signals.DeviceRealm;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Keycloak ends TLS itself and asks for a certificate: no proxy, no header. */
@Tag("attack")
@Tag("signals")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@BesideOthers
@DisplayName("A certificate on a TLS connection to Keycloak")
final class MutualTlsIT {

    private static final String DESK = "cc-0412.devices.example.test";
    private static final String APP = "cc-0999.devices.example.test";

    private final TlsServer server = TlsServer.start(DESK, APP);
    private final DeviceRealm realm = realm();

    /** The app's own certificate would do for a device, if it were taken for one. */
    private DeviceRealm realm() {
        DeviceRealm made = DeviceRealm.of(
                server.keycloak(),
                "tls",
                "device.id != \"cc-0412\" && device.id != \"cc-0999\"",
                plan -> plan.addClient(app()));
        made.source("certificate", "contact-center-client-certificate", server.source())
                .orFail();
        return made;
    }

    private static ObjectNode app() {
        ObjectNode client = Clients.allGrants();
        client.put("clientAuthenticatorType", "client-x509");
        client.withObject("/attributes")
                .put("x509.subjectdn", "CN=" + APP)
                .put("x509.allow.regex.pattern.comparison", "false")
                .put("tls.client.certificate.bound.access.tokens", "true");
        return client;
    }

    @AfterAll
    void close() {
        server.close();
    }

    @Test
    void names_the_device_of_the_person() {
        Person supervisor = at(DESK);

        Screen end = supervisor.goOn(open(supervisor, realm.console().authorizationUrl(DeviceRealm.MONITOR, Map.of())));

        Tokens tokens = Person.tokens(realm.console(), end);
        assertThat(DeviceRealm.told(realm.recordOf(tokens))).isEqualTo("certificate told");
    }

    @Test
    void is_not_needed_to_sign_in_and_its_absence_is_no_device() {
        Person supervisor = new Person("supervisor");
        supervisor.browser().connectBy(server.withoutCertificate());

        Screen end = supervisor.goOn(open(supervisor, realm.console().authorizationUrl(DeviceRealm.MONITOR, Map.of())));

        assertThat(DeviceRealm.told(realm.refusal(end))).isEmpty();
    }

    @Test
    void ends_the_connection_if_nobody_that_the_server_trusts_issued_it() {
        Person attacker = new Person("supervisor");
        attacker.browser().connectBy(server.withStrangersCertificate(DESK));

        assertThatThrownBy(() -> open(attacker, realm.console().authorizationUrl(DeviceRealm.MONITOR, Map.of())))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void that_authenticates_an_application_does_not_put_its_server_on_the_desk_of_the_person() {
        Person supervisor = at(DESK);

        Screen end = supervisor.goOn(open(
                supervisor,
                server.authorization(realm, Clients.ALL_GRANTS).authorizationUrl(DeviceRealm.MONITOR, Map.of())));
        Answer redeemed = server.token(realm, APP, server.code(end));

        Tokens tokens = new Tokens(redeemed.orFail());
        assertThat(tokens.scope()).contains("queue:monitor");
        JsonNode record = recordOf(tokens);
        assertThat(DeviceRealm.told(record))
                .isEqualTo(
                        "certificate not-provided the certificate is the application's own, which calls from a server\n"
                                + "certificate remembered");
        Answer refreshed =
                server.token(realm, APP, Map.of("grant_type", "refresh_token", "refresh_token", tokens.refresh()));
        assertThat(new Tokens(refreshed.orFail()).scope()).contains("queue:monitor");
    }

    @Test
    void that_authenticates_an_application_is_no_device_for_whoever_lets_it_in_from_another() {
        Answer started = server.post(
                        realm.fixture(),
                        server.withCertificate(APP),
                        "/auth/device",
                        Map.of("client_id", Clients.ALL_GRANTS, "scope", "openid " + DeviceRealm.MONITOR))
                .orFail();
        Person supervisor = at(DESK);
        Screen consent = supervisor.goOn(
                supervisor.browser().open(server.secure(URI.create(started.text("verification_uri_complete")))));
        supervisor.browser().submit(consent, "form:has([name=accept])", Map.of("accept", "Yes"));

        Answer polled = server.token(
                realm,
                APP,
                Map.of(
                        "grant_type",
                        "urn:ietf:params:oauth:grant-type:device_code",
                        "device_code",
                        started.text("device_code")));

        assertThat(polled.status()).as(polled.toString()).isEqualTo(400);
        assertThat(polled.body()).contains("device_not_compliant");
    }

    private Person at(String device) {
        Person supervisor = new Person("supervisor");
        supervisor.browser().connectBy(server.withCertificate(device));
        return supervisor;
    }

    private Screen open(Person person, String url) {
        return person.browser().open(server.secure(URI.create(url)));
    }

    private JsonNode recordOf(Tokens tokens) {
        String txn = tokens.claims().path("txn").asText();
        return server.keycloak()
                .records()
                .await(realm.fixture().name(), one -> one.path("id").asText().equals(txn));
    }
}
