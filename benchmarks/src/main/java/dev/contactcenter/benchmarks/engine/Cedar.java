package dev.contactcenter.benchmarks.engine;

import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.model.AuthorizationRequest;
import com.cedarpolicy.model.AuthorizationSuccessResponse;
import com.cedarpolicy.model.entity.Entities;
import com.cedarpolicy.model.exception.AuthException;
import com.cedarpolicy.model.exception.CacheException;
import com.cedarpolicy.model.policy.Policy;
import com.cedarpolicy.model.policy.PolicySet;
import com.cedarpolicy.value.CedarList;
import com.cedarpolicy.value.EntityTypeName;
import com.cedarpolicy.value.EntityUID;
import com.cedarpolicy.value.PrimLong;
import com.cedarpolicy.value.PrimString;
import com.cedarpolicy.value.Value;
import dev.contactcenter.engine.request.AccessRequest;
import dev.contactcenter.engine.request.Attribute;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Cedar through cedar-java: a cached policy set for each action, rules as permits whose ids come back as the reasons of the
 * answer. The request goes in as the context.
 */
final class Cedar implements Contender {

    private static final EntityUID ANYBODY = entity("User", "somebody");
    private static final EntityUID ANYTHING = entity("Resource", "any");

    private final BasicAuthorizationEngine engine = new BasicAuthorizationEngine();
    private final Map<String, Integer> tiers;
    private final Map<String, NeutralRule[]> byAction;
    private final Map<String, PolicySet> sets = new HashMap<>();
    private final List<Attribute> attributes;

    Cedar(NeutralPolicy policy) {
        this.tiers = policy.tiers();
        this.byAction = policy.byAction();
        this.attributes = AttributeUse.of(policy);
        PolicySet.setCacheMaxPolicySets(2 * byAction.size());
        byAction.forEach((action, rules) -> sets.put(action, set(rules)));
    }

    @Override
    public Object decide(AccessRequest request) {
        Situation situation = Situation.of(request, tiers);
        Set<String> matched = matched(situation);
        NeutralRule[] rules = byAction.getOrDefault(situation.action(), new NeutralRule[0]);
        var combination = new Combination();
        for (int i = 0; i < rules.length; i++) {
            if (matched.contains(rules[i].id())) {
                combination.add(i, rules[i]);
            }
        }
        return combination.answer(request.assurance());
    }

    private Set<String> matched(Situation situation) {
        var query =
                new AuthorizationRequest(ANYBODY, entity("Action", situation.action()), ANYTHING, context(situation));
        try {
            AuthorizationSuccessResponse answer = engine.isAuthorized(
                            query, sets.getOrDefault(situation.action(), new PolicySet()), new Entities())
                    .success
                    .orElseThrow();
            if (!answer.getErrors().isEmpty()) {
                throw new IllegalStateException("Cedar could not evaluate: " + answer.getErrors());
            }
            return answer.getReason();
        } catch (AuthException e) {
            throw new IllegalStateException("Cedar could not decide about " + situation.action(), e);
        }
    }

    private Map<String, Value> context(Situation situation) {
        Map<String, Value> context = new HashMap<>();
        for (Attribute attribute : attributes) {
            context.put(name(attribute), value(situation.value(attribute)));
        }
        return context;
    }

    private static Value value(Object value) {
        return switch (value) {
            case Long number -> new PrimLong(number);
            case Collection<?> texts ->
                new CedarList(texts.stream()
                        .map(text -> (Value) new PrimString((String) text))
                        .toList());
            default -> new PrimString((String) value);
        };
    }

    private static EntityUID entity(String type, String id) {
        return new EntityUID(EntityTypeName.parse(type).orElseThrow(), id);
    }

    private static PolicySet set(NeutralRule[] rules) {
        Set<Policy> policies = new LinkedHashSet<>();
        for (NeutralRule rule : rules) {
            String when = rule.atoms().stream().map(Cedar::text).collect(Collectors.joining(" && "));
            policies.add(new Policy("permit(principal, action, resource) when { " + when + " };", rule.id()));
        }
        var set = new PolicySet(policies);
        try {
            set.cache();
        } catch (CacheException e) {
            throw new IllegalStateException("Cedar did not accept the policy", e);
        }
        return set;
    }

    private static String text(Atom atom) {
        return switch (atom) {
            case Atom.Is is -> "context." + name(is.attribute()) + (is.negated() ? " != " : " == ") + quoted(is.word());
            case Atom.OneOf oneOf ->
                oneOf.words().stream().map(Cedar::quoted).collect(Collectors.joining(", ", "[", "]"))
                        + ".contains(context." + name(oneOf.attribute()) + ")";
            case Atom.Has has -> "context." + name(has.attribute()) + ".contains(" + quoted(has.member()) + ")";
            case Atom.TierAtLeast(int tier) -> "context." + name(Attribute.ACTION_TIER) + " >= " + tier;
            case Atom.OlderThan older ->
                "context." + name(Attribute.SESSION_AGE) + " > " + older.age().toSeconds();
            case Atom.After after ->
                "context." + name(Attribute.NOW) + " > " + after.moment().getEpochSecond();
        };
    }

    private static String name(Attribute attribute) {
        return attribute.path().replace('.', '_');
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }
}
