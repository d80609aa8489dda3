package dev.contactcenter.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contactcenter.language.Problem;
import java.util.List;
import java.util.Locale;

/** What was found, for a program that reads it. */
final class JsonReport {

    private JsonReport() {}

    /** {@code {"files": [{"file", "passed", "problems": [...]}]}}. */
    static String of(List<Check.Checked> all) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        var files = root.putArray("files");
        for (Check.Checked checked : all) {
            ObjectNode file = files.addObject()
                    .put("file", checked.file())
                    .put("passed", checked.outcome().passed());
            var problems = file.putArray("problems");
            checked.outcome().problems().forEach(problem -> add(problem, problems.addObject()));
        }
        return Json.text(root);
    }

    static void add(Problem problem, ObjectNode node) {
        node.put("severity", problem.severity().name().toLowerCase(Locale.ROOT))
                .put("code", problem.code())
                .put("path", problem.path())
                .put("line", problem.line())
                .put("column", problem.column())
                .put("length", problem.length())
                .put("what", problem.what())
                .put("suggestion", problem.suggestion());
    }
}
