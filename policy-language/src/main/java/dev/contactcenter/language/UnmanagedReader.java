package dev.contactcenter.language;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** Reads the scopes that look like actions but are the business of other applications. */
final class UnmanagedReader {

    private final Findings findings;
    private final Collection<String> actions;
    private final Values values;
    private final Names names;

    UnmanagedReader(Findings findings, Collection<String> actions) {
        this.findings = findings;
        this.actions = actions;
        this.values = new Values(findings);
        this.names = new Names(findings);
    }

    Set<String> read(Node node) {
        return values.several(node, this::entry, "leave the key out if there are none");
    }

    private Optional<String> entry(Node node) {
        return names.token(node).filter(entry -> {
            if (!isShaped(entry)) {
                findings.error(
                        node.place(),
                        Quoted.of(entry) + " is neither a scope name nor a prefix",
                        "write for example legacy-app:*");
                return false;
            }
            return isNotOurs(node, entry);
        });
    }

    private static boolean isShaped(String entry) {
        int star = entry.indexOf('*');
        return star < 0 || (star == entry.length() - 1 && star > 1 && entry.charAt(star - 1) == ':');
    }

    /** What is both managed and unmanaged would be a hole that nobody sees. */
    private boolean isNotOurs(Node node, String entry) {
        if (entry.startsWith(Names.MODE_PREFIX)) {
            findings.error(
                    node.place(), Quoted.of(entry) + " cannot be unmanaged: 'mode:' chooses a mode", "take it out");
            return false;
        }
        Optional<String> ours = actions.stream()
                .filter(action -> CompiledPolicy.covers(entry, action))
                .findFirst();
        ours.ifPresent(action -> findings.error(
                node.place(),
                Quoted.of(entry) + " covers " + Quoted.of(action) + ", which is an action of this policy",
                "take one of the two out"));
        return ours.isEmpty();
    }
}
