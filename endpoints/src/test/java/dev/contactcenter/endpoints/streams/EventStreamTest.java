package dev.contactcenter.endpoints.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contactcenter.kit.setting.InvalidSettingException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.component.ComponentModel;
import org.keycloak.provider.ProviderConfigProperty;

@DisplayName("The settings of an event stream")
final class EventStreamTest {

    @Test
    void are_safe_where_nothing_else_is_said() {
        EventStream stream = EventStream.of(pushed());

        assertThat(stream.reactions())
                .isEqualTo(new Reactions(
                        Reaction.END_SESSIONS,
                        Reaction.DOWNSCOPE,
                        Reaction.STEP_UP,
                        Reaction.NOTE,
                        Reaction.STEP_UP,
                        Reaction.SIGNAL,
                        Reaction.SIGNAL));
        assertThat(stream.transmitter().algorithms()).containsExactlyInAnyOrder("RS256", "PS256", "ES256");
        assertThat(stream.subjects().realmIssuer()).isEqualTo("https://sso.example.test/realms/cc");
        assertThat(stream.origin()).isEqualTo("stream:mdm");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "name | \"\" | it must be given",
                "name | Über | 'Über' is not made of up to 63 lower case letters, digits and dashes",
                "issuer | \"\" | it must be given",
                "audience | \"\" | it must be given",
                "jwksUrl | http://keys.test/ | it must be an https URL with a host and without a password, or an http URL of localhost",
                "authorization | \"\" | it must be given",
                "authorization | Bearer short | it has less than 24 characters and can be guessed",
                "delivery | pull | 'pull' is not one of push, poll",
                "acceptFor | PT1M | 'PT1M' is not from PT1H to PT720H",
                "onSessionRevoked | signal | 'signal' is not one of end-sessions, downscope, step-up, note",
                "onHighRisk | ignore | 'ignore' is not one of signal, end-sessions, downscope, step-up, note",
                "identityProviders | corporate | 'corporate' is not an issuer and an alias; write for example"
                        + " https://idp.example.test=corporate",
                "verificationUrl | https://t.example.test/verify | it must be given",
            })
    void that_cannot_be_right_are_refused_by_name(String key, String value, String problem) {
        ComponentModel component = pushed();
        component.put(key, value);
        String named = key.equals("verificationUrl") ? "streamId" : key;

        assertThatThrownBy(() -> EventStream.of(component))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessage("Setting '" + named + "' cannot be used: " + problem);
    }

    @ParameterizedTest
    @CsvSource({"pollUrl", "tokenUrl", "clientId", "clientSecret"})
    void of_a_stream_that_is_polled_say_where_and_as_whom(String key) {
        ComponentModel component = polled();
        component.put(key, "");

        assertThatThrownBy(() -> EventStream.of(component))
                .hasMessage("Setting '" + key + "' cannot be used: it must be given");
    }

    @Test
    void show_no_secret() {
        Delivery.Poll poll = (Delivery.Poll) EventStream.of(polled()).delivery();

        assertThat(poll.toString()).doesNotContain("a-secret");
        assertThat(EventStream.properties().stream()
                        .filter(ProviderConfigProperty::isSecret)
                        .map(ProviderConfigProperty::getName))
                .containsExactly("authorization", "clientSecret");
    }

    private static ComponentModel pushed() {
        var component = new ComponentModel();
        component.put("name", "mdm");
        component.put("issuer", "https://mdm.example.test");
        component.put("audience", "https://sso.example.test/realms/cc");
        component.put("jwksUrl", "https://mdm.example.test/jwks.json");
        component.put("authorization", "Bearer 0123456789abcdef0123456789abcdef");
        return component;
    }

    private static ComponentModel polled() {
        ComponentModel component = pushed();
        component.put("delivery", "poll");
        component.put("pollUrl", "https://mdm.example.test/poll");
        component.put("tokenUrl", "https://mdm.example.test/token");
        component.put("clientId", "receiver");
        component.put("clientSecret", "a-secret");
        return component;
    }
}
