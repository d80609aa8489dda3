package dev.contactcenter.cli;

import dev.contactcenter.language.PolicySchema;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the JSON Schema of the policy document. */
@Command(
        name = "schema",
        description = {
            "Prints the JSON Schema (2020-12) of the policy document, with which an editor completes keys and marks"
                    + " mistakes while you write.",
            "",
            "It knows less than 'contact-center policy validate': whether an action that a rule names exists, no schema"
                    + " can tell."
        },
        footer = {
            "Examples:",
            "  contact-center policy schema > policy.schema.json",
            "",
            "Then write this as the first line of a policy, for every editor with the YAML language server:",
            "  # yaml-language-server: $schema=policy.schema.json",
            "",
            "The same schema is docs/reference/policy.schema.json."
        })
final class SchemaCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        out.print(PolicySchema.json());
        out.flush();
    }
}
