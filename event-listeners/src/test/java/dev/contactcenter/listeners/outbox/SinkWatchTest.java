package dev.contactcenter.listeners.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactcenter.listeners.sink.LogSink;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The watch over a sink")
class SinkWatchTest {

    private static final String DISK_FULL = "the file '/var/log/decisions.jsonl': No space left on device";

    private Instant now = Instant.parse("2026-11-22T09:30:00Z");
    private final SinkWatch watch = new SinkWatch(new LogSink(), () -> now);

    @Test
    void lets_a_sink_try_that_never_failed() {
        assertThat(watch.isDue()).isTrue();
    }

    @Test
    void lets_a_failed_sink_rest() {
        watch.failed(DISK_FULL);

        assertThat(watch.isDue()).isFalse();
    }

    @Test
    void never_gives_a_sink_up() {
        for (int failure = 0; failure < 1_000; failure++) {
            watch.failed(DISK_FULL);
        }

        now = now.plus(Duration.ofSeconds(38));

        assertThat(watch.isDue()).isTrue();
    }

    @Test
    void lets_a_sink_try_at_once_that_works_again() {
        watch.failed(DISK_FULL);

        watch.worked();

        assertThat(watch.isDue()).isTrue();
    }
}
