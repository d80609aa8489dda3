package dev.contactcenter.listeners.delivery;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contactcenter.kit.setting.InvalidSettingException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The settings of a topic of Kafka")
class KafkaSinkFactoryTest {

    private final KafkaSinkFactory factory = new KafkaSinkFactory();

    @Test
    void need_no_more_than_brokers_and_a_topic() {
        assertThatCode(() -> factory.check(settings(Map.of()))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"kafka.example.test:9093", " kafka-1.example.test:9093 , 192.0.2.7:9093 ", "[2001:db8::7]:9093"})
    void name_brokers(String servers) {
        assertThatCode(() -> factory.check(settings(Map.of("servers", servers))))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    servers    | kafka.example.test                | 'kafka.example.test' is no broker; write for example kafka.example.test:9093
                    servers    | kafka.example.test:9093,          | '' is no broker; write for example kafka.example.test:9093
                    servers    | SSL://kafka.example.test:9093     | 'SSL://kafka.example.test:9093' is no broker; write for example kafka.example.test:9093
                    servers    | kafka.example.test:99999          | '99999' is not a whole number from 1 to 65535
                    topic      | two words                         | 'two words' is not made of up to 249 letters, digits, dots, dashes and underscores
                    topic      | ..                                | '..' is not made of up to 249 letters, digits, dots, dashes and underscores
                    encryption | none                              | it must be tls for brokers that are not on this computer (localhost)
                    mechanism  | gssapi                            | 'gssapi' is not one of none, plain, scram-sha-256, scram-sha-512
                    batch      | 1001                              | '1001' is not a whole number from 1 to 1000
                    longest    | 2047                              | '2047' is not a whole number from 2048 to 16777216
                    timeout    | PT31S                             | 'PT31S' is not from PT0.1S to PT30S
                    """, quoteCharacter = '`')
    void that_cannot_be_used_are_refused(String key, String value, String why) {
        assertThatThrownBy(() -> factory.check(settings(Map.of(key, value))))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessage("Setting '" + key + "' cannot be used: " + why);
    }

    @Test
    void that_name_a_mechanism_name_a_user_and_a_password() {
        Map<String, String> nobody = settings(Map.of("mechanism", "plain"));
        Map<String, String> without = settings(Map.of("mechanism", "scram-sha-512", "user", "keycloak"));

        assertThatThrownBy(() -> factory.check(nobody))
                .hasMessage("Setting 'user' cannot be used: it must be given, because there is a SASL mechanism");
        assertThatThrownBy(() -> factory.check(without))
                .hasMessage("Setting 'secret' cannot be used: it must be given, because there is a SASL mechanism");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:9092", "127.0.0.1:9092,[::1]:9092"})
    void take_brokers_of_this_computer_without_tls(String servers) {
        assertThatCode(() -> factory.check(settings(Map.of("servers", servers, "encryption", "none"))))
                .doesNotThrowAnyException();
    }

    private static Map<String, String> settings(Map<String, String> more) {
        Map<String, String> settings =
                new HashMap<>(Map.of("name", "siem", "servers", "kafka.example.test:9093", "topic", "decisions"));
        settings.putAll(more);
        return settings;
    }
}
