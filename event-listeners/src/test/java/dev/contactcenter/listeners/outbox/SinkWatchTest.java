package dev.contactcenter.listeners.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactcenter.listeners.sink.LogSink;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The watch over a sink")
class SinkWatchTest {

    private final IOException diskFull = new IOException("No space left on device");

    private Instant now = Instant.parse("2026-11-22T09:30:00Z");
    private final SinkWatch watch = new SinkWatch(new LogSink(), () -> now);

    @Test
    void lets_a_sink_try_that_never_failed() {
        assertThat(watch.isDue()).isTrue();
    }

    @Test
    void lets_a_failed_sink_rest() {
        watch.failed(diskFull);

        assertThat(watch.isDue()).isFalse();
    }

    @Test
    void never_gives_a_sink_up() {
        for (int failure = 0; failure < 1_000; failure++) {
            watch.failed(diskFull);
        }

        now = now.plus(Duration.ofSeconds(38));

        assertThat(watch.isDue()).isTrue();
    }

    @Test
    void lets_a_sink_try_at_once_that_works_again() {
        watch.failed(diskFull);

        watch.worked();

        assertThat(watch.isDue()).isTrue();
    }
}
