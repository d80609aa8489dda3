package dev.contactcenter.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What can be done with policies; each is a command of its own. */
@Command(
        name = "policy",
        synopsisSubcommandLabel = "COMMAND",
        description = "Checks and describes policy documents.",
        footer = {
            "Examples:",
            "  contact-center policy validate my-policy.yaml     can it be activated?",
            "  contact-center policy lint my-policy.yaml         does it say what is meant?",
            "  contact-center policy test realm-exports          does it do what is promised?",
            "  contact-center policy explain my-policy.yaml --role agents --action record:view",
            "                                                    what would it answer, and why?",
            "  contact-center policy schema > policy.schema.json help for the editor",
            "",
            "The policy document: docs/reference/policy.md."
        })
final class PolicyCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command of 'policy'.");
    }
}
