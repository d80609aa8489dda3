package dev.contactcenter.benchmarks.audit;

import dev.contactcenter.trail.RealmKeys;
import dev.contactcenter.trail.TrailCheck;
import dev.contactcenter.trail.TrailReport;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How fast a trail is checked: a file of records that a server delivered, read again and again. */
final class VerifyRate {

    private static final int PASSES = 15;

    private VerifyRate() {}

    /**
     * Records a second, the median of the passes after a third of them.
     *
     * @throws IllegalStateException if the check finds something: then what it measures is something else
     */
    static double measure(Path file, RealmKeys keys) throws IOException {
        List<Double> rates = new ArrayList<>();
        for (int pass = 0; pass < PASSES; pass++) {
            long begun = System.nanoTime();
            var check = new TrailCheck(keys);
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
                check.read(file.getFileName().toString(), in);
            }
            TrailReport report = check.end(true);
            if (!report.findings().isEmpty()) {
                throw new IllegalStateException(
                        "The trail is not in order: " + report.findings().getFirst());
            }
            rates.add(report.lines() / ((System.nanoTime() - begun) / 1e9));
        }
        return rates.stream().skip(PASSES / 3).sorted().toList().get(PASSES / 3);
    }
}
