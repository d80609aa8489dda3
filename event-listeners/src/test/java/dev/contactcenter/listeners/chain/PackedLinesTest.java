package dev.contactcenter.listeners.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Packed lines")
final class PackedLinesTest {

    private static final List<String> LINES = List.of("{\"id\":\"1\",\"user\":\"Zoë 🎧\"}", "{\"id\":\"2\"}");

    @Test
    void are_the_same_to_the_byte_when_they_are_unpacked() {
        assertThat(PackedLines.unpack(PackedLines.pack(LINES))).isEqualTo(LINES);
    }

    @Test
    void take_a_fraction_of_the_room_and_nothing_but_letters() {
        List<String> many = Collections.nCopies(500, LINES.getFirst().repeat(40));

        String packed = PackedLines.pack(many);

        assertThat(packed)
                .matches("[A-Za-z0-9+/=]+")
                .hasSizeLessThan(String.join("\n", many).length() / 5);
    }

    @Test
    void may_be_plain_as_they_were_before() {
        assertThat(PackedLines.unpack(String.join("\n", LINES))).isEqualTo(LINES);
    }

    @Test
    void that_were_changed_are_not_taken_for_others() {
        String packed = PackedLines.pack(LINES);
        String changed = packed.substring(0, 20) + (packed.charAt(20) == 'A' ? 'B' : 'A') + packed.substring(21);

        assertThatThrownBy(() -> PackedLines.unpack(changed)).isInstanceOf(UncheckedIOException.class);
    }
}
