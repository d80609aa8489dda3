package dev.contactcenter.cli;

import dev.contactcenter.language.PolicyDocument;
import dev.contactcenter.language.Reading;
import dev.contactcenter.language.RealmNames;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Warns about what policies may say but hardly mean. */
@Command(
        name = "lint",
        description = {
            "Warns about what policies may say but hardly mean.",
            "",
            "A rule that can never apply or never matter, an exception that ended, a policy that locks administrators out;"
                    + " with --realm also names that the realm does not have. A policy that is not valid is told as"
                    + " 'contact-center policy validate' does."
        },
        footer = {
            "Examples:",
            "  contact-center policy lint my-policy.yaml",
            "  contact-center policy lint --strict --realm contact-center-realm.json my-policy.yaml",
            "",
            "All warnings: docs/reference/policy.md#warnings."
        })
final class LintCommand implements Callable<Integer> {

    private final Documents documents;
    private final InstantSource clock;

    @Mixin
    private CheckOptions options = new CheckOptions();

    @Option(
            names = "--realm",
            paramLabel = "FILE",
            description = "A realm export (JSON): what it does not have is a warning.")
    private @Nullable String realm;

    @Option(names = "--strict", description = "Warnings, too, make the exit code 1.")
    private boolean strict;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    LintCommand(Documents documents, InstantSource clock) {
        this.documents = documents;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        RealmNames names =
                realm == null ? RealmNames.NOT_TOLD : new RealmFile(spec.commandLine(), documents).read(realm);
        return new Check(spec, documents, bytes -> check(bytes, names)).of(options);
    }

    private Check.Outcome check(byte[] bytes, RealmNames names) {
        return switch (PolicyDocument.read(bytes, names, clock.instant())) {
            case Reading.Invalid invalid -> new Check.Outcome(false, invalid.problems(), "");
            case Reading.Valid valid
            when valid.warnings().isEmpty() -> new Check.Outcome(true, List.of(), "nothing to warn about");
            case Reading.Valid valid -> new Check.Outcome(!strict, valid.warnings(), "");
        };
    }
}
