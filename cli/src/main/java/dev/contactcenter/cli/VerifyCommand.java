package dev.contactcenter.cli;

import dev.contactcenter.cli.CheckOptions.Format;
import dev.contactcenter.trail.ChainReport;
import dev.contactcenter.trail.Finding;
import dev.contactcenter.trail.RealmKeys;
import dev.contactcenter.trail.TrailCheck;
import dev.contactcenter.trail.TrailReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Finds what was done to delivered records, without a server. */
@Command(
        name = "verify",
        description = {
            "Finds records that were changed, removed, inserted or put in another order, and names them.",
            "",
            "It needs no server. Rotated files are given in the order in which they were written, those of several servers of a"
                    + " cluster in any order. Without --keys nobody vouches for the records: whoever can write the files can make"
                    + " the whole chain anew."
        },
        footer = {
            "Examples:",
            "  curl -o keys.json https://sso.example.test/realms/contact-center/protocol/openid-connect/certs",
            "  contact-center audit verify --keys keys.json decisions.jsonl.1 decisions.jsonl",
            "  contact-center audit verify --keys keys.json --continued --most-unsigned 5000 today.jsonl",
            "",
            "Exit code 1: something was found."
        })
final class VerifyCommand implements Callable<Integer> {

    private final InputStream in;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Delivered records; - is the standard input.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--keys",
            paramLabel = "FILE",
            description =
                    "The realm's public keys, a JWK set. Once for each: keep the old ones when keys are replaced.")
    private List<Path> keys = new ArrayList<>();

    @Option(
            names = "--continued",
            description = "The files begin in the middle of a chain: that earlier records are missing is no finding.")
    private boolean continued;

    @Option(
            names = "--most-unsigned",
            paramLabel = "COUNT",
            description =
                    "More records than so many at the end that no checkpoint vouches for are a finding: whoever can write the files can"
                            + " remove the last checkpoints, and change what they vouched for. Default: any number may be.")
    private long mostUnsigned = Long.MAX_VALUE;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "How it is told: text or json. Default: ${DEFAULT-VALUE}.")
    private Format format = Format.TEXT;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    VerifyCommand(InputStream in) {
        this.in = in;
    }

    @Override
    public Integer call() {
        RealmKeys known = known();
        var check = new TrailCheck(known);
        files.forEach(file -> read(check, file));
        TrailReport report = check.end(!continued, mostUnsigned);
        PrintWriter out = spec.commandLine().getOut();
        switch (format) {
            case JSON -> out.println(Json.text(TrailJson.of(report, !known.isEmpty())));
            case TEXT -> tell(report, out, known.isEmpty());
        }
        out.flush();
        return report.isSound() ? ExitCode.FINE : ExitCode.PROBLEMS;
    }

    private RealmKeys known() {
        var known = new RealmKeys();
        for (Path file : keys) {
            try {
                known.add(Files.readString(file));
            } catch (IOException | IllegalArgumentException unusable) {
                throw new ParameterException(
                        spec.commandLine(),
                        "The keys in " + file + " cannot be used: " + unusable.getMessage(),
                        unusable);
            }
        }
        return known;
    }

    private void read(TrailCheck check, Path file) {
        try {
            if (file.toString().equals("-")) {
                check.read("-", in);
                return;
            }
            try (InputStream opened = Files.newInputStream(file)) {
                check.read(file.toString(), opened);
            }
        } catch (IOException unreadable) {
            throw new ParameterException(
                    spec.commandLine(), file + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private static void tell(TrailReport report, PrintWriter out, boolean unsigned) {
        for (Finding finding : report.findings()) {
            out.println(finding.place() + ": " + finding.words());
        }
        if (report.found() > report.findings().size()) {
            out.println("... and " + (report.found() - report.findings().size()) + " findings more");
        }
        report.chains().forEach(chain -> out.println(summary(chain, unsigned)));
        if (report.tests() > 0) {
            out.println(report.tests() + " lines are tests of sinks, which stand in no chain");
        }
        out.println(report.isSound() ? "Nothing was found." : "Found: " + report.found());
    }

    private static String unsigned(ChainReport chain) {
        long left = chain.last() - chain.signedUpTo();
        return left > 0 ? ", the last " + left + " not yet" : "";
    }

    private static String summary(ChainReport chain, boolean unsigned) {
        String whose = chain.realm().isEmpty() ? "chain " + chain.chain() : "realm " + chain.realm();
        String vouched = unsigned
                ? "signatures not checked"
                : chain.signedUpTo() == 0
                        ? "none of them signed"
                        : "signed up to record " + chain.signedUpTo() + unsigned(chain);
        String repeated = chain.repeated() == 0 ? "" : ", " + chain.repeated() + " lines delivered twice";
        return "%s: %d records, %d to %d, %s%s"
                .formatted(whose, chain.records(), chain.first(), chain.last(), vouched, repeated);
    }
}
