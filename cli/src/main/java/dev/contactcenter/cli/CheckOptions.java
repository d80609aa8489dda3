package dev.contactcenter.cli;

import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What all commands take that check policies. */
final class CheckOptions {

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Policies, YAML or JSON; - is standard input.")
    private List<String> files = List.of();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "How it is told: text or json. Default: ${DEFAULT-VALUE}.")
    private Format format = Format.TEXT;

    List<String> files() {
        return files;
    }

    Format format() {
        return format;
    }

    /** For whom the answer is. */
    enum Format {
        TEXT,
        JSON
    }
}
