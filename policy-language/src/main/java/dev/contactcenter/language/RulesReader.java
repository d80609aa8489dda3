package dev.contactcenter.language;

import dev.contactcenter.engine.condition.Formula;
import dev.contactcenter.engine.decision.WouldBe;
import dev.contactcenter.engine.policy.Response;
import dev.contactcenter.engine.policy.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the section {@code rules}. */
final class RulesReader {

    private static final String[] KEYS = {
        "id",
        "description",
        "state",
        "rollout",
        "modes",
        "actions",
        "when",
        "except",
        "require",
        "deny",
        "limit",
        "onViolation"
    };

    private final Findings findings;
    private final Vocabulary vocabulary;
    private final ConditionReader conditions;
    private final EffectsReader effects;
    private final Values values;
    private final Names names;
    private final Map<String, Place> ids = new HashMap<>();

    RulesReader(Findings findings, Vocabulary vocabulary, ConditionReader conditions, EffectsReader effects) {
        this.findings = findings;
        this.vocabulary = vocabulary;
        this.conditions = conditions;
        this.effects = effects;
        this.values = new Values(findings);
        this.names = new Names(findings);
    }

    List<Rule> read(Node section) {
        List<Rule> rules = new ArrayList<>();
        if (section instanceof Node.Sequence sequence) {
            sequence.items().forEach(item -> values.mapping(item).ifPresent(body -> rules.add(rule(body))));
        } else {
            findings.error(
                    section.place(),
                    "a list of rules is needed here, not " + section.description(),
                    "begin each rule with '- id: ...'");
        }
        return rules;
    }

    private Rule rule(Node.Mapping body) {
        var fields = new Fields(body, findings, KEYS);
        fields.find("description").ifPresent(values::text);
        String id = id(fields);
        Rule.State state = fields.find("state")
                .flatMap(node -> values.choice(node, Rule.State.class))
                .orElse(Rule.State.ENFORCED);
        Set<String> modes = fields.find("modes").map(this::modes).orElse(Set.of());
        Rule.Target target = new TargetReader(findings, vocabulary.actions()).read(fields);
        return new Rule(
                id,
                state,
                target,
                modes,
                fields.find("when").map(conditions::read).orElse(Formula.ALWAYS),
                new RolloutReader(findings).read(fields, id),
                new ExemptionsReader(findings, conditions).read(fields),
                effects.read(fields, body.place()),
                onViolation(fields));
    }

    private Response onViolation(Fields fields) {
        Optional<Response> word = fields.find("onViolation").flatMap(node -> values.choice(node, Response.class));
        if (word.isPresent() && !refuses(fields)) {
            findings.error(
                    fields.key("onViolation"),
                    "a rule that refuses nothing is never violated",
                    "give it one of require, deny, or leave onViolation out");
        }
        if (word.filter(Response.STEP_UP::equals).isPresent()
                && fields.find("deny").isPresent()) {
            findings.error(
                    fields.key("onViolation"),
                    "no step-up helps against a denial",
                    "choose downscope or end, or give the rule require in place of deny");
        }
        return word.orElse(Response.DOWNSCOPE);
    }

    private static boolean refuses(Fields fields) {
        return fields.find("require").or(() -> fields.find("deny")).isPresent();
    }

    private Set<String> modes(Node node) {
        return values.several(
                node,
                mode -> names.declared(mode, vocabulary.modes(), "a mode"),
                "leave the key out if the rule is for every mode");
    }

    private String id(Fields fields) {
        return fields.require("id", "id: playback-needs-recent-passkey")
                .flatMap(node -> values.text(node)
                        .filter(id -> names.isRule(id, node.place()))
                        .filter(id -> isNew(id, node.place())))
                .orElse("");
    }

    private boolean isNew(String id, Place place) {
        if (id.equals(WouldBe.WHOLE_POLICY)) {
            findings.error(
                    place, "'policy' cannot be a rule id: it stands for the whole policy in records", "rename it");
        }
        Place first = ids.putIfAbsent(id, place);
        if (first != null) {
            findings.error(
                    place,
                    "the rule id " + Quoted.of(id) + " was already used on line " + first.line(),
                    "give each rule its own id");
        }
        return first == null;
    }
}
