package dev.contactcenter.engine.policy;

import dev.contactcenter.engine.decision.Decision;
import dev.contactcenter.engine.request.AccessRequest;
import dev.contactcenter.engine.request.Subject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A policy, ready to decide. It is immutable, reads no clock and does no I/O.
 *
 * @param revision the owner's label, recorded with every decision
 * @param assurance acr values, weakest first
 * @param actions by name
 * @param modes by name
 * @param services by client id
 */
public record Policy(
        String revision,
        Enforcement enforcement,
        List<String> assurance,
        Map<String, Action> actions,
        Map<String, Mode> modes,
        Map<String, Service> services,
        List<Rule> rules) {

    public Policy {
        assurance = List.copyOf(assurance);
        actions = Map.copyOf(actions);
        modes = Map.copyOf(modes);
        services = Map.copyOf(services);
        rules = List.copyOf(rules);
        for (Rule rule : rules) {
            requireOnLadder(rule, assurance);
        }
    }

    /** A level that the ladder lacks would compare as lower than all others: the rule would demand nothing. */
    private static void requireOnLadder(Rule rule, List<String> ladder) {
        for (Effect effect : rule.effects()) {
            if (effect instanceof Effect.Require require
                    && !ladder.contains(require.demand().acr())) {
                throw new IllegalArgumentException("Rule " + rule.id() + " requires '"
                        + require.demand().acr() + "', which is not one of the assurance levels " + ladder);
            }
        }
    }

    /** The modes that this subject may choose from. */
    public Set<String> eligibleModes(Subject subject) {
        return switch (subject) {
            case Subject.Person person ->
                modes.values().stream()
                        .filter(mode -> mode.welcomes(person))
                        .map(Mode::name)
                        .collect(Collectors.toUnmodifiableSet());
            case Subject.Service ignored -> Set.of();
        };
    }

    /** Decides about all actions of the request together: the strictest answer to any of them. */
    public Decision decide(AccessRequest request) {
        return new Decider(this, request).decide();
    }
}
