package dev.contactcenter.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.contactcenter.engine.request.AccessRequest;
import dev.contactcenter.language.Checked;
import dev.contactcenter.language.CompiledPolicy;
import dev.contactcenter.language.PolicyDocument;
import dev.contactcenter.language.Problem;
import dev.contactcenter.language.Reading;
import dev.contactcenter.language.TestsDocument;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells how a policy would decide one request, and why. */
@Command(
        name = "explain",
        description = {
            "Tells how a policy would decide one request, and why.",
            "",
            "Every rule with where it stands and all conditions that stand in its way, what a permit is bound to, and"
                    + " what the token would tell. The request comes from options, or from a file in the shape that"
                    + " 'given' has in tests."
        },
        footer = {
            "Examples:",
            "  contact-center policy explain my-policy.yaml --role contact-center-supervisor \\",
            "    --action recording:play --proven phr=PT10M --set network.address=10.20.1.1",
            "  contact-center policy explain my-policy.yaml --request request.yaml --format json",
            "",
            "What a request can say: docs/reference/policy-tests.md#given."
        })
final class ExplainCommand implements Callable<Integer> {

    private final Documents documents;
    private final InstantSource clock;

    @Parameters(paramLabel = "FILE", description = "The policy, YAML or JSON; - is standard input.")
    private String file = "";

    @Option(
            names = "--request",
            paramLabel = "FILE",
            description = "The request, YAML or JSON; - is standard input. In place of the options below.")
    private @Nullable String request;

    @Mixin
    private RequestOptions options = new RequestOptions();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "How it is told: text or json. Default: ${DEFAULT-VALUE}.")
    private CheckOptions.Format format = CheckOptions.Format.TEXT;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    ExplainCommand(Documents documents, InstantSource clock) {
        this.documents = documents;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        if ((request != null) == options.areGiven()) {
            throw new ParameterException(
                    spec.commandLine(), "Give the request either by --request or by options as --role and --action.");
        }
        try {
            byte[] policy = documents.policy(file);
            byte[] asked = request == null ? options.text().getBytes(UTF_8) : documents.policy(request);
            return switch (PolicyDocument.read(policy)) {
                case Reading.Invalid invalid -> refused(Documents.name(file), policy, invalid.problems());
                case Reading.Valid valid -> explain(valid.policy(), asked);
            };
        } catch (Documents.Unreadable e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
        }
    }

    private int explain(CompiledPolicy policy, byte[] asked) {
        String name = request == null ? "<options>" : Documents.name(request);
        return switch (TestsDocument.readRequest(asked, policy, clock.instant().truncatedTo(ChronoUnit.SECONDS))) {
            case Checked.Refused<AccessRequest> refused -> refused(name, asked, refused.problems());
            case Checked.Usable<AccessRequest> usable -> {
                var out = spec.commandLine().getOut();
                var explained = new Explained(
                        policy.policy(), usable.value(), policy.decider().explain(usable.value()));
                switch (format) {
                    case TEXT ->
                        out.print(new ExplanationText(
                                        spec.commandLine().getColorScheme().ansi())
                                .of(explained));
                    case JSON -> out.println(ExplanationJson.of(explained));
                }
                out.flush();
                yield ExitCode.FINE;
            }
        };
    }

    private int refused(String name, byte[] document, List<Problem> problems) {
        var err = spec.commandLine().getErr();
        err.println(Colours.report(spec.commandLine().getColorScheme().ansi(), name, PolicyDocument.display(document))
                .of(problems));
        err.flush();
        return ExitCode.PROBLEMS;
    }
}
