package dev.contactcenter.listeners.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.Config;
import org.keycloak.provider.ProviderConfigProperty;

@DisplayName("The server options of the outbox recorder")
class OutboxSettingsTest {

    private static final String PREFIX = "options.";

    @AfterEach
    void clear() {
        System.clearProperty(PREFIX + "file");
        System.clearProperty(PREFIX + "drain-interval-millis");
        System.clearProperty(PREFIX + "unstored");
        System.clearProperty(PREFIX + "server-share");
    }

    @Test
    void may_all_be_absent() {
        assertThat(read()).isEqualTo(OutboxSettings.DEFAULT);
    }

    @Test
    void name_a_file_and_an_interval() {
        System.setProperty(PREFIX + "file", "/var/log/decisions.jsonl");
        System.setProperty(PREFIX + "drain-interval-millis", "250");

        OutboxSettings settings = read();

        assertThat(settings.sink().title())
                .isEqualTo("the file '/var/log/decisions.jsonl' of the server option"
                        + " 'spi-contact-center-recorder--outbox--file'");
        assertThat(settings.drainInterval()).isEqualTo(Duration.ofMillis(250));
    }

    @ParameterizedTest
    @ValueSource(strings = {"99", "60001", "-1", "1s", "12345678901"})
    void refuse_an_interval_that_cannot_be_used(String interval) {
        System.setProperty(PREFIX + "drain-interval-millis", interval);

        assertThatThrownBy(OutboxSettingsTest::read)
                .hasMessage(
                        "Server option 'spi-contact-center-recorder--outbox--drain-interval-millis' cannot be used: '"
                                + interval + "' is not a whole number of milliseconds from 100 to 60000");
    }

    @Test
    void let_everyday_work_go_on_without_a_record() {
        System.setProperty(PREFIX + "unstored", "log-everyday");

        assertThat(read().unstored()).isEqualTo(Unstored.LOG_EVERYDAY);
    }

    @Test
    void refuse_a_word_for_work_without_a_record_that_is_none() {
        System.setProperty(PREFIX + "unstored", "allow");

        assertThatThrownBy(OutboxSettingsTest::read)
                .hasMessage(
                        "Server option 'spi-contact-center-recorder--outbox--unstored' cannot be used: 'allow' is none of"
                                + " refuse, log-everyday");
    }

    @Test
    void refuse_a_word_for_the_servers_share_that_is_none() {
        System.setProperty(PREFIX + "server-share", "most");

        assertThatThrownBy(OutboxSettingsTest::read)
                .hasMessage(
                        "Server option 'spi-contact-center-recorder--outbox--server-share' cannot be used: 'most' is none of"
                                + " others, all");
    }

    @Test
    void are_known_to_the_command_line() {
        assertThat(new OutboxRecorderFactory().getConfigMetadata())
                .extracting(ProviderConfigProperty::getName, ProviderConfigProperty::getDefaultValue)
                .containsExactly(
                        tuple("file", null),
                        tuple("drain-interval-millis", 1_000),
                        tuple("checkpoint-interval-millis", 60_000),
                        tuple("file-rotate-mebibytes", 0),
                        tuple("file-keep", 0),
                        tuple("unstored", "refuse"),
                        tuple("server-share", "others"),
                        tuple("pseudonyms", null),
                        tuple("pseudonym-key", null));
    }

    private static OutboxSettings read() {
        return OutboxSettings.from(new Config.SystemPropertiesScope(PREFIX));
    }
}
