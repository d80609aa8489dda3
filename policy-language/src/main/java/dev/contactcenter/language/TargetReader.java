package dev.contactcenter.language;

import dev.contactcenter.engine.policy.Rule;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Reads which requests a rule looks at, and resolves its wildcards. */
final class TargetReader {

    private static final String ANY = "*";

    private final Findings findings;
    private final Collection<String> actions;
    private final Values values;
    private final Names names;

    TargetReader(Findings findings, Collection<String> actions) {
        this.findings = findings;
        this.actions = actions;
        this.values = new Values(findings);
        this.names = new Names(findings);
    }

    Rule.Target read(Fields rule) {
        return rule.find("actions").<Rule.Target>map(this::oneOf).orElseGet(Rule.Target.EveryRequest::new);
    }

    private Rule.Target oneOf(Node node) {
        Set<String> resolved = new HashSet<>();
        values.several(node, this::pattern, "leave the key out if the rule is for every request")
                .forEach(pattern -> actions.stream()
                        .filter(action -> matches(pattern, action))
                        .forEach(resolved::add));
        return new Rule.Target.OneOf(resolved);
    }

    private Optional<String> pattern(Node node) {
        return values.text(node)
                .flatMap(
                        text -> text.contains(ANY) ? wildcard(node, text) : names.declared(node, actions, "an action"));
    }

    private Optional<String> wildcard(Node node, String pattern) {
        boolean shaped =
                pattern.equals(ANY) || (pattern.indexOf('*') == pattern.length() - 1 && pattern.endsWith(":*"));
        if (!shaped) {
            findings.error(
                    node.place(),
                    Quoted.of(pattern) + " is not a wildcard",
                    "write resource:* for all actions of a resource, or * for all actions");
            return Optional.empty();
        }
        if (actions.stream().noneMatch(action -> matches(pattern, action))) {
            findings.error(
                    node.place(),
                    Quoted.of(pattern) + " matches no action of this policy",
                    () -> DidYouMean.among(
                            pattern,
                            actions.stream()
                                    .map(TargetReader::anyVerb)
                                    .distinct()
                                    .toList()));
            return Optional.empty();
        }
        return Optional.of(pattern);
    }

    private static String anyVerb(String action) {
        return action.substring(0, action.indexOf(':') + 1) + ANY;
    }

    private static boolean matches(String pattern, String action) {
        return pattern.endsWith(ANY)
                ? action.startsWith(pattern.substring(0, pattern.length() - 1))
                : action.equals(pattern);
    }
}
