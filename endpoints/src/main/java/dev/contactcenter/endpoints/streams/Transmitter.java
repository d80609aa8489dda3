package dev.contactcenter.endpoints.streams;

import dev.contactcenter.kit.http.EndpointUrl;
import dev.contactcenter.kit.keys.KeySettings;
import dev.contactcenter.kit.setting.Setting;
import dev.contactcenter.kit.setting.Settings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keycloak.provider.ProviderConfigProperty;

/**
 * Who signs the events of a stream, for whom, and how old they may be.
 *
 * @param issuer the claim {@code iss}, exactly
 * @param audience one of the claim {@code aud}
 * @param keys where the keys are
 * @param algorithms those that an event may be signed with
 * @param keyLifetime how long a key counts without being read anew
 * @param clockSkew how far the transmitter's clock may be from Keycloak's
 * @param window how long after it was issued an event is accepted, and remembered
 */
public record Transmitter(
        String issuer,
        String audience,
        URI keys,
        Set<String> algorithms,
        Duration keyLifetime,
        Duration clockSkew,
        Duration window) {

    private static final Setting<String> ISSUER = new Setting<>(
            "issuer",
            "Issuer",
            "Who sends the events: their claim iss must be exactly this, the issuer of the transmitter's configuration metadata. Must"
                    + " be given.",
            ProviderConfigProperty.STRING_TYPE,
            List.of(),
            "",
            Settings::given);

    static final Setting<String> AUDIENCE = new Setting<>(
            "audience",
            "Audience",
            "Whom the events are for: their claim aud must be or hold exactly this. The URL of the realm is a good choice, such as"
                    + " https://sso.example.test/realms/contact-center. Must be given.",
            ProviderConfigProperty.STRING_TYPE,
            List.of(),
            "",
            Settings::given);

    private static final Setting<URI> KEYS = new Setting<>(
            "jwksUrl",
            "JWKS URL",
            "Where the transmitter publishes its public keys as a JWK set (RFC 7517): jwks_uri of its configuration metadata. http is"
                    + " accepted for this computer only. Must be given.",
            ProviderConfigProperty.STRING_TYPE,
            List.of(),
            "",
            text -> EndpointUrl.parse(Settings.given(text)));

    private static final Setting<Set<String>> ALGORITHMS = new Setting<>(
            "algorithms",
            "Algorithms",
            "Signature algorithms that are accepted, with spaces between them. Only those with a public key can be chosen; RS256 is"
                    + " what the CAEP Interoperability Profile has every transmitter use.",
            ProviderConfigProperty.STRING_TYPE,
            List.of(),
            "RS256 PS256 ES256",
            KeySettings::algorithms);

    private static final Setting<Duration> CLOCK_SKEW = Setting.duration(
            "clockSkew",
            "Clock skew",
            "How far the transmitter's clock may be from this server's, as an ISO 8601 duration from PT0S to PT5M.",
            Duration.ofMinutes(1),
            Duration.ZERO,
            Duration.ofMinutes(5));

    private static final Setting<Duration> WINDOW = Setting.duration(
            "acceptFor",
            "Accepted for",
            "How long after it was issued an event is accepted, as an ISO 8601 duration from PT1H to P30D, and how long the server"
                    + " remembers that it received it. Longer than any outage of the transmitter's queue.",
            Duration.ofDays(7),
            Duration.ofHours(1),
            Duration.ofDays(30));

    static final List<Setting<?>> ALL =
            List.of(ISSUER, AUDIENCE, KEYS, ALGORITHMS, KeySettings.LIFETIME, CLOCK_SKEW, WINDOW);

    public Transmitter {
        algorithms = Set.copyOf(algorithms);
    }

    static Transmitter of(Map<String, String> stored) {
        return new Transmitter(
                ISSUER.from(stored),
                AUDIENCE.from(stored),
                KEYS.from(stored),
                ALGORITHMS.from(stored),
                KeySettings.LIFETIME.from(stored),
                CLOCK_SKEW.from(stored),
                WINDOW.from(stored));
    }
}
