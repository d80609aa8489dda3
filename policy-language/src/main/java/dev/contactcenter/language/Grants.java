package dev.contactcenter.language;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** Reads the actions that a mode or a service grants: names only, so that a new action is never granted by accident. */
final class Grants {

    private final Findings findings;
    private final Collection<String> actions;
    private final Values values;
    private final Names names;

    Grants(Findings findings, Collection<String> actions) {
        this.findings = findings;
        this.actions = actions;
        this.values = new Values(findings);
        this.names = new Names(findings);
    }

    Set<String> read(Node node) {
        return values.several(node, this::granted, "name at least one action");
    }

    private Optional<String> granted(Node node) {
        if (node instanceof Node.Scalar scalar && scalar.text().contains("*")) {
            findings.error(
                    node.place(),
                    "the wildcard " + Quoted.of(scalar.text())
                            + " cannot grant: it would also grant actions added later",
                    "name each action");
            return Optional.empty();
        }
        return names.declared(node, actions, "an action");
    }
}
