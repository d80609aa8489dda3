package dev.contactcenter.authenticators.justification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactcenter.authenticators.justification.TypedText.Flaw;
import dev.contactcenter.language.Justification;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A typed reason")
class TypedTextTest {

    private static final Justification.Asked BOUNDS = new Justification.Asked(5, 10);

    @Test
    void is_one_line_without_spaces_around_it() {
        assertThat(TypedText.of("  ab\r\ncd \n", BOUNDS)).isEqualTo(new TypedText.Accepted("ab cd"));
    }

    @Test
    void is_counted_in_characters_as_people_do() {
        assertThat(TypedText.of("🙂🙂🙂🙂🙂", BOUNDS)).isEqualTo(new TypedText.Accepted("🙂🙂🙂🙂🙂"));
    }

    @Test
    void that_is_too_short_is_kept_to_go_on_with() {
        assertThat(TypedText.of("abcd", BOUNDS)).isEqualTo(new TypedText.Rejected(Flaw.SHORT, "abcd"));
        assertThat(TypedText.of(null, BOUNDS)).isEqualTo(new TypedText.Rejected(Flaw.SHORT, ""));
    }

    @Test
    void that_is_too_long_is_not_shown_again() {
        assertThat(TypedText.of("a".repeat(11), BOUNDS)).isEqualTo(new TypedText.Rejected(Flaw.LONG, ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abc\u0000def",
                "abc\u0007def",
                "abc\u001bdef",
                "abc\u200bdef",
                "abc\u202edef",
                "abc\u2028def",
                "abc\ud800def",
                "abc\ue000def"
            })
    void has_no_character_that_is_not_seen(String text) {
        assertThat(TypedText.of(text, BOUNDS)).isEqualTo(new TypedText.Rejected(Flaw.CHARACTERS, ""));
    }
}
