package dev.contactcenter.cli;

import dev.contactcenter.engine.policy.Policy;
import dev.contactcenter.language.PolicyDocument;
import dev.contactcenter.language.Problem;
import dev.contactcenter.language.Reading;
import dev.contactcenter.language.RealmNames;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Tells whether policies could be activated, and if not, all that stands in the way. */
@Command(
        name = "validate",
        description = {
            "Tells whether policies could be activated.",
            "",
            "Every problem is told with its line, its column and what would be right. What is allowed but hardly meant,"
                    + " tells 'contact-center policy lint'."
        },
        footer = {
            "Examples:",
            "  contact-center policy validate my-policy.yaml",
            "  contact-center policy validate --format json policies/*.yaml | jq '.files[].problems'",
            "  git show main:my-policy.yaml | contact-center policy validate -",
            "",
            "The policy document: docs/reference/policy.md."
        })
final class ValidateCommand implements Callable<Integer> {

    private final Documents documents;
    private final InstantSource clock;

    @Mixin
    private CheckOptions options = new CheckOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    ValidateCommand(Documents documents, InstantSource clock) {
        this.documents = documents;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        return new Check(spec, documents, this::check).of(options);
    }

    private Check.Outcome check(byte[] bytes) {
        return switch (PolicyDocument.read(bytes, RealmNames.NOT_TOLD, clock.instant())) {
            case Reading.Invalid invalid -> new Check.Outcome(false, invalid.problems(), "");
            case Reading.Valid valid ->
                new Check.Outcome(true, List.of(), summary(valid.policy().policy(), valid.warnings()));
        };
    }

    private static String summary(Policy policy, List<Problem> warnings) {
        String fine = "valid; revision %s, %d actions, %d modes, %d rules"
                .formatted(
                        policy.revision(),
                        policy.actions().size(),
                        policy.modes().size(),
                        policy.rules().size());
        return warnings.isEmpty() ? fine : fine + ", %d warnings (see: policy lint)".formatted(warnings.size());
    }
}
