package dev.contactcenter.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A policy that says what is hardly meant")
class LintTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void is_valid_with_a_warning(Mistake doubtful) {
        Reading reading = PolicyDocument.read(doubtful.text());

        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.Valid.class,
                        valid -> assertThat(valid.warnings())
                                .map(Problem::message)
                                .containsExactlyElementsOf(doubtful.messages()));
    }

    static Stream<Mistake> is_valid_with_a_warning() {
        return Stream.of(
                Mistake.of("nothing doubtful", "enforced", "enforced"),
                Mistake.of(
                        "an action for nobody",
                        "  record:view: { tier: 0 }",
                        "  record:view: { tier: 0 }\n  record:edit: { tier: 0 }",
                        "line 8, column 3, at actions.record:edit: no mode, service or rule names this action, so it is"
                                + " always denied; grant it, or take it out"),
                Mistake.of(
                        "a rule that its mode never meets",
                        "modes: [supervisor]",
                        "modes: [agent]",
                        "line 15, column 5, at rules[0]: none of this rule's modes grants one of its actions, so it"
                                + " never applies; check its modes"),
                Mistake.of(
                        "a rule that locks a service out",
                        "    modes: [supervisor]\n    actions: [recording:play]\n",
                        "",
                        "line 15, column 5, at rules[0]: a service cannot step up, so this rule denies it:"
                                + " cti-connector; name the modes that the rule is for"),
                Mistake.of(
                        "a rule that denies and requires",
                        "limit: { tokenLifespan: PT5M }",
                        "deny: { reason: not_offered_here }",
                        "line 15, column 5, at rules[0]: this rule denies, so what else it demands has no effect; make"
                                + " it two rules"),
                Mistake.of(
                        "a disabled rule that its mode never meets",
                        "enforced\n    modes: [supervisor]",
                        "disabled\n    modes: [agent]"));
    }
}
