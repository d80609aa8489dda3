package dev.contactcenter.benchmarks.engine;

import dev.contactcenter.engine.request.AccessRequest;
import dev.contactcenter.engine.request.Attribute;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.casbin.jcasbin.effect.DefaultEffector;
import org.casbin.jcasbin.effect.Effect;
import org.casbin.jcasbin.effect.StreamEffector;
import org.casbin.jcasbin.effect.StreamEffectorResult;
import org.casbin.jcasbin.main.Enforcer;
import org.casbin.jcasbin.model.Model;
import org.casbin.jcasbin.util.Util;

/**
 * jCasbin with conditions in the policy ({@code eval(p.sub_rule)}), an enforcer for each action, and an effector that collects
 * every rule that applied: its own ones stop at one.
 */
final class JCasbin implements Contender {

    private static final String MODEL = """
            [request_definition]
            r = sub

            [policy_definition]
            p = id, sub_rule

            [policy_effect]
            e = some(where (p.eft == allow))

            [matchers]
            m = eval(p.sub_rule)
            """;

    private final Map<String, Integer> tiers;
    private final Map<String, NeutralRule[]> byAction;
    private final Map<String, Enforcer> enforcers = new HashMap<>();
    private final Collecting collecting = new Collecting();
    private final List<Attribute> attributes;

    JCasbin(NeutralPolicy policy) {
        this.tiers = policy.tiers();
        this.byAction = policy.byAction();
        this.attributes = AttributeUse.of(policy);
        byAction.forEach((action, rules) -> enforcers.put(action, enforcer(rules)));
    }

    @Override
    public Object decide(AccessRequest request) {
        Situation situation = Situation.of(request, tiers);
        Map<String, Object> subject = new HashMap<>();
        for (Attribute attribute : attributes) {
            subject.put(name(attribute), situation.value(attribute));
        }
        collecting.matched = 0;
        Enforcer enforcer = enforcers.get(situation.action());
        if (enforcer != null) {
            enforcer.enforce(subject);
        }
        NeutralRule[] rules = byAction.getOrDefault(situation.action(), new NeutralRule[0]);
        var combination = new Combination();
        for (int i = 0; i < rules.length; i++) {
            if ((collecting.matched & (1L << i)) != 0) {
                combination.add(i, rules[i]);
            }
        }
        return combination.answer(request.assurance());
    }

    private Enforcer enforcer(NeutralRule[] rules) {
        var model = new Model();
        model.loadModelFromText(MODEL);
        Util.enableLog = false;
        var enforcer = new Enforcer(model);
        enforcer.enableLog(false);
        enforcer.enableAutoSave(false);
        enforcer.setEffector(collecting);
        for (NeutralRule rule : rules) {
            String when = rule.atoms().stream().map(JCasbin::text).collect(Collectors.joining(" && "));
            enforcer.addPolicy(rule.id(), when);
        }
        return enforcer;
    }

    private static String text(Atom atom) {
        return switch (atom) {
            case Atom.Is is -> "r.sub." + name(is.attribute()) + (is.negated() ? " != " : " == ") + quoted(is.word());
            case Atom.OneOf oneOf ->
                oneOf.words().stream()
                        .map(word -> "r.sub." + name(oneOf.attribute()) + " == " + quoted(word))
                        .collect(Collectors.joining(" || ", "(", ")"));
            case Atom.Has has -> "include(r.sub." + name(has.attribute()) + ", " + quoted(has.member()) + ")";
            case Atom.TierAtLeast(int tier) -> "r.sub." + name(Attribute.ACTION_TIER) + " >= " + tier;
            case Atom.OlderThan older ->
                "r.sub." + name(Attribute.SESSION_AGE) + " > " + older.age().toSeconds();
            case Atom.After after ->
                "r.sub." + name(Attribute.NOW) + " > " + after.moment().getEpochSecond();
        };
    }

    private static String name(Attribute attribute) {
        return attribute.path().replace('.', '_');
    }

    private static String quoted(String text) {
        return "'" + text + "'";
    }

    /** Remembers every rule that applied, and never says that it has seen enough. */
    private static final class Collecting extends DefaultEffector {

        private long matched;

        @Override
        public StreamEffector newStreamEffector(String expression) {
            return new StreamEffector() {
                @Override
                public StreamEffectorResult current() {
                    return result(false);
                }

                @Override
                public boolean push(Effect effect, int index, int count) {
                    if (effect == Effect.Allow) {
                        matched |= 1L << index;
                    }
                    return false;
                }
            };
        }

        private static StreamEffectorResult result(boolean effect) {
            return new StreamEffectorResult() {
                @Override
                public boolean hasEffect() {
                    return effect;
                }

                @Override
                public boolean isDone() {
                    return false;
                }

                @Override
                public int getExplainIndex() {
                    return -1;
                }
            };
        }
    }
}
