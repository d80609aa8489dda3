package dev.contactcenter.language;

import dev.contactcenter.engine.policy.Policy;
import dev.contactcenter.language.lint.Linter;
import java.time.Instant;
import java.util.Optional;

/** Warns about what a policy may say but hardly means, each time at its place. */
final class Lint {

    private final Policy policy;
    private final Node.Mapping root;
    private final Findings findings;

    Lint(Policy policy, Node.Mapping root, Findings findings) {
        this.policy = policy;
        this.root = root;
        this.findings = findings;
    }

    void check(RealmNames realm, Optional<Instant> now) {
        var spots = new Spots(root);
        Linter.check(policy, now)
                .forEach(doubt -> findings.warning(
                        doubt.kind().code(), spots.place(doubt.spot()), doubt.what(), doubt.suggestion()));
        new RealmLint(realm, spots, findings).check(policy);
        new RealmSessionLint(realm.sessions(), spots, findings).check(policy);
    }
}
