package dev.contactcenter.language;

import dev.contactcenter.engine.request.AccessRequest;
import dev.contactcenter.language.condition.RoomyThread;
import dev.contactcenter.language.testing.PolicyTest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What stands beside a policy: a file of its tests, or one request to explain. Read as strictly as the policy itself. */
public final class TestsDocument {

    private TestsDocument() {}

    /**
     * The policy that a tests file names. Nothing if it names none, or cannot be read; {@link #read} tells why.
     *
     * @param bytes UTF-8, with or without a byte-order mark
     */
    public static Optional<String> policyFile(byte[] bytes) {
        var findings = new Findings(Genre.TESTS);
        return RoomyThread.call(() -> Encoding.read(bytes, findings)
                .flatMap(text -> Syntax.read(text, findings))
                .flatMap(TestsReader::policyFile));
    }

    /** Reads the tests of a policy. */
    public static Checked<List<PolicyTest>> read(byte[] bytes, CompiledPolicy policy) {
        var findings = new Findings(Genre.TESTS);
        return checked(
                findings,
                RoomyThread.call(() -> Encoding.read(bytes, findings)
                        .flatMap(text -> Syntax.read(text, findings))
                        .flatMap(new TestsReader(findings, policy.policy())::read)));
    }

    /**
     * Reads one request, in the shape of {@code given}.
     *
     * @param now the moment of the request where it does not tell its own
     */
    public static Checked<AccessRequest> readRequest(byte[] bytes, CompiledPolicy policy, Instant now) {
        var findings = new Findings(Genre.REQUEST);
        return checked(
                findings,
                RoomyThread.call(() -> Encoding.read(bytes, findings)
                        .flatMap(text -> Syntax.read(text, findings))
                        .flatMap(new Values(findings)::mapping)
                        .flatMap(GivenReader.lenient(findings, policy.policy(), now)::read)));
    }

    private static <T> Checked<T> checked(Findings findings, Optional<T> read) {
        return read.filter(ignored -> !findings.hasErrors())
                .<Checked<T>>map(Checked.Usable::new)
                .orElseGet(() -> new Checked.Refused<>(findings.errors()));
    }
}
