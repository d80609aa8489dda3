package dev.contactcenter.listeners.sink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactcenter.listeners.sink.KafkaSecurity.Login;
import dev.contactcenter.listeners.sink.KafkaSecurity.Mechanism;
import dev.contactcenter.listeners.sink.KafkaSecurity.Transport;
import java.util.HashMap;
import java.util.Map;
import javax.security.auth.login.AppConfigurationEntry;
import org.apache.kafka.common.security.JaasContext;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A broker of Kafka")
class KafkaSecurityTest {

    private static final Login USER = new Login.Sasl(Mechanism.SCRAM_SHA_512, "keycloak", "known");

    @ParameterizedTest
    @CsvSource({"false,false,PLAINTEXT", "false,true,SASL_PLAINTEXT", "true,false,SSL", "true,true,SASL_SSL"})
    void is_spoken_to_as_its_settings_have_it(boolean tls, boolean user, String protocol) {
        Transport transport = tls ? new Transport.Tls("") : new Transport.Open();

        assertThat(new KafkaSecurity(transport, user ? USER : new Login.None()).properties())
                .containsEntry("security.protocol", protocol)
                .doesNotContainKey("ssl.endpoint.identification.algorithm");
    }

    @ParameterizedTest
    @Tag("attack")
    @ValueSource(strings = {"a\"; debug=\"true", "\\", "a\\\"b", "two\nlines", "with ; and = and '", "trailing\\\\"})
    void is_told_a_password_as_it_is_whatever_is_in_it(String password) {
        Map<String, Object> properties = new HashMap<>(
                new KafkaSecurity(new Transport.Open(), new Login.Sasl(Mechanism.PLAIN, "key\"cloak", password))
                        .properties());

        assertThat(JaasContext.loadClientContext(properties).configurationEntries())
                .singleElement()
                .extracting(AppConfigurationEntry::getOptions)
                .isEqualTo(Map.of("username", "key\"cloak", "password", password));
    }

    @Test
    void is_not_spoken_of_with_the_password() {
        assertThat(new KafkaSecurity(new Transport.Open(), USER)).asString().doesNotContain("known");
    }
}
