package dev.contactcenter.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactcenter.language.Problem.Severity;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A report of problems")
class ProblemReportTest {

    @Test
    void shows_the_line_and_what_in_it_is_wrong() {
        String report = report("a: 1\n    when: device.complaince\n", at(2, 18, 10));

        assertThat(report).isEqualTo("""
                        policy:2:18: it is wrong; write it right
                            2 |     when: device.complaince
                              |                  ^~~~~~~~~~""");
    }

    @Test
    void sets_warnings_apart_and_needs_no_suggestion() {
        var warning = new Problem(Severity.WARNING, "a", 1, 1, 1, "it is doubtful", "");

        assertThat(report("a: 1", warning)).isEqualTo("""
                        policy:1:1: warning: it is doubtful
                            1 | a: 1
                              | ^""");
    }

    @Test
    void tells_several_below_each_other() {
        assertThat(report("a\nb", at(1, 1, 0), at(2, 1, 0)))
                .isEqualTo("policy:1:1: it is wrong; write it right\npolicy:2:1: it is wrong; write it right");
    }

    @Test
    void keeps_the_caret_below_its_place_behind_tabs() {
        assertThat(excerpt("\t{\t\"b\": 1}", at(1, 4, 3)))
                .isEqualTo("    1 |     {    \"b\": 1}\n      |          ^~~");
    }

    @Test
    void keeps_the_caret_below_its_place_behind_characters_of_two_halves() {
        assertThat(excerpt("\uD83D\uDE00: no", at(1, 4, 2))).isEqualTo("    1 | \uD83D\uDE00: no\n      |    ^~");
    }

    @Test
    void cuts_a_long_line_around_the_caret() {
        String line = "a: [" + "x, ".repeat(100) + "wrong" + ", y".repeat(100) + "]";

        assertThat(excerpt(line, at(1, 305, 5)))
                .isEqualTo("    1 | ... " + "x, ".repeat(13) + "wrong" + ", y".repeat(18) + ",...\n      | "
                        + " ".repeat(43) + "^~~~~");
    }

    @Test
    void cuts_what_is_wrong_where_it_is_longer_than_the_excerpt() {
        assertThat(excerpt("x".repeat(1000), at(1, 1, 1000)))
                .isEqualTo("    1 | " + "x".repeat(100) + "...\n      | ^" + "~".repeat(99));
    }

    @Test
    void points_behind_the_end_of_a_line_but_not_further() {
        assertThat(excerpt("a:", at(1, 3, 1))).isEqualTo("    1 | a:\n      |   ^");
        assertThat(excerpt("a:", at(1, 99, 99))).isEqualTo("    1 | a:\n      |   ^");
    }

    @Test
    void shows_no_excerpt_of_what_is_not_there() {
        assertThat(report("", at(1, 1, 1))).doesNotContain("\n");
        assertThat(report("a: 1", at(7, 1, 1))).doesNotContain("\n");
    }

    @Test
    void counts_lines_however_they_end() {
        assertThat(excerpt("\uFEFFa\r\nb\rc\nd", at(3, 1, 1))).isEqualTo("    3 | c\n      | ^");
        assertThat(excerpt("a\r\rb", at(3, 1, 1))).isEqualTo("    3 | b\n      | ^");
    }

    @Test
    void does_not_let_the_document_move_the_cursor() {
        String report = new ProblemReport("x\n.yaml", "a: \u001b[2J\u202e\u0007").of(List.of(at(1, 4, 99)));

        assertThat(report).isEqualTo("""
                        x?.yaml:1:4: it is wrong; write it right
                            1 | a: ?[2J??
                              |    ^~~~~~""");
    }

    @Test
    void can_be_emphasised_without_being_changed() {
        ProblemReport.Emphasis tags = (part, text) -> "<" + part + ">" + text + "</>";

        assertThat(new ProblemReport("p", "a: 1", tags).of(List.of(at(1, 1, 1))))
                .isEqualTo("""
                        <PLACE>p:1:1:</> <ERROR>it is wrong; write it right</>
                            1 | a: 1
                              | <CARET>^</>""");
    }

    private static Problem at(int line, int column, int length) {
        return new Problem(Severity.ERROR, "a", line, column, length, "it is wrong", "write it right");
    }

    private static String report(String text, Problem... problems) {
        return new ProblemReport(ProblemReport.UNNAMED, text).of(List.of(problems));
    }

    private static String excerpt(String text, Problem problem) {
        String report = report(text, problem);
        return report.substring(report.indexOf('\n') + 1);
    }
}
