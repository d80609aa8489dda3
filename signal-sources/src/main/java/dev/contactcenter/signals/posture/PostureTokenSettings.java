package dev.contactcenter.signals.posture;

import dev.contactcenter.kit.http.EndpointUrl;
import dev.contactcenter.kit.keys.KeySettings;
import dev.contactcenter.kit.setting.Setting;
import dev.contactcenter.kit.setting.Settings;
import dev.contactcenter.kit.signal.SourceSettings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.keycloak.component.ComponentModel;
import org.keycloak.provider.ProviderConfigProperty;

/**
 * What a source of posture tokens can be told.
 *
 * @param algorithms those that a token may be signed with
 * @param clockSkew how far the issuer's clock may be from Keycloak's
 * @param keyLifetime how long a key counts without being read anew
 */
record PostureTokenSettings(
        Carrier carrier, String name, Issuer issuer, Set<String> algorithms, Duration clockSkew, Duration keyLifetime) {

    /**
     * Who signs, and for whom.
     *
     * @param name the token's {@code iss}
     * @param audience one of the token's {@code aud}
     * @param keys where the keys are
     */
    record Issuer(String name, String audience, URI keys) {}

    static final Setting<Carrier> CARRIER = Setting.choice(
            "carrier",
            "Carried in",
            "What of a request carries the token: a header or a cookie.",
            Carrier.class,
            Carrier.HEADER);

    static final Setting<String> NAME = text(
            "name",
            "Name of the header or cookie",
            "The name of the request header or cookie that carries the token.",
            "Contact-Center-Posture",
            PostureTokenSettings::fieldName);

    static final Setting<String> ISSUER = text(
            "issuer",
            "Issuer",
            "Who signs the tokens: their claim iss must be exactly this. Must be given.",
            "",
            Settings::given);

    static final Setting<String> AUDIENCE = text(
            "audience",
            "Audience",
            "Whom the tokens are for: their claim aud must be or hold exactly this. The URL of the realm is a good choice, such as"
                    + " https://sso.example.test/realms/contact-center. Must be given.",
            "",
            Settings::given);

    static final Setting<URI> KEYS = new Setting<>(
            "jwksUrl",
            "JWKS URL",
            "Where the issuer publishes its public keys as a JWK set (RFC 7517), for example"
                    + " https://posture.example.test/jwks.json. http is accepted for this computer only. Must be given.",
            ProviderConfigProperty.STRING_TYPE,
            List.of(),
            "",
            text -> EndpointUrl.parse(Settings.given(text)));

    static final Setting<Set<String>> ALGORITHMS = new Setting<>(
            "algorithms",
            "Algorithms",
            "Signature algorithms that are accepted, with spaces between them. Only those with a public key can be chosen.",
            ProviderConfigProperty.STRING_TYPE,
            List.of(),
            "ES256 EdDSA PS256 RS256",
            KeySettings::algorithms);

    static final Setting<Duration> CLOCK_SKEW = Setting.duration(
            "clockSkew",
            "Clock skew",
            "How far the issuer's clock may be from this server's, as an ISO 8601 duration from PT0S to PT5M.",
            Duration.ofSeconds(30),
            Duration.ZERO,
            Duration.ofMinutes(5));

    /** A name of a header (RFC 9110 §5.1) or cookie (RFC 6265 §4.1.1). */
    private static final Pattern FIELD_NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,64}");

    PostureTokenSettings {
        algorithms = Set.copyOf(algorithms);
    }

    /**
     * Reads them.
     *
     * @throws dev.contactcenter.kit.setting.InvalidSettingException if one cannot be used
     */
    static PostureTokenSettings of(ComponentModel component) {
        Map<String, String> stored = Settings.stored(component);
        return new PostureTokenSettings(
                CARRIER.from(stored),
                NAME.from(stored),
                new Issuer(ISSUER.from(stored), AUDIENCE.from(stored), KEYS.from(stored)),
                ALGORITHMS.from(stored),
                CLOCK_SKEW.from(stored),
                KeySettings.LIFETIME.from(stored));
    }

    static List<ProviderConfigProperty> properties() {
        return SourceSettings.around(
                CARRIER, NAME, ISSUER, AUDIENCE, KEYS, ALGORITHMS, CLOCK_SKEW, KeySettings.LIFETIME);
    }

    private static Setting<String> text(
            String key, String label, String help, String byDefault, UnaryOperator<String> check) {
        return new Setting<>(key, label, help, ProviderConfigProperty.STRING_TYPE, List.of(), byDefault, check);
    }

    private static String fieldName(String text) {
        if (!FIELD_NAME.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not the name of a header or cookie: letters, digits and dashes");
        }
        return text;
    }
}
