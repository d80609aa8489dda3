package dev.contactcenter.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contactcenter.cli.CheckOptions.Format;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Has a server stop what must not go on. */
@Command(
        name = "revoke",
        description = {
            "Has a server stop a device, a person, a session, a passkey or a token, and waits until it has.",
            "",
            "The client's service account needs the realm role contact-center-revoker. An order that was taken is carried"
                    + " out also if the server dies or this command is stopped."
        },
        footer = {
            "Examples:",
            "  contact-center revoke device laptop-17 --reason device_lost --detail 'left in a taxi'",
            "  contact-center revoke user agent --reason leaver --key ticket-4711 --format json",
            "  contact-center revoke session 3f6c3e4e-... --reason suspicious",
            "  contact-center revoke token onrtro:1b9d... --exp 1790000000 --reason leaked",
            "",
            "Exit code 1: the order was not taken, or was not carried out within --timeout."
        })
final class RevokeCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "KIND", description = "device, user, session, passkey or token.")
    private Kind kind = Kind.DEVICE;

    @Parameters(
            index = "1",
            paramLabel = "ID",
            description =
                    "The device's id, the user's id or name, the session's (sid), the passkey's or the token's (jti).")
    private String id = "";

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "CODE",
            description = "Why, in lower snake case, for records and resource servers: device_lost.")
    private String reason = "";

    @Option(names = "--detail", paramLabel = "TEXT", description = "What else administrators should know.")
    private String detail = "";

    @Option(names = "--exp", paramLabel = "SECONDS", description = "The claim exp of a token, which it needs.")
    private @Nullable Long expires;

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description = "What makes this order the same as one given before. Default: one of its own.")
    private String key = UUID.randomUUID().toString();

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            defaultValue = "PT1M",
            description = "How long to wait. Default: ${DEFAULT-VALUE}.")
    private Duration timeout = Duration.ZERO;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "How it is told: text or json. Default: ${DEFAULT-VALUE}.")
    private Format format = Format.TEXT;

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** What can be stopped. */
    enum Kind {
        DEVICE,
        USER,
        SESSION,
        PASSKEY,
        TOKEN
    }

    @Override
    public Integer call() throws InterruptedException {
        if ((kind == Kind.TOKEN) != (expires != null)) {
            throw new ParameterException(spec.commandLine(), "--exp goes with a token, and a token needs it.");
        }
        try (var client = new RevocationClient(server, timeout)) {
            return tell(client.order(order()));
        }
    }

    private ObjectNode order() {
        ObjectNode order = JsonNodeFactory.instance.objectNode();
        order.put(Words.kebab(kind), id);
        order.put("reason", reason);
        order.put("key", key);
        if (!detail.isEmpty()) {
            order.put("detail", detail);
        }
        if (expires != null) {
            order.put("exp", expires);
        }
        return order;
    }

    private int tell(RevocationClient.Outcome outcome) {
        return switch (outcome) {
            case RevocationClient.Outcome.Done done -> print(done.order(), "done", ExitCode.FINE);
            case RevocationClient.Outcome.UnderWay underWay ->
                print(underWay.order(), "taken, but not done within " + timeout, ExitCode.PROBLEMS);
            case RevocationClient.Outcome.Refused refused -> {
                PrintWriter err = spec.commandLine().getErr();
                err.println(spec.commandLine().getColorScheme().errorText(refused.why()));
                err.flush();
                yield ExitCode.PROBLEMS;
            }
        };
    }

    private int print(JsonNode order, String state, int exitCode) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(
                switch (format) {
                    case JSON -> Json.text(order);
                    case TEXT ->
                        "%s %s: %s, %d sessions ended (order %s)"
                                .formatted(
                                        Words.kebab(kind),
                                        id,
                                        state,
                                        order.path("sessions_ended").asInt(),
                                        order.path("id").asText());
                });
        out.flush();
        return exitCode;
    }
}
