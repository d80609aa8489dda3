package dev.contactcenter.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactcenter.engine.condition.Formula;
import dev.contactcenter.engine.condition.Predicate;
import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.language.condition.Conditions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A condition in a document")
class ConditionReaderTest {

    private final Findings findings = new Findings();

    @ParameterizedTest(name = "{0}")
    @MethodSource("styles")
    void has_its_flaws_where_they_are_written(String style, String document, String... places) {
        read(document);

        assertThat(findings.errors())
                .map(problem -> problem.line() + ":" + problem.column() + " " + problem.what())
                .containsExactly(places);
    }

    static Stream<Arguments> styles() {
        String os = " unknown attribute 'device.so'";
        String zone = " 'hom' is not a zone of this policy";
        return Stream.of(
                at("plain", "when: device.so == \"a\" && network.zone == \"hom\"", "1:7" + os, "1:43" + zone),
                at(
                        "plain, on lines",
                        "when: mode == \"none\" &&\n  device.so == \"a\"\n\n  && network.zone\n    == \"hom\"",
                        "2:3" + os,
                        "5:8" + zone),
                at("single quotes", "when: 'user.id == \"it''s\" && device.so == \"a\"'", "1:30" + os),
                at("single quotes, on lines", "when: 'user.id == \"it''s\"\n  && device.so == \"a\"'", "2:6" + os),
                at("double quotes", "when: \"user.id == \\\"\\u00e4\\x41\\\" && device.so == \\\"a\\\"\"", "1:37" + os),
                at(
                        "double quotes, on lines",
                        "when: \"mode == 'none' \\\n  && device.so == 'a' \\t &&\n  network.zone == 'hom'\"",
                        "2:6" + os,
                        "3:19" + zone),
                at("literal", "when: |\n  mode == \"none\" &&\n\n    device.so == \"a\" // so\n", "4:5" + os),
                at("folded", "when: >-   # why\n  mode == \"none\"\n  && device.so == \"a\"\n", "3:6" + os),
                at("with CRLF", "x: 1\r\nwhen: |\r\n  mode == \"none\" &&\r\n  device.so == \"a\"\r\n", "4:3" + os),
                at(
                        "behind a letter of two units",
                        "\ud83d\ude00: 1\nwhen: user.id == \"\ud83d\ude00\" && device.so == \"a\"",
                        "2:25" + os),
                at("JSON", "{\"when\": \"user.id == \\\"\\u00e4\\\" && device.so == \\\"a\\\"\"}", "1:36" + os),
                at("that ends too early", "when: mode == ", "1:14 the condition ends too early"),
                at("that ends too early, on lines", "when: |\n  mode ==\n\n", "2:10 the condition ends too early"),
                at("a list", "when: [a]", "1:7 a condition is needed here, not a list"),
                at("nothing", "when:\n", "1:6 the condition is empty"),
                at("a number", "when: 3", "1:7 a condition is needed here, not the number 3"),
                at("begun with !", "when: !session.offline", "1:7 a tag (a word that starts with '!') cannot be used"));
    }

    private static Arguments at(String style, String document, String... places) {
        return Arguments.of(style, document, places);
    }

    @Test
    void is_read_as_a_formula() {
        assertThat(read("when: '\"/pilot\" in user.groups'"))
                .isEqualTo(new Formula.Atom(new Predicate.Has(Attribute.USER_GROUPS, "/pilot")));
        assertThat(read("when: true")).isEqualTo(Formula.ALWAYS);
        assertThat(findings.errors()).isEmpty();
    }

    private Formula read(String document) {
        Node.Mapping root = (Node.Mapping) Syntax.read(document, findings).orElseThrow();
        Map<Attribute, List<String>> words = Map.of(Attribute.NETWORK_ZONE, List.of("home"), Attribute.MODE, List.of());
        return new ConditionReader(findings, new Conditions(words))
                .read(root.entries().get("when").value());
    }
}
