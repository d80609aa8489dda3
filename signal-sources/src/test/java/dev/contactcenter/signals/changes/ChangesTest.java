package dev.contactcenter.signals.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What a server read from the database")
final class ChangesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final Duration LONG = Duration.ofHours(1);

    private long nanos;
    private final Changes changes = new Changes(() -> nanos);
    private final Memory<String, String> memory = changes.memory(10, ChangesTest::name);

    private static Changed name(String desk) {
        return Changed.of("device", "realm", desk);
    }

    private void read(String desk) {
        try (var reading = memory.read(desk)) {
            reading.told("what was read", NOW);
        }
    }

    private Optional<String> known(String desk) {
        return memory.current(desk, NOW, LONG);
    }

    @Test
    void is_not_vouched_for_before_the_server_heard_anything() {
        read("desk");

        assertThat(known("desk")).isEmpty();
        assertThat(memory.last("desk")).contains("what was read");
    }

    @Test
    void is_the_same_as_long_as_nothing_was_changed() {
        changes.hear(List.of(), nanos);
        read("desk");

        changes.hear(List.of(name("kiosk")), nanos);

        assertThat(known("desk")).contains("what was read");
    }

    @Test
    void is_not_the_same_once_it_was_changed_until_it_is_read_again() {
        changes.hear(List.of(), nanos);
        read("desk");

        changes.hear(List.of(name("kiosk"), name("desk")), nanos);

        assertThat(known("desk")).isEmpty();
        assertThat(memory.last("desk")).contains("what was read");
        read("desk");
        assertThat(known("desk")).isPresent();
    }

    @Test
    void is_not_vouched_for_if_it_was_changed_while_it_was_read() {
        changes.hear(List.of(), nanos);
        try (var reading = memory.read("desk")) {
            changes.hear(List.of(name("desk")), nanos);
            reading.told("perhaps what was before", NOW);
        }
        assertThat(known("desk")).isEmpty();

        try (var reading = memory.read("desk")) {
            changes.missed(nanos);
            reading.told("perhaps what was before", NOW);
        }
        assertThat(known("desk")).isEmpty();

        try (var reading = memory.read("desk")) {
            changes.hear(List.of(name("kiosk")), nanos);
            reading.told("what is", NOW);
        }
        assertThat(known("desk")).contains("what is");
    }

    @Test
    void is_vouched_for_only_while_the_server_hears_of_changes() {
        changes.hear(List.of(), nanos);
        read("desk");

        nanos += TimeUnit.MILLISECONDS.toNanos(1000);
        assertThat(known("desk")).isPresent();

        nanos += 1;
        assertThat(known("desk")).isEmpty();
    }

    @Test
    void counts_from_when_the_database_was_asked_and_not_from_when_it_answered() {
        long askedAt = nanos;
        nanos += TimeUnit.MILLISECONDS.toNanos(1001);
        changes.hear(List.of(), askedAt);
        read("desk");

        assertThat(known("desk")).isEmpty();
    }

    @Test
    void is_not_vouched_for_once_changes_were_missed_or_everything_was_changed() {
        changes.hear(List.of(), nanos);
        read("desk");
        changes.missed(nanos);
        assertThat(known("desk")).isEmpty();

        read("desk");
        assertThat(known("desk")).isPresent();
        changes.hear(List.of(name("kiosk"), Changed.EVERYTHING), nanos);
        assertThat(known("desk")).isEmpty();
    }

    @Test
    void is_not_even_what_was_known_last_once_this_server_stored_something_else() {
        changes.hear(List.of(), nanos);
        read("desk");
        changes.stored(List.of(name("desk")));
        assertThat(memory.last("desk")).isEmpty();

        try (var reading = memory.read("desk")) {
            changes.stored(List.of(name("desk")));
            reading.told("perhaps what was before", NOW);
        }
        assertThat(known("desk")).isEmpty();
    }

    @Test
    void is_vouched_for_no_longer_than_is_asked_for() {
        changes.hear(List.of(), nanos);
        read("desk");

        assertThat(memory.current("desk", NOW.plus(LONG).minusMillis(1), LONG)).isPresent();
        assertThat(memory.current("desk", NOW.plus(LONG), LONG)).isEmpty();
        assertThat(memory.current("desk", NOW, Duration.ZERO)).isEmpty();
    }

    @Test
    void is_told_apart_from_what_is_told_to_have_changed_under_the_same_name() {
        Memory<String, String> sharing = changes.memory(10, desk -> name("any"));
        changes.hear(List.of(), nanos);

        try (var reading = sharing.read("desk")) {
            reading.told("of the desk", NOW);
        }

        assertThat(sharing.last("kiosk")).isEmpty();
        assertThat(sharing.last("desk")).contains("of the desk");
    }

    @Test
    void is_told_apart_from_the_same_name_of_another_realm() {
        assertThat(name("desk")).isNotEqualTo(Changed.of("device", "other", "desk"));
        assertThat(Changed.read(name("desk").text())).isEqualTo(name("desk"));
    }
}
