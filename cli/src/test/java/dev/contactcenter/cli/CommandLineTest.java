package dev.contactcenter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactcenter.language.Problem;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

@DisplayName("The command line")
class CommandLineTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "policy",
                "polcy",
                "policy validat",
                "policy validate",
                "policy validate --formt json -",
                "policy validate --format xml -",
                "policy lint --realm",
                "policy test",
                "policy explain",
                "revoke",
                "revoke device laptop-17",
                "revoke phone 17 --reason device_lost",
                "revoke device laptop-17 --reason device_lost --server http://sso.example.test --realm r --client c --secret s",
                "revoke token j --reason leaked --server https://sso.example.test --realm r --client c --secret s",
                "completion",
                "completion fish"
            })
    void answers_wrong_use_on_stderr_with_2(String arguments) {
        Run run = Run.of(arguments.isEmpty() ? new String[0] : arguments.split(" ", -1));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isNotBlank();
    }

    @Test
    void suggests_what_was_meant() {
        assertThat(Run.of("policy", "validat", "x").err()).contains("validate");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "policy",
                "policy validate",
                "policy lint",
                "policy test",
                "policy explain",
                "policy schema",
                "revoke",
                "completion"
            })
    void teaches(String command) {
        Run run = Run.of((command + " --help").strip().split(" ", -1));

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith(("Usage: contact-center " + command).strip())
                .contains("Exit codes:", "  contact-center ")
                .containsAnyOf("Examples:", "Begin with:");
    }

    @Test
    void says_its_version() {
        assertThat(Run.of("--version").out()).startsWith("contact-center ");
        assertThat(Run.of("policy", "lint", "--version").out()).startsWith("contact-center ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh"})
    void completes_in_a_shell(String shell) {
        Run run = Run.of("completion", shell);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .startsWith("#!/usr/bin/env bash")
                .contains("_complete_contact-center", "validate", "--realm", "bashcompinit");
    }

    @Test
    void calls_its_own_defect_one_and_keeps_the_stack_trace_for_who_asks() {
        Run run = Run.of(broken(), "policy", "validate", "-");

        assertThat(run).isEqualTo(new Run(70, "", """
                        This is a defect of contact-center, not of your policy: java.lang.IllegalStateException: out of order
                        Run it again with --debug, and report what it prints.
                        """));
        assertThat(Run.of(broken(), "policy", "validate", "--debug", "-").err())
                .contains("IllegalStateException: out of order", "\tat dev.contactcenter.cli.");
    }

    @Test
    void has_colours_that_do_not_change_the_words() {
        String plain = Colours.report(Ansi.OFF, "f", "a: @|red x|@").of(problems());
        String coloured = Colours.report(Ansi.ON, "f", "a: @|red x|@").of(problems());

        assertThat(coloured).contains("\u001b[1mf:1:1:\u001b[0m").isNotEqualTo(plain);
        assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(plain);
    }

    private static List<Problem> problems() {
        return List.of(new Problem(Problem.Severity.ERROR, "a", 1, 1, 1, "it is wrong", ""));
    }

    private static CommandLine broken() {
        return Main.commandLine(new InputStream() {
            @Override
            public int read() {
                throw new IllegalStateException("out of order");
            }

            @Override
            public int read(byte[] into, int from, int length) {
                return read();
            }
        });
    }
}
