package dev.contactcenter.language;

import dev.contactcenter.engine.condition.Formula;
import dev.contactcenter.engine.decision.Bound;
import dev.contactcenter.engine.decision.Demand;
import dev.contactcenter.engine.decision.Obligations;
import dev.contactcenter.engine.decision.Reason;
import dev.contactcenter.engine.policy.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads what a rule adds: {@code require}, {@code deny} and {@code limit}. */
final class EffectsReader {

    private static final List<String> LIMITS =
            List.of("tokenLifespan", "sessionMax", "sessionIdle", "maskFields", "rateLimit", "datasets", "rowLimit");

    static final Pattern REASON = Pattern.compile("[a-z][a-z0-9_]{0,47}");

    private final Findings findings;
    private final List<String> assurance;
    private final ConditionReader conditions;
    private final Values values;
    private final Names names;
    private final Durations durations;

    EffectsReader(Findings findings, List<String> assurance, ConditionReader conditions) {
        this.findings = findings;
        this.assurance = assurance;
        this.conditions = conditions;
        this.values = new Values(findings);
        this.names = new Names(findings);
        this.durations = new Durations(findings);
    }

    List<Effect> read(Fields rule, Place place) {
        if (rule.find("require")
                .or(() -> rule.find("deny"))
                .or(() -> rule.find("limit"))
                .isEmpty()) {
            findings.error(place, "this rule demands nothing", "give it one of require, deny, limit");
        }
        return demandsOf(rule);
    }

    /** The same where it need not be there. */
    List<Effect> demandsOf(Fields rule) {
        List<Effect> effects = new ArrayList<>();
        rule.find("require").flatMap(values::mapping).flatMap(this::require).ifPresent(effects::add);
        rule.find("deny").flatMap(values::mapping).flatMap(this::deny).ifPresent(effects::add);
        rule.find("limit").flatMap(values::mapping).map(this::limit).ifPresent(effects::add);
        return effects;
    }

    private Optional<Effect> require(Node.Mapping body) {
        var fields = new Fields(body, findings, "acr", "maxAge");
        Bound maxAge = bound(fields, "maxAge");
        if (fields.find("acr").isEmpty() && fields.find("maxAge").isPresent()) {
            findings.error(
                    fields.key("maxAge"),
                    "'maxAge' does not say of which level",
                    assurance.isEmpty() ? "add acr" : "add acr, one of " + Quoted.list(assurance));
            return Optional.empty();
        }
        return fields.require("acr", "acr: phr")
                .flatMap(node -> names.declared(node, assurance, "an assurance level"))
                .map(level -> new Effect.Require(new Demand(level, maxAge)));
    }

    private Optional<Effect> deny(Node.Mapping body) {
        return new Fields(body, findings, "reason")
                .require("reason", "reason: not_offered_here")
                .flatMap(this::reason)
                .map(Effect.Refuse::new);
    }

    private Optional<Reason> reason(Node node) {
        return values.text(node).flatMap(code -> {
            if (!REASON.matcher(code).matches()) {
                findings.error(
                        node.place(),
                        Quoted.of(code) + " is not a reason code (lower case, underscores, at most 48 characters)",
                        "write for example not_offered_here");
                return Optional.empty();
            }
            var reason = new Reason(code);
            if (Reason.OWN.contains(reason)) {
                findings.error(
                        node.place(),
                        Quoted.of(code) + " is a reason that the decision itself gives",
                        "choose another, for example not_offered_here");
                return Optional.empty();
            }
            return Optional.of(reason);
        });
    }

    private Effect limit(Node.Mapping body) {
        var fields = new Fields(
                body,
                findings,
                Stream.concat(Stream.of("when"), LIMITS.stream()).toArray(String[]::new));
        if (LIMITS.stream().allMatch(key -> fields.find(key).isEmpty())) {
            findings.error(body.place(), "this limit limits nothing", "give it one of " + Quoted.list(LIMITS));
        }
        Formula when = fields.find("when").map(conditions::read).orElse(Formula.ALWAYS);
        return new Effect.Limit(
                new Obligations(
                        bound(fields, "tokenLifespan"),
                        bound(fields, "sessionIdle"),
                        bound(fields, "sessionMax"),
                        Bound.none(),
                        masked(fields),
                        new Rates(findings).read(fields, "rateLimit"),
                        new DataReader(findings).read(fields)),
                when);
    }

    private Set<String> masked(Fields fields) {
        return fields.find("maskFields")
                .map(node -> values.several(node, names::field, "name at least one field, or take the key out"))
                .orElse(Set.of());
    }

    private Bound bound(Fields fields, String key) {
        return fields.find(key).flatMap(durations::read).map(Bound::atMost).orElse(Bound.none());
    }
}
