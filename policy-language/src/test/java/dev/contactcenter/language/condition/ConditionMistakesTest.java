package dev.contactcenter.language.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases are blocks of a file: a condition, and for each flaw a line that marks its place and one that tells it. */
@DisplayName("A mistake in a condition")
class ConditionMistakesTest {

    @ParameterizedTest
    @MethodSource("blocks")
    void is_told_at_its_place_with_what_would_be_right(String block) {
        String condition = block.lines().findFirst().orElseThrow();

        Compiled compiled = new Conditions(Chance.WORDS).compile(condition);

        assertThat(rendered(condition, compiled)).isEqualTo(block);
    }

    static Stream<String> blocks() throws IOException {
        try (InputStream file = ConditionMistakesTest.class.getResourceAsStream("/conditions/mistakes.txt")) {
            List<String> blocks = Arrays.asList(new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .strip()
                    .split("\n\n"));
            assertThat(blocks).hasSizeGreaterThanOrEqualTo(25);
            return blocks.stream();
        }
    }

    private static String rendered(String condition, Compiled compiled) {
        return switch (compiled) {
            case Compiled.Usable usable -> condition + "\nis usable";
            case Compiled.Refused refused ->
                refused.flaws().stream()
                        .map(ConditionMistakesTest::rendered)
                        .collect(Collectors.joining("", condition, ""));
        };
    }

    private static String rendered(Flaw flaw) {
        String told = flaw.suggestion().isEmpty() ? flaw.what() : flaw.what() + "; " + flaw.suggestion();
        return "\n" + " ".repeat(flaw.offset()) + "^".repeat(flaw.length()) + "\n" + told;
    }
}
