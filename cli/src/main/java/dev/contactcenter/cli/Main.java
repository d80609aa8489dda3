package dev.contactcenter.cli;

import java.io.InputStream;
import java.time.InstantSource;
import picocli.CommandLine;

/** The program {@code contact-center}. */
public final class Main {

    private Main() {}

    /** Runs one command and ends with its exit code. */
    public static void main(String[] arguments) {
        System.exit(commandLine(System.in).execute(arguments));
    }

    /** The tree of commands, which reads the given stream where a file is called {@code -}. */
    static CommandLine commandLine(InputStream in) {
        var documents = new Documents(in);
        var clock = InstantSource.system();
        var policy = new CommandLine(new PolicyCommand())
                .addSubcommand(new ValidateCommand(documents, clock))
                .addSubcommand(new LintCommand(documents, clock))
                .addSubcommand(new TestCommand(documents))
                .addSubcommand(new ExplainCommand(documents, clock))
                .addSubcommand(new SchemaCommand());
        var audit = new CommandLine(new AuditCommand())
                .addSubcommand(new VerifyCommand(in))
                .addSubcommand(new SinksCommand());
        return new CommandLine(new ContactCenterCommand())
                .addSubcommand(policy)
                .addSubcommand(audit)
                .addSubcommand(new RevokeCommand())
                .addSubcommand(new CompletionCommand())
                .setUsageHelpWidth(100)
                .setAbbreviatedOptionsAllowed(false)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new Defect());
    }
}
