package dev.contactcenter.language;

import dev.contactcenter.engine.matcher.Decider;
import dev.contactcenter.engine.policy.Policy;
import dev.contactcenter.language.condition.RoomyThread;
import java.nio.charset.StandardCharsets;
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
        return read(bytes, RealmNames.NOT_TOLD);
    }

    /** Reads a policy document for a realm: what it names and the realm does not have is a warning. */
    public static Reading read(byte[] bytes, RealmNames realm) {
        var findings = new Findings();
        return Encoding.read(bytes, findings)
                .map(text -> read(text, realm))
                .orElseGet(() -> new Reading.Invalid(findings.errors()));
    }

    /** The text for a {@link ProblemReport} of bytes that may not be text. */
    public static String display(byte[] bytes) {
        return bytes.length > MOST_BYTES ? "" : new String(bytes, StandardCharsets.UTF_8);
    }

    /**
     * Reads a policy document. Whatever the text is, the answer is a {@link Reading}, never an exception.
     *
     * @param text at most 1 MiB
     */
    public static Reading read(String text) {
        return read(text, RealmNames.NOT_TOLD);
    }

    private static Reading read(String text, RealmNames realm) {
        return RoomyThread.call(() -> onThisStack(text, realm));
    }

    private static Reading onThisStack(String text, RealmNames realm) {
        var findings = new Findings();
        Optional<CompiledPolicy> compiled = Syntax.read(text, findings)
                .flatMap(root -> new DocumentReader(findings).read(root))
                .map(parts -> compile(parts, text, realm, findings));
        return compiled.<Reading>map(policy -> new Reading.Valid(policy, findings.warnings()))
                .orElseGet(() -> new Reading.Invalid(findings.errors()));
    }

    private static CompiledPolicy compile(
            DocumentReader.Parts parts, String text, RealmNames realm, Findings findings) {
        Policy policy = parts.policy();
        new Lint(policy, parts.root(), findings).check();
        new RealmLint(realm, findings).check(parts.root());
        return new CompiledPolicy(Decider.of(policy), parts.unmanagedScopes(), text);
    }
}
