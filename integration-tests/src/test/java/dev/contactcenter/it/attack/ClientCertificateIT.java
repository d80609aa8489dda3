package dev.contactcenter.it.attack;

import static dev.contactcenter.it.signals.DeviceRealm.told;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.contactcenter.demo.server.KeycloakOptions;
import dev.contactcenter.it.client.Person;
import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.BesideOthers;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.signals.Certificates;
import dev.contactcenter.it.signals.DeviceRealm;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A reverse proxy ends TLS and tells the client's certificate in a header (RFC 9440), which others can write, too. */
@Tag("attack")
@Tag("signals")
@BesideOthers
@DisplayName("A client certificate that a proxy tells")
final class ClientCertificateIT {

    private static final String HEADER = "Client-Cert";
    private static final String PINNED =
            "the certificate names a pinned issuer and is not certified by it, or not for this time or use";

    /** A server that takes certificates from the header. */
    private static KeycloakServer server(String... arguments) {
        return KeycloakServer.own(
                "keycloak-proxied",
                new KeycloakOptions.Launch(
                        List.of("--spi-x509cert-lookup--provider=rfc9440"), List.of(arguments), Map.of()));
    }

    private static DeviceRealm realm(KeycloakServer server) {
        DeviceRealm realm = DeviceRealm.of(server, "certificates", "device.id != \"cc-0412\"");
        realm.source(
                        "certificate",
                        "contact-center-client-certificate",
                        Certificates.of(server).settings())
                .orFail();
        return realm;
    }

    private static Person holder(String header) {
        Person person = new Person("supervisor");
        person.browser().carry(HEADER, header);
        return person;
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    @DisplayName("and the server knows which proxy")
    final class FromATrustedProxy {

        private final KeycloakServer server =
                server("--proxy-headers=xforwarded", "--proxy-trusted-addresses=127.0.0.1");
        private final Certificates certificates = Certificates.of(server);
        private final DeviceRealm realm = realm(server);

        @AfterAll
        void close() {
            server.close();
        }

        @Test
        void names_the_device_if_the_pinned_issuer_certified_it() {
            JsonNode record = realm.recordOf(realm.granted(holder(certificates.header("device"))));

            assertThat(told(record)).isEqualTo("certificate told");
        }

        @ParameterizedTest(name = "{0} names no device")
        @CsvSource(
                delimiter = '|',
                value = {
                    "other-issuer | not-provided the certificate is of another issuer: CN=Other CA",
                    "impostor     | malformed " + PINNED,
                    "server       | malformed " + PINNED,
                    "two-devices  | malformed the certificate names several devices, or none that can be kept",
                    "expired      | stale the certificate expired at 2025-01-01T00:00:00Z",
                })
        void names_no_device(String certificate, String outcome) {
            JsonNode record = realm.refused(holder(certificates.header(certificate)));

            assertThat(told(record)).isEqualTo("certificate " + outcome);
        }

        @Test
        void names_no_device_if_it_is_none() {
            assertThat(told(realm.refused(holder(":bm9uZQ==:"))))
                    .isEqualTo("certificate malformed the header holds no certificate");
        }

        @Test
        void is_not_looked_at_when_somebody_else_wrote_it() throws UnknownHostException {
            Person attacker = holder(certificates.header("device"));
            attacker.browser().sendFrom(InetAddress.getByName("127.0.0.2"));
            attacker.browser().carry("X-Forwarded-Trusted-Proxy", "true");
            attacker.browser().carry("X-Forwarded-For", "127.0.0.1");

            assertThat(told(realm.refused(attacker))).isEmpty();
        }

        @Test
        void has_no_source_that_pins_nobody() {
            Answer refused = realm.source("nobody", "contact-center-client-certificate", Map.of());

            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.body()).contains("Setting 'issuer' cannot be used: it must be given");
        }
    }

    @Nested
    @DisplayName("and the server takes anybody for a proxy")
    final class FromAnybody {

        @Test
        void proves_nothing_and_the_record_says_what_to_set() {
            try (KeycloakServer server = server("--proxy-headers=xforwarded")) {
                Certificates certificates = Certificates.of(server);
                DeviceRealm realm = realm(server);

                assertThat(told(realm.refused(holder(certificates.header("device")))))
                        .isEqualTo(
                                "certificate source-failed the server takes client certificates from a header and does"
                                        + " not say from whom: set proxy-trusted-addresses");
            }
        }
    }
}
