package dev.contactcenter.language;

import dev.contactcenter.engine.matcher.Decider;
import dev.contactcenter.engine.matcher.PolicyTooLargeException;
import dev.contactcenter.language.condition.RoomyThread;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/** The text in which an identity team writes its policy: YAML or JSON. */
public final class PolicyDocument {

    /** No policy has more; who reads a file need not read further than one byte more. */
    public static final int MOST_BYTES = Encoding.MOST_BYTES;

    private PolicyDocument() {}

    /**
     * Reads a policy document as it is stored in a file. Whatever the bytes are, the answer is a {@link Reading}.
     *
     * @param bytes UTF-8, with or without a byte-order mark
     */
    public static Reading read(byte[] bytes) {
        return read(bytes, RealmNames.NOT_TOLD, Optional.empty());
    }

    /**
     * Reads a policy document for a realm and a day, and also tells what is allowed but hardly meant.
     *
     * @param realm what the document names and the realm does not have is a warning
     * @param now an exception that has ended by then is a warning
     */
    public static Reading read(byte[] bytes, RealmNames realm, Instant now) {
        return read(bytes, realm, Optional.of(now));
    }

    private static Reading read(byte[] bytes, RealmNames realm, Optional<Instant> now) {
        var findings = new Findings();
        return Encoding.read(bytes, findings)
                .map(text -> read(text, realm, now))
                .orElseGet(() -> new Reading.Invalid(findings.errors()));
    }

    /** The text for a {@link ProblemReport} of bytes that may not be text. */
    public static String display(byte[] bytes) {
        return bytes.length > MOST_BYTES ? "" : new String(bytes, StandardCharsets.UTF_8);
    }

    /**
     * Reads a policy document, to decide by it: without warnings, which cost as much as all the rest and which a server has
     * nobody to show to. Whatever the text is, the answer is a {@link Reading}, never an exception.
     *
     * @param text at most 1 MiB
     */
    public static Reading read(String text) {
        return read(text, RealmNames.NOT_TOLD, Optional.empty());
    }

    private static Reading read(String text, RealmNames realm, Optional<Instant> now) {
        return RoomyThread.call(() -> onThisStack(text, realm, now));
    }

    private static Reading onThisStack(String text, RealmNames realm, Optional<Instant> now) {
        var findings = new Findings();
        Optional<CompiledPolicy> compiled = Syntax.read(text, findings)
                .flatMap(root -> new DocumentReader(findings).read(root))
                .flatMap(parts -> compile(parts, text, findings).map(policy -> {
                    // After compiling, which refuses what would also cost too much to look through.
                    now.ifPresent(
                            day -> new Lint(parts.policy(), parts.root(), findings).check(realm, Optional.of(day)));
                    return policy;
                }));
        return compiled.<Reading>map(policy -> new Reading.Valid(policy, findings.warnings()))
                .orElseGet(() -> new Reading.Invalid(findings.errors()));
    }

    private static Optional<CompiledPolicy> compile(DocumentReader.Parts parts, String text, Findings findings) {
        try {
            return Optional.of(
                    new CompiledPolicy(Decider.of(parts.policy()), parts.unmanagedScopes(), parts.details(), text));
        } catch (PolicyTooLargeException e) {
            findings.error(
                    parts.placeOfRule(e.rule()),
                    e.rule().isEmpty()
                            ? "this policy is too large: " + e.getMessage()
                            : "the rule " + Quoted.of(e.rule()) + " is too large: " + e.getMessage(),
                    e.rule().isEmpty() ? "grant fewer actions, or write fewer rules" : "make several rules of it");
            return Optional.empty();
        }
    }
}
