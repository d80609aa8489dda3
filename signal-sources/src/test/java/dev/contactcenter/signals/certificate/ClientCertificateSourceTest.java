package dev.contactcenter.signals.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Evidence.Absence;
import dev.contactcenter.engine.request.Observation;
import dev.contactcenter.kit.signal.Telling;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.component.ComponentModel;

@DisplayName("A source of client certificates")
final class ClientCertificateSourceTest {

    private static final Path FOLDER = Path.of("src/test/resources/certificates");
    private static final Instant NOW = Instant.parse("2027-03-01T09:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "dns-name,    (.+),                                             cc-0412.devices.example.test",
        "dns-name,    (.+)\\.devices\\.example\\.test,                  cc-0412",
        "uri,         urn:example:device:(.+),                          cc-0412",
        "common-name, (cc-[0-9]+),                                      cc-0412",
    })
    void reads_the_id_where_it_is_told_to(String identity, String pattern, String id) {
        assertThat(weigh(settings(identity, pattern), "device")).isEqualTo(device(id));
    }

    @Test
    void takes_the_thumbprint_for_the_id() {
        assertThat(weigh(settings("thumbprint", ""), "device"))
                .isInstanceOfSatisfying(
                        Telling.Told.class,
                        told -> assertThat(told.observation().values().get(Attribute.DEVICE_ID))
                                .asString()
                                .matches("[0-9a-f]{64}"));
    }

    @Test
    void goes_by_way_of_an_issuer_that_the_pinned_one_certifies_if_that_is_shown_too() {
        assertThat(weigh(settings("dns-name", "([^.]+)\\..*"), "branch-device", "branch-ca"))
                .isEqualTo(device("cc-0500"));
    }

    @ParameterizedTest
    @CsvSource({
        "expired,      STALE,        the certificate expired at 2025-01-01T00:00:00Z",
        "impostor,     MALFORMED,    'the certificate names a pinned issuer and is not certified by it, or not for this time or use'",
        "server,       MALFORMED,    'the certificate names a pinned issuer and is not certified by it, or not for this time or use'",
        "two-devices,  MALFORMED,    'the certificate names several devices, or none that can be kept'",
        "nameless,     NOT_PROVIDED, the certificate names no device in the way that this source reads",
        "other-issuer, NOT_PROVIDED, the certificate is of another issuer: CN=Other CA",
        "branch-device, NOT_PROVIDED, the certificate is of another issuer: CN=Branch CA",
    })
    void says_why_a_certificate_does_not_count(String certificate, Absence why, String detail) {
        assertThat(weigh(settings("dns-name", ""), certificate)).isEqualTo(new Telling.Failed(why, detail));
    }

    @Test
    void is_not_told_by_a_certificate_from_tomorrow() {
        Instant before = Instant.parse("2026-01-01T00:00:00Z");

        assertThat(ClientCertificateSource.weigh(settings("dns-name", ""), certificates("device"), before))
                .isInstanceOfSatisfying(
                        Telling.Failed.class, failed -> assertThat(failed.why()).isEqualTo(Absence.MALFORMED));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''           | (.+)        | Setting 'issuer' cannot be used: it must be given",
                "nonsense     | (.+)        | Setting 'issuer' cannot be used: it is not one or more certificates in PEM, each from"
                        + " -----BEGIN CERTIFICATE----- to -----END CERTIFICATE-----",
                "device       | (.+)        | Setting 'issuer' cannot be used: one of the certificates may not certify others (its"
                        + " basic constraints do not say CA); pin the issuer's, not a device's",
                "devices-ca   | .+          | Setting 'pattern' cannot be used: it must have exactly one group in parentheses, which"
                        + " is the id",
                "devices-ca   | (           | Setting 'pattern' cannot be used: it is not a regular expression: Unclosed group",
            })
    void refuses_settings_that_cannot_be_right(String issuer, String pattern, String message) {
        assertThatThrownBy(() -> settings(pem(issuer), "dns-name", pattern)).hasMessage(message);
    }

    private static Telling device(String id) {
        return new Telling.Told(new Observation(Map.of(Attribute.DEVICE_ID, id)), NOW);
    }

    private static Telling weigh(ClientCertificateSettings settings, String... shown) {
        return ClientCertificateSource.weigh(settings, certificates(shown), NOW);
    }

    private static ClientCertificateSettings settings(String identity, String pattern) {
        return settings(pem("devices-ca"), identity, pattern);
    }

    private static ClientCertificateSettings settings(String issuer, String identity, String pattern) {
        var component = new ComponentModel();
        component.put("issuer", issuer);
        component.put("identity", identity);
        component.put("pattern", pattern);
        return ClientCertificateSettings.of(component);
    }

    private static List<X509Certificate> certificates(String... names) {
        return Stream.of(names).map(ClientCertificateSourceTest::certificate).toList();
    }

    private static X509Certificate certificate(String name) {
        try (InputStream pem = Files.newInputStream(FOLDER.resolve(name + ".pem"))) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(pem);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(String name) {
        try {
            Path file = FOLDER.resolve(name + ".pem");
            return Files.exists(file) ? Files.readString(file) : name;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
