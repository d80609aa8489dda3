package dev.contactcenter.cli;

import dev.contactcenter.language.PolicySchema;
import dev.contactcenter.language.TestsSchema;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints the JSON Schema of the policy document, or of its tests. */
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
            "  contact-center policy schema --tests > policy-tests.schema.json",
            "",
            "Then write this as the first line of a policy, for every editor with the YAML language server:",
            "  # yaml-language-server: $schema=policy.schema.json",
            "",
            "The same schemas are docs/reference/policy.schema.json and docs/reference/policy-tests.schema.json."
        })
final class SchemaCommand implements Runnable {

    @Option(names = "--tests", description = "The schema of tests (*.tests.yaml) in place of the policy's.")
    private boolean tests;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        out.print(tests ? TestsSchema.json() : PolicySchema.json());
        out.flush();
    }
}
