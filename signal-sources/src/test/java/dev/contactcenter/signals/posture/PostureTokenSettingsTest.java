package dev.contactcenter.signals.posture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contactcenter.kit.setting.InvalidSettingException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.component.ComponentModel;

@DisplayName("The settings of a source of posture tokens")
final class PostureTokenSettingsTest {

    @Test
    void need_an_issuer_an_audience_and_a_place_of_keys_and_no_more() {
        PostureTokenSettings settings = PostureTokenSettings.of(complete());

        assertThat(settings.carrier()).isEqualTo(Carrier.HEADER);
        assertThat(settings.name()).isEqualTo("Contact-Center-Posture");
        assertThat(settings.issuer().keys()).isEqualTo(URI.create("https://posture.example.test/jwks.json"));
        assertThat(settings.algorithms()).containsExactlyInAnyOrder("ES256", "EdDSA", "PS256", "RS256");
        assertThat(settings.clockSkew()).isEqualTo(Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "issuer     | \"\"                    | it must be given",
                "audience   | \"\"                    | it must be given",
                "jwksUrl    | \"\"                    | it must be given",
                "jwksUrl    | http://keys.test/     | it must be an https URL with a host and without a password, or an http URL of"
                        + " localhost",
                "jwksUrl    | https://a:b@keys.test | it must be an https URL with a host and without a password, or an http URL of"
                        + " localhost",
                "jwksUrl    | file:///etc/passwd    | it must be an https URL with a host and without a password, or an http URL of"
                        + " localhost",
                "jwksUrl    | https://a b           | it is not a URL: Illegal character in authority",
                "algorithms | HS256                 | 'HS256' is not one of ES256, ES384, ES512, EdDSA, PS256, PS384, PS512, RS256,"
                        + " RS384, RS512; a key that both sides share cannot prove who signed",
                "algorithms | RS256 none            | 'none' is not one of ES256, ES384, ES512, EdDSA, PS256, PS384, PS512, RS256,"
                        + " RS384, RS512; a key that both sides share cannot prove who signed",
                "name       | Posture Token         | 'Posture Token' is not the name of a header or cookie: letters, digits and"
                        + " dashes",
                "carrier    | query                 | 'query' is not one of header, cookie",
                "clockSkew  | PT6M                  | 'PT6M' is not from PT0S to PT5M",
                "keyLifetime| PT1S                  | 'PT1S' is not from PT15S to PT24H",
            })
    void that_cannot_be_right_are_refused(String key, String value, String problem) {
        ComponentModel component = complete();
        component.put(key.strip(), value);

        assertThatThrownBy(() -> PostureTokenSettings.of(component))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessage("Setting '" + key.strip() + "' cannot be used: " + problem);
    }

    @ParameterizedTest
    @CsvSource({"http://localhost:8080/jwks", "http://127.0.0.1/jwks", "http://[::1]/jwks"})
    void may_name_a_server_on_this_computer(String url) {
        ComponentModel component = complete();
        component.put("jwksUrl", url);

        assertThat(PostureTokenSettings.of(component).issuer().keys()).isEqualTo(URI.create(url));
    }

    private static ComponentModel complete() {
        var component = new ComponentModel();
        component.put("issuer", "https://posture.example.test");
        component.put("audience", "contact-center");
        component.put("jwksUrl", "https://posture.example.test/jwks.json");
        return component;
    }
}
