package dev.contactcenter.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A text that is no document, or more than one,")
class MistakenTextTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("inTheText")
    void is_told_with_its_place_and_what_would_be_right(Mistake mistake) {
        assertThat(PolicyDocument.read(mistake.text()))
                .isInstanceOfSatisfying(
                        Reading.Invalid.class,
                        invalid -> assertThat(invalid.problems())
                                .map(Problem::message)
                                .containsExactlyElementsOf(mistake.messages()));
    }

    static Stream<Mistake> inTheText() {
        return Stream.of(
                Mistake.of(
                        "nothing",
                        Mistake.GOOD,
                        "",
                        "line 1, column 1: the policy is empty; start with 'contactCenterPolicy: 1'"),
                Mistake.of(
                        "a list",
                        Mistake.GOOD,
                        "- 1",
                        "line 1, column 1: a mapping is needed here, not a list; write key: value pairs below it, indented"),
                Mistake.of(
                        "a key given twice",
                        "enforcement: enforced",
                        "enforcement: enforced\nenforcement: off",
                        "line 4, column 1, at enforcement: the key 'enforcement' was already given on line 3; keep one of the two"),
                Mistake.of(
                        "a bare wildcard",
                        "actions: [recording:play]\n",
                        "actions: [*]\n",
                        "line 18, column 15: this is not YAML: unexpected character found ](93) (while scanning an alias from line 18); put a word that starts with '*' or '&' into quotes"),
                Mistake.of(
                        "an open bracket",
                        "actions: [recording:play]\n",
                        "actions: [recording:play\n",
                        "line 19, column 12: this is not YAML: expected ',' or ']', but got : (while parsing a flow sequence from line 18); check the indentation, quotes and brackets here and just before"),
                Mistake.of(
                        "a tab",
                        "    modes: [supervisor]",
                        "\tmodes: [supervisor]",
                        "line 16, column 20: this is not YAML: found character '\\t(TAB)' that cannot start any token. (Do not use \\t(TAB) for indentation); indent with spaces, not with tabs"),
                Mistake.of(
                        "a reference",
                        "maxAge: PT5M",
                        "maxAge: *age",
                        "line 19, column 34, at rules[0].require.maxAge: a reference to another place of the document cannot be used; write the value out, or put a word that starts with '*' into quotes"),
                Mistake.of(
                        "a tag",
                        "tier: 0",
                        "tier: !!int 0",
                        "line 7, column 24, at actions.record:view.tier: a tag (a word that starts with '!') cannot be used; leave it out, or put the whole text into single quotes"),
                Mistake.of(
                        "bytes",
                        "tier: 0",
                        "tier: !!binary aGk=",
                        "line 7, column 24, at actions.record:view.tier: a tag (a word that starts with '!') cannot be used; leave it out, or put the whole text into single quotes"),
                Mistake.of(
                        "two documents",
                        "rules:",
                        "---\nrules:",
                        "line 15, column 1: a second document begins here; a policy is one document"),
                Mistake.of(
                        "JSON that ends early",
                        Mistake.GOOD,
                        "{\"contactCenterPolicy\": 1,\n \"revision\"}",
                        "line 1, column 1, at assurance: the key 'assurance' is missing; write for example assurance: [password, phr]",
                        "line 1, column 1, at actions: the key 'actions' is missing; write for example actions: { record:view: { tier: 0 } }",
                        "line 2, column 12, at revision: a text is needed here, not nothing"));
    }
}
