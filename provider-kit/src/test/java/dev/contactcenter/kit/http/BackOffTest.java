package dev.contactcenter.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A server of keys that failed")
final class BackOffTest {

    private static final Instant NOW = Instant.ofEpochSecond(1000);

    private final BackOff backOff = new BackOff();

    @Test
    void is_left_alone_for_ten_seconds_and_the_others_are_not() {
        backOff.failed("one", NOW, "no answer");

        assertThat(backOff.reason("one", NOW.plusMillis(9_999))).contains("no answer");
        assertThat(backOff.reason("other", NOW)).isEmpty();
        assertThat(backOff.reason("one", NOW.plusSeconds(10))).isEmpty();
    }

    @Test
    void is_left_alone_for_as_long_as_it_is_said() {
        var brief = new BackOff(Duration.ofSeconds(3));
        brief.failed("one", NOW, "no answer");

        assertThat(brief.reason("one", NOW.plusMillis(2_999))).contains("no answer");
        assertThat(brief.reason("one", NOW.plusSeconds(3))).isEmpty();
    }
}
