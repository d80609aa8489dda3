package dev.contactcenter.cli;

import java.io.PrintWriter;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what a shell needs to complete our commands. */
@Command(
        name = "completion",
        description = "Prints a script with which a shell completes commands and options.",
        footer = {
            "Examples:",
            "  source <(contact-center completion bash)                        for this shell",
            "  contact-center completion bash > ~/.local/share/bash-completion/completions/contact-center",
            "  echo 'source <(contact-center completion zsh)' >> ~/.zshrc      for every zsh"
        })
final class CompletionCommand implements Runnable {

    @Parameters(paramLabel = "SHELL", description = "bash or zsh.")
    private Shell shell = Shell.BASH;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** A shell that can be taught; one script does for both, because picocli's has zsh emulate bash. */
    enum Shell {
        BASH,
        ZSH
    }

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        out.print(AutoComplete.bash(spec.root().name(), spec.root().commandLine()));
        out.print('\n');
        out.flush();
    }

    Shell shell() {
        return shell;
    }
}
