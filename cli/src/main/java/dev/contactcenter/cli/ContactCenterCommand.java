package dev.contactcenter.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The root of all commands. */
@Command(
        name = "contact-center",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Checks contact center policies before a server sees them and records after it delivered them, and has a server stop"
                    + " what must not go on.",
            "",
            "Only 'contact-center revoke' and 'contact-center audit sinks' need a server."
        },
        descriptionHeading = "%n",
        optionListHeading = "%nOptions:%n",
        parameterListHeading = "%nParameters:%n",
        commandListHeading = "%nCommands:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Fine.",
            "1:A policy has problems, records were tampered with, or a server did not do what it was told to.",
            "2:Wrong use: an unknown option, a file that cannot be read.",
            "70:A defect of this program."
        },
        footerHeading = "%n",
        footer = {
            "Begin with:",
            "  contact-center policy validate realm-exports/policies/contact-center.yaml",
            "  contact-center policy --help",
            "",
            "All commands: docs/reference/cli.md. The policy document: docs/reference/policy.md."
        })
final class ContactCenterCommand implements Runnable {

    @Option(
            names = "--debug",
            scope = ScopeType.INHERIT,
            description = "After a defect of this program, print its stack trace.")
    private boolean debug;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    boolean isDebugged() {
        return debug;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command.");
    }
}
