package dev.contactcenter.signals.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What a server read from the database")
final class ChangesTest {

    private static final Changed DESK = Changed.of("device", "realm", "desk");
    private static final Changed KIOSK = Changed.of("device", "realm", "kiosk");

    private long nanos;
    private final Changes changes = new Changes(() -> nanos, 2);

    @Test
    void is_not_vouched_for_before_the_server_heard_anything() {
        assertThat(changes.isSame(DESK, changes.now())).isFalse();
    }

    @Test
    void is_the_same_as_long_as_nothing_was_changed() {
        changes.hear(List.of(), nanos);
        long readAt = changes.now();

        changes.hear(List.of(KIOSK), nanos);

        assertThat(changes.isSame(DESK, readAt)).isTrue();
    }

    @Test
    void is_not_the_same_once_it_was_changed_until_it_is_read_again() {
        changes.hear(List.of(), nanos);
        long readAt = changes.now();

        changes.hear(List.of(DESK), nanos);

        assertThat(changes.isSame(DESK, readAt)).isFalse();
        assertThat(changes.isSame(DESK, changes.now())).isTrue();
    }

    @Test
    void is_not_the_same_if_it_was_changed_while_it_was_read() {
        changes.hear(List.of(), nanos);
        long before = changes.now();
        changes.hear(List.of(DESK), nanos);

        assertThat(changes.isSame(DESK, before)).isFalse();
    }

    @Test
    void is_vouched_for_only_while_the_server_hears_of_changes() {
        changes.hear(List.of(), nanos);
        long readAt = changes.now();

        nanos += TimeUnit.MILLISECONDS.toNanos(1000);
        assertThat(changes.isSame(DESK, readAt)).isTrue();

        nanos += 1;
        assertThat(changes.isSame(DESK, readAt)).isFalse();
    }

    @Test
    void counts_from_when_the_database_was_asked_and_not_from_when_it_answered() {
        long askedAt = nanos;
        nanos += TimeUnit.MILLISECONDS.toNanos(1001);
        changes.hear(List.of(), askedAt);

        assertThat(changes.isSame(DESK, changes.now())).isFalse();
    }

    @Test
    void is_not_vouched_for_once_changes_were_missed() {
        changes.hear(List.of(), nanos);
        long readAt = changes.now();

        changes.missed(nanos);

        assertThat(changes.isSame(DESK, readAt)).isFalse();
        assertThat(changes.isSame(DESK, changes.now())).isTrue();
    }

    @Test
    void is_not_vouched_for_once_there_were_more_changes_than_are_remembered() {
        changes.hear(List.of(), nanos);
        long readAt = changes.now();

        for (int i = 0; i < 3; i++) {
            changes.hear(List.of(Changed.of("device", "realm", "another-" + i)), nanos);
        }

        assertThat(changes.isSame(DESK, readAt)).isFalse();
        assertThat(changes.isSame(DESK, changes.now())).isTrue();
    }

    @Test
    void is_told_apart_from_the_same_name_of_another_realm() {
        assertThat(DESK).isNotEqualTo(Changed.of("device", "other", "desk"));
        assertThat(Changed.read(DESK.text())).isEqualTo(DESK);
    }
}
