package dev.contactcenter.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells how the sinks of a realm are doing, tests one, or has its dead letters delivered again. */
@Command(
        name = "sinks",
        description = {
            "Tells how the sinks of a realm are doing, sends a test record to one, or has its dead letters delivered again.",
            "",
            "The client's service account needs the role view-realm of realm-management, for --test and --redrive manage-realm."
        },
        footer = {
            "Examples:",
            "  contact-center audit sinks",
            "  contact-center audit sinks siem --test",
            "  contact-center audit sinks siem --redrive",
            "",
            "Exit code 1: the sink did not take the test record, or the server did not do what it was told to."
        })
final class SinksCommand implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "The sink. Default: all of them are told of.")
    private String name = "";

    @Option(names = "--test", description = "Send a test record to the sink.")
    private boolean test;

    @Option(names = "--redrive", description = "Have the sink's dead letters delivered again.")
    private boolean redrive;

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        if (test && redrive) {
            throw new ParameterException(spec.commandLine(), "--test and --redrive do not go together.");
        }
        if ((test || redrive) && name.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Name the sink.");
        }
        try (var client = new AdminClient(server)) {
            String path = "/contact-center/audit/sinks" + (name.isEmpty() ? "" : "/" + Encoding.path(name));
            return tell(test || redrive ? client.post(path + (test ? "/test" : "/redrive")) : client.get(path));
        }
    }

    private int tell(AdminClient.Answer answer) {
        return switch (answer) {
            case AdminClient.Answer.Told(JsonNode body) -> {
                PrintWriter out = spec.commandLine().getOut();
                out.println(Json.text(body));
                out.flush();
                yield ExitCode.FINE;
            }
            case AdminClient.Answer.Refused(String why) -> {
                PrintWriter err = spec.commandLine().getErr();
                err.println(spec.commandLine().getColorScheme().errorText(why));
                err.flush();
                yield ExitCode.PROBLEMS;
            }
        };
    }
}
