package dev.contactcenter.benchmarks.continuous;

import dev.contactcenter.benchmarks.engine.Figure;
import dev.contactcenter.benchmarks.engine.Limit;
import dev.contactcenter.benchmarks.server.Comparison;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What was measured: printed at once, and kept as JSON. */
public final class Results {

    private final List<String> json = new ArrayList<>();

    /** One figure without a peer. */
    public void tell(Figure figure) {
        System.out.println(figure.line());
        json.add(figure.json());
    }

    /** One figure of two servers. */
    public void tell(Comparison comparison) {
        System.out.println(comparison.line());
        json.add(comparison.json());
    }

    /** What a figure has to be. */
    public void tell(Limit limit) {
        System.out.println(limit.line());
        json.add(limit.json());
    }

    /** Writes all of them to a file. */
    public void write(Path file) throws IOException {
        Files.writeString(file, json.stream().collect(Collectors.joining(",\n  ", "[\n  ", "\n]\n")));
    }
}
