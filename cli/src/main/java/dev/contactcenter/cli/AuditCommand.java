package dev.contactcenter.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What there is to do with delivered records. */
@Command(
        name = "audit",
        synopsisSubcommandLabel = "COMMAND",
        description = "Checks delivered records, and tests the sinks that they are delivered to.")
final class AuditCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command.");
    }
}
