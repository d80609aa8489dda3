package dev.contactcenter.language;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The bytes of a policy")
class EncodingTest {

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void are_utf_8_with_any_ends_of_lines_and_perhaps_a_mark(String end) {
        String text = Mistake.GOOD.replace("\n", end);

        assertThat(PolicyDocument.read(text.getBytes(UTF_8))).isInstanceOf(Reading.Valid.class);
        assertThat(PolicyDocument.read(("\uFEFF" + text).getBytes(UTF_8))).isInstanceOf(Reading.Valid.class);
    }

    @ParameterizedTest
    @MethodSource
    void of_another_encoding_are_refused_by_its_name(String charset, String mark, String name) {
        byte[] bytes = (mark + Mistake.GOOD).getBytes(Charset.forName(charset));

        assertThat(report(bytes)).isEqualTo("policy:1:1: the policy is written in " + name + "; save it as UTF-8");
    }

    static Stream<Arguments> of_another_encoding_are_refused_by_its_name() {
        return Stream.of("", "\uFEFF")
                .flatMap(mark -> Stream.of(
                        arguments("UTF-16BE", mark, "UTF-16 (big endian)"),
                        arguments("UTF-16LE", mark, "UTF-16 (little endian)"),
                        arguments("UTF-32BE", mark, "UTF-32 (big endian)"),
                        arguments("UTF-32LE", mark, "UTF-32 (little endian)")));
    }

    @Test
    void that_are_not_utf_8_are_refused_with_their_place() {
        byte[] bytes = "contactCenterPolicy: 1\r\nrevision: r\u00E9v\n".getBytes(Charset.forName("ISO-8859-1"));

        assertThat(report(bytes)).isEqualTo("""
                        policy:2:12: the byte 0xE9 is not UTF-8 here; save the policy as UTF-8
                            2 | revision: r\uFFFDv
                              |            ^""");
    }

    @Test
    void that_end_in_the_middle_of_a_character_are_refused() {
        byte[] bytes = Arrays.copyOf("a: \u20AC".getBytes(UTF_8), 5);

        assertThat(report(bytes)).startsWith("policy:1:4: the byte 0xE2 is not UTF-8 here");
    }

    @Test
    void are_refused_where_there_are_none_or_too_many() {
        var tenMegabytes = new ByteArrayOutputStream();
        for (int i = 0; i < 500_000; i++) {
            tenMegabytes.writeBytes("# a very long policy\n".getBytes(UTF_8));
        }

        assertThat(report(new byte[0]))
                .isEqualTo("policy:1:1: the policy is empty; start with 'contactCenterPolicy: 1'");
        assertThat(report(tenMegabytes.toByteArray()))
                .isEqualTo(
                        "policy:1:1: the policy has more than 4194304 bytes; at most 1048576 characters can be read");
        assertThat(report("\u20AC".repeat(1_048_577).getBytes(UTF_8)))
                .isEqualTo("policy:1:1: the policy has 1048577 characters; at most 1048576 can be read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000", "0007", "001B", "007F", "0085", "2028", "FEFF", "FFFE"})
    void with_a_character_that_is_not_seen_are_refused(String hexadecimal) {
        String character = Character.toString(Integer.parseInt(hexadecimal, 16));
        byte[] bytes = Mistake.GOOD
                .replace("r:view", "r:" + character + "view")
                .replace("rules:", "rules: " + character)
                .getBytes(UTF_8);

        assertThat(report(bytes))
                .startsWith(
                        "policy:15:8: the character U+" + hexadecimal + " cannot be used: it is not seen in a text;");
    }

    @Test
    void with_a_character_that_hides_what_follows_are_refused() {
        assertThat(report("a: 1\nb: \u202Edeny".getBytes(UTF_8)))
                .startsWith(
                        "policy:2:4: the character U+202E cannot be used: it makes a text look different from what");
    }

    private static String report(byte[] bytes) {
        return switch (PolicyDocument.read(bytes)) {
            case Reading.Valid ignored -> "";
            case Reading.Invalid invalid ->
                new ProblemReport(ProblemReport.UNNAMED, PolicyDocument.display(bytes)).of(invalid.problems());
        };
    }
}
