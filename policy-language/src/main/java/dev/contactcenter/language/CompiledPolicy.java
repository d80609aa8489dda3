package dev.contactcenter.language;

import dev.contactcenter.engine.decision.Decision;
import dev.contactcenter.engine.matcher.Decider;
import dev.contactcenter.engine.policy.Policy;
import dev.contactcenter.engine.request.AccessRequest;
import java.util.Map;
import java.util.Set;

/**
 * A policy that is ready to decide, and the document it came from.
 *
 * @param unmanagedScopes names, and prefixes as {@code prefix:*}
 * @param details the actions that can be asked for of one thing at a time, and on what terms
 * @param text the document as it was given
 */
public record CompiledPolicy(
        Decider decider, Set<String> unmanagedScopes, Map<String, DetailTerms> details, String text) {

    private static final String ANYTHING = ":*";

    public CompiledPolicy {
        unmanagedScopes = Set.copyOf(unmanagedScopes);
        details = Map.copyOf(details);
    }

    /** What the document says. */
    public Policy policy() {
        return decider.policy();
    }

    /** Decides about all actions of the request together. */
    public Decision decide(AccessRequest request) {
        return decider.decide(request);
    }

    /** Whether a scope that looks like an action is, by the policy's word, the business of another application. */
    public boolean isUnmanaged(String scope) {
        return unmanagedScopes.stream().anyMatch(entry -> covers(entry, scope));
    }

    static boolean covers(String entry, String scope) {
        return entry.endsWith(ANYTHING)
                ? scope.length() >= entry.length() && scope.startsWith(entry.substring(0, entry.length() - 1))
                : entry.equals(scope);
    }
}
