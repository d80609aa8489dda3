package dev.contactcenter.cli;

import java.io.InputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** Writes docs/reference/cli.md from the help of the commands. */
final class CliReference {

    static final String REFRESH = "mvn -pl cli -am test -Dtest='*ReferenceTest' -Ddocs.refresh=true";

    private static final String HEAD = """
            # The command line

            `bin/contact-center`, in a checkout and in the unpacked zip. It needs Java 21 or newer and, except for
            `revoke`, no server. Generated from the help of the commands, so do not edit this page; write it anew with

                %s

            What a command finds goes to standard output, what keeps it from working to standard error. There are colours only on
            a terminal, and none if the environment variable `NO_COLOR` is set.
            """.formatted(REFRESH);

    private CliReference() {}

    /** The whole page, Markdown. */
    static String page() {
        return Stream.concat(Stream.of(HEAD), sections(Main.commandLine(InputStream.nullInputStream())))
                .collect(Collectors.joining("\n"));
    }

    private static Stream<String> sections(CommandLine command) {
        return Stream.concat(
                Stream.of(section(command)),
                command.getSubcommands().values().stream().flatMap(CliReference::sections));
    }

    private static String section(CommandLine command) {
        return "## %s\n\n```\n%s\n```\n"
                .formatted(
                        command.getCommandSpec().qualifiedName(),
                        command.getUsageMessage(Ansi.OFF)
                                .replaceAll("(?m) +$", "")
                                .strip());
    }
}
