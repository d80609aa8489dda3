package dev.contactcenter.language;

import dev.contactcenter.engine.matcher.Decider;
import dev.contactcenter.engine.policy.Policy;
import java.util.Optional;

/** The text in which an identity team writes its policy: YAML or JSON. */
public final class PolicyDocument {

    private PolicyDocument() {}

    /**
     * Reads a policy document. Whatever the text is, the answer is a {@link Reading}, never an exception.
     *
     * @param text at most 1 MiB
     */
    public static Reading read(String text) {
        var findings = new Findings();
        Optional<CompiledPolicy> compiled = Syntax.read(text, findings)
                .flatMap(root -> new DocumentReader(findings).read(root))
                .map(parts -> compile(parts, text, findings));
        return compiled.<Reading>map(policy -> new Reading.Valid(policy, findings.warnings()))
                .orElseGet(() -> new Reading.Invalid(findings.errors()));
    }

    private static CompiledPolicy compile(DocumentReader.Parts parts, String text, Findings findings) {
        Policy policy = parts.policy();
        new Lint(policy, parts.root(), findings).check();
        return new CompiledPolicy(Decider.of(policy), parts.unmanagedScopes(), text);
    }
}
