package dev.contactcenter.engine.explanation;

import dev.contactcenter.engine.condition.Predicate;
import dev.contactcenter.engine.condition.Predicates;
import dev.contactcenter.engine.decision.Decision;
import dev.contactcenter.engine.policy.Response;
import dev.contactcenter.engine.request.Attribute;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A decision and all that led to it.
 *
 * @param modes the mode that was settled: one, or none if no mode is needed or can be had
 * @param response what the decision means for an established session
 * @param rules every rule of the policy, in its order
 */
public record Explanation(Decision decision, Set<String> modes, Response response, List<Weighed> rules) {

    public Explanation {
        modes = Set.copyOf(modes);
        rules = List.copyOf(rules);
    }

    /** What was found for each attribute that the rules looked at asked about; of several actions, for the first that was asked. */
    public Map<Attribute, Found> attributes() {
        Map<Attribute, Found> read = new EnumMap<>(Attribute.class);
        rules.stream()
                .flatMap(rule -> rule.examined().stream())
                .flatMap(examined -> examined.asked().stream())
                .forEach(asked -> Predicates.attribute(asked.predicate())
                        .filter(attribute -> !(asked.predicate() instanceof Predicate.InCohort))
                        .ifPresent(attribute -> read.putIfAbsent(attribute, asked.found())));
        return read;
    }
}
