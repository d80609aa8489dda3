package dev.contactcenter.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contactcenter.engine.decision.Bound;
import dev.contactcenter.engine.decision.DataScope;
import dev.contactcenter.engine.decision.Datasets;
import dev.contactcenter.engine.decision.Decision;
import dev.contactcenter.engine.decision.FieldScope;
import dev.contactcenter.engine.decision.Obligations;
import dev.contactcenter.engine.decision.Rate;
import dev.contactcenter.engine.decision.Rows;
import dev.contactcenter.engine.explanation.Asked;
import dev.contactcenter.engine.explanation.Examined;
import dev.contactcenter.engine.explanation.Explanation;
import dev.contactcenter.engine.explanation.Found;
import dev.contactcenter.engine.explanation.Weighed;
import dev.contactcenter.engine.request.Observation;
import dev.contactcenter.language.testing.Aspect;
import java.time.Instant;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** An explanation, for a program that reads it. */
final class ExplanationJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ExplanationJson() {}

    /** {@code {"decision", "grounds", "rules", "attributes", "obligations", "token"}}. */
    static String of(Explained explained) {
        Explanation explanation = explained.explanation();
        Decision decision = explanation.decision();
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ObjectNode told = root.putObject("decision");
        put(told, Aspect.OUTCOME, decision);
        switch (decision) {
            case Decision.Permit ignored -> {
                // Nothing beside its obligations.
            }
            case Decision.StepUp ignored -> {
                put(told, Aspect.ACR, decision);
                put(told, Aspect.MAX_AGE, decision);
            }
            case Decision.Deny ignored -> put(told, Aspect.REASON, decision);
        }
        grounds(explanation, root);
        rules(explanation, root.putArray("rules"));
        ObjectNode attributes = root.putObject("attributes");
        explanation.attributes().forEach((attribute, found) -> add(found, attributes.putObject(attribute.path())));
        if (!(decision instanceof Decision.Deny)) {
            obligations(decision, root.putObject("obligations"));
        }
        explained.token().ifPresent(token -> token(token, root.putObject("token")));
        return Json.text(root);
    }

    private static void put(ObjectNode node, Aspect aspect, Decision decision) {
        node.put(aspect.key(), aspect.of(decision));
    }

    private static void grounds(Explanation explanation, ObjectNode root) {
        var told = explanation.decision().grounds().told();
        root.put("policy", told.revision());
        explanation.modes().stream().findFirst().ifPresent(mode -> root.put("mode", mode));
        if (!(explanation.decision() instanceof Decision.Permit)) {
            root.put("onViolation", Words.kebab(explanation.response()));
        }
        root.put("degraded", told.degraded());
        root.put("breakGlass", told.breakGlass());
        ArrayNode wouldBe = root.putArray("wouldBe");
        told.wouldBe()
                .forEach(would -> wouldBe.addObject()
                        .put("rule", would.rule())
                        .put("outcome", would.outcome().replace('_', '-'))
                        .put("detail", would.detail()));
    }

    static void rules(Explanation explanation, ArrayNode rules) {
        explanation.rules().forEach(weighed -> add(weighed, rules.addObject()));
    }

    private static void add(Weighed weighed, ObjectNode node) {
        node.put("rule", weighed.rule().id())
                .put("standing", Words.kebab(weighed.standing()))
                .put("says", weighed.standing().phrase());
        ArrayNode excuses = node.putArray("excuses");
        weighed.excuses().forEach(excuse -> {
            ObjectNode one = excuses.addObject().put("reason", excuse.reason()).put("approvedBy", excuse.approvedBy());
            if (!excuse.until().equals(Instant.MAX)) {
                one.put("until", excuse.until().toString());
            }
        });
        ArrayNode conditions = node.putArray("conditions");
        weighed.examined().stream()
                .filter(examined -> !examined.asked().isEmpty())
                .forEach(examined -> add(examined, conditions.addObject()));
    }

    private static void add(Examined examined, ObjectNode node) {
        node.put("of", Words.kebab(examined.role())).put("number", examined.number());
        if (!examined.action().isEmpty()) {
            node.put("action", examined.action());
        }
        node.put("answer", ExplanationText.phrase(examined.answer()));
        ArrayNode questions = node.putArray("questions");
        examined.asked().forEach(asked -> add(asked, questions.addObject()));
    }

    private static void add(Asked asked, ObjectNode node) {
        node.put("question", asked.text())
                .put("answer", ExplanationText.phrase(asked.answer()))
                .put("decisive", asked.decisive());
        add(asked.found(), node.putObject("found"));
    }

    private static void add(Found found, ObjectNode node) {
        switch (found) {
            case Found.Value(Observation ignored) -> node.put("told", true);
            case Found.Value(Object value) -> put(node, "value", value);
            case Found.Nothing(var why) -> node.put("missing", Words.kebab(why));
            case Found.StandIn(var why, Object value) -> put(node.put("missing", Words.kebab(why)), "readAs", value);
            case Found.LastKnown(var why, Object value, var observedAt) ->
                put(node.put("missing", Words.kebab(why)).put("lastKnownAt", observedAt.toString()), "readAs", value);
        }
    }

    private static void put(ObjectNode node, String key, Object value) {
        switch (value) {
            case Set<?> texts -> {
                ArrayNode array = node.putArray(key);
                new TreeSet<>(texts.stream().map(Object::toString).toList()).forEach(array::add);
            }
            case Boolean truth -> node.put(key, truth);
            case Long number -> node.put(key, number);
            default -> node.put(key, value.toString());
        }
    }

    private static void obligations(Decision decision, ObjectNode node) {
        Obligations obligations = Aspect.obligations(decision);
        put(node, "tokenLifespan", obligations.tokenLifespan());
        put(node, "sessionMax", obligations.sessionMax());
        put(node, "sessionIdle", obligations.sessionIdle());
        put(node, "freshFor", obligations.freshFor());
        if (obligations.rate() instanceof Rate.PerMinute limit) {
            node.put("rateLimit", limit.times());
        }
        if (!obligations.maskedFields().isEmpty()) {
            put(node, "maskFields", obligations.maskedFields());
        }
        data(obligations.data(), node);
    }

    private static void data(DataScope data, ObjectNode node) {
        if (!data.fields().equals(FieldScope.ALL)) {
            ObjectNode fields = node.putObject("fields");
            new TreeMap<>(data.fields().byResource()).forEach((resource, names) -> put(fields, resource, names));
        }
        if (data.datasets() instanceof Datasets.Only only) {
            put(node, "datasets", only.names());
        }
        if (data.rows() instanceof Rows.AtMost limit) {
            node.put("rowLimit", limit.rows());
        }
    }

    private static void put(ObjectNode node, String key, Bound bound) {
        if (bound instanceof Bound.AtMost limit) {
            node.put(key, limit.duration().toString());
        }
    }

    private static void token(TokenPreview token, ObjectNode node) {
        node.put("afterStepUp", token.afterStepUp());
        node.set("claims", MAPPER.valueToTree(token.claims()));
        node.put("lifespan", Aspect.text(token.lifespan()));
    }
}
