package dev.contactcenter.language;

import dev.contactcenter.engine.decision.Reason;
import dev.contactcenter.engine.decision.WouldBe;
import dev.contactcenter.engine.policy.Effect;
import dev.contactcenter.engine.policy.Policy;
import dev.contactcenter.engine.policy.Rule;
import dev.contactcenter.language.testing.Aspect;
import dev.contactcenter.language.testing.Expected;
import dev.contactcenter.language.testing.Expected.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads what a test expects. Expectations that can never be met together are errors. */
final class ExpectReader {

    private static final String[] KEYS = {
        "outcome",
        "acr",
        "maxAge",
        "reason",
        "obligations",
        "rules",
        "unanswered",
        "excused",
        "wouldBe",
        "mode",
        "breakGlass",
        "degraded"
    };

    /** A list, because what a test expects is told in this order. */
    private static final List<Map.Entry<String, Aspect>> TIMES = List.of(
            Map.entry("tokenLifespan", Aspect.TOKEN_LIFESPAN),
            Map.entry("sessionMax", Aspect.SESSION_MAX),
            Map.entry("sessionIdle", Aspect.SESSION_IDLE),
            Map.entry("freshFor", Aspect.FRESH_FOR));

    private final Findings findings;
    private final Policy policy;
    private final Values values;
    private final Names names;
    private final Durations durations;
    private final List<Expected> expected = new ArrayList<>();

    ExpectReader(Findings findings, Policy policy) {
        this.findings = findings;
        this.policy = policy;
        this.values = new Values(findings);
        this.names = new Names(findings);
        this.durations = new Durations(findings);
    }

    List<Expected> read(Node.Mapping body) {
        var fields = new Fields(body, findings, KEYS);
        Optional<Outcome> outcome =
                fields.require("outcome", "outcome: permit").flatMap(node -> values.choice(node, Outcome.class));
        outcome.ifPresent(word -> {
            expect(Aspect.OUTCOME, word.word());
            refuseUnless(word == Outcome.STEP_UP, fields, "acr", "only a step-up demands a level");
            refuseUnless(word == Outcome.STEP_UP, fields, "maxAge", "only a step-up demands an age");
            refuseUnless(word == Outcome.DENY, fields, "reason", "only a denial has a reason");
            refuseUnless(word != Outcome.DENY, fields, "obligations", "a denial has no obligations");
            if (word == Outcome.DENY) {
                // A slip of the pen in the request is denied as well, for another reason.
                fields.require("reason", "reason: action_not_granted");
            }
        });
        fields.find("acr")
                .flatMap(node -> names.declared(node, policy.assurance(), "an assurance level"))
                .ifPresent(acr -> expect(Aspect.ACR, acr));
        fields.find("maxAge").flatMap(this::bound).ifPresent(age -> expect(Aspect.MAX_AGE, age));
        fields.find("reason").flatMap(this::reason).ifPresent(reason -> expect(Aspect.REASON, reason));
        fields.find("obligations").flatMap(values::mapping).ifPresent(this::obligations);
        grounds(fields);
        return List.copyOf(expected);
    }

    private void expect(Aspect aspect, String text) {
        expected.add(new Expected(aspect, text));
    }

    private void refuseUnless(boolean fits, Fields fields, String key, String why) {
        if (!fits && fields.find(key).isPresent()) {
            findings.error(fields.key(key), why, "take it out, or expect another outcome");
        }
    }

    private Optional<String> bound(Node node) {
        return isNone(node) ? Optional.of(Aspect.NONE) : durations.read(node).map(Object::toString);
    }

    private static boolean isNone(Node node) {
        return node instanceof Node.Scalar scalar && scalar.text().equals(Aspect.NONE);
    }

    private Optional<String> reason(Node node) {
        Set<String> reasons = new TreeSet<>();
        policy.rules().stream().flatMap(rule -> rule.effects().stream()).forEach(effect -> {
            if (effect instanceof Effect.Refuse refuse) {
                reasons.add(refuse.reason().code());
            }
        });
        Reason.OWN.forEach(reason -> reasons.add(reason.code()));
        return names.declared(node, reasons, "a reason");
    }

    private void obligations(Node.Mapping body) {
        var fields = new Fields(
                body,
                findings,
                "tokenLifespan",
                "sessionMax",
                "sessionIdle",
                "freshFor",
                "maskFields",
                "rateLimit",
                "fields",
                "datasets",
                "rowLimit");
        TIMES.forEach(time ->
                fields.find(time.getKey()).flatMap(this::bound).ifPresent(text -> expect(time.getValue(), text)));
        fields.find("maskFields")
                .ifPresent(node -> expect(Aspect.MASK_FIELDS, Aspect.list(values.any(node, names::field))));
        number(fields, "rateLimit", Rates.MOST_PER_MINUTE, Aspect.RATE_LIMIT);
        number(fields, "rowLimit", DataReader.MOST_ROWS, Aspect.ROW_LIMIT);
        fields.find("fields")
                .flatMap(values::mapping)
                .map(FieldsReader.of(findings, policy.actions().keySet())::read)
                .ifPresent(scope -> expect(Aspect.FIELDS, Aspect.fields(scope)));
        fields.find("datasets")
                .ifPresent(node -> expect(
                        Aspect.DATASETS, isNone(node) ? Aspect.NONE : Aspect.list(values.any(node, names::dataset))));
    }

    private void number(Fields fields, String key, int most, Aspect aspect) {
        fields.find(key)
                .flatMap(node -> isNone(node)
                        ? Optional.of(Aspect.NONE)
                        : values.wholeNumber(node, 1, most).map(Object::toString))
                .ifPresent(text -> expect(aspect, text));
    }

    private void grounds(Fields fields) {
        rules(fields, Aspect.RULES);
        rules(fields, Aspect.UNANSWERED);
        rules(fields, Aspect.EXCUSED);
        fields.find("wouldBe").flatMap(values::mapping).ifPresent(this::wouldBe);
        fields.find("mode")
                .flatMap(node -> isNone(node)
                        ? Optional.of(Aspect.NONE)
                        : names.declared(node, policy.modes().keySet(), "a mode"))
                .ifPresent(mode -> expect(Aspect.MODE, mode));
        truth(fields, Aspect.BREAK_GLASS);
        truth(fields, Aspect.DEGRADED);
    }

    private void rules(Fields fields, Aspect aspect) {
        fields.find(aspect.key())
                .ifPresent(node ->
                        expect(aspect, Aspect.list(values.any(node, rule -> names.declared(rule, ids(), "a rule")))));
    }

    private void truth(Fields fields, Aspect aspect) {
        fields.find(aspect.key()).flatMap(values::truth).ifPresent(truth -> expect(aspect, truth.toString()));
    }

    private void wouldBe(Node.Mapping body) {
        Set<String> ids = ids();
        ids.add(WouldBe.WHOLE_POLICY);
        Map<String, String> words = new LinkedHashMap<>();
        body.entries().forEach((rule, entry) -> {
            if (!ids.contains(rule)) {
                findings.error(
                        entry.key(),
                        Quoted.of(rule) + " is not a rule of this policy",
                        () -> DidYouMean.among(rule, ids));
            }
            values.choice(entry.value(), Outcome.class).ifPresent(outcome -> words.put(rule, outcome.word()));
        });
        expect(Aspect.WOULD_BE, Aspect.map(words));
    }

    private Set<String> ids() {
        Set<String> ids = new LinkedHashSet<>();
        policy.rules().stream().map(Rule::id).forEach(ids::add);
        return ids;
    }
}
