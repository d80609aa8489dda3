package dev.contactcenter.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contactcenter.language.testing.PolicyTest;

/** What came of tests, for a program that reads it. */
final class TestJson {

    private TestJson() {}

    /** {@code {"passed", "files": [{"file", "passed", "problems", "tests"}], "policies": [{"file", "rules"}]}}. */
    static String of(TestRun run, boolean allowUncovered) {
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("passed", run.passed(allowUncovered));
        ArrayNode files = root.putArray("files");
        run.files().forEach(file -> add(file, files.addObject()));
        ArrayNode policies = root.putArray("policies");
        run.policies().forEach(policy -> add(policy, policies.addObject()));
        return Json.text(root);
    }

    private static void add(TestRun.OfFile file, ObjectNode node) {
        node.put("file", file.file()).put("passed", file.passed());
        ArrayNode problems = node.putArray("problems");
        file.refused()
                .forEach(refused -> refused.problems()
                        .forEach(problem ->
                                JsonReport.add(problem, problems.addObject().put("file", refused.file()))));
        ArrayNode tests = node.putArray("tests");
        file.results().forEach(result -> add(result, tests.addObject()));
    }

    private static void add(PolicyTest.Result result, ObjectNode node) {
        node.put("name", result.test().name()).put("line", result.test().line()).put("passed", result.passed());
        ArrayNode mismatches = node.putArray("mismatches");
        result.mismatches()
                .forEach(mismatch -> mismatches
                        .addObject()
                        .put("aspect", mismatch.expected().aspect().key())
                        .put("expected", mismatch.expected().text())
                        .put("actual", mismatch.actual()));
        if (!result.passed()) {
            ExplanationJson.rules(result.explanation(), node.putArray("rules"));
        }
    }

    private static void add(TestRun.OfPolicy policy, ObjectNode node) {
        node.put("file", policy.file());
        ArrayNode rules = node.putArray("rules");
        policy.coverage().rules().forEach(rule -> {
            ObjectNode one = rules.addObject()
                    .put("rule", rule.rule())
                    .put("covered", rule.isCovered())
                    .put("reachable", rule.reachable())
                    .put("applied", rule.applied())
                    .put("spared", rule.spared());
            ArrayNode conditions = one.putArray("conditions");
            rule.conditions()
                    .forEach(condition -> conditions
                            .addObject()
                            .put("condition", condition.text())
                            .put("true", condition.yes())
                            .put("false", condition.no()));
        });
    }
}
