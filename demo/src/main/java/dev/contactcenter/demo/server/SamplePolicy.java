package dev.contactcenter.demo.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.function.UnaryOperator;

/** The text of the sample policy, changed in places. */
public final class SamplePolicy {

    private SamplePolicy() {}

    /**
     * Changes the policy where it stands in a realm.
     *
     * @param realm the export, which is changed
     */
    public static void changeIn(JsonNode realm, UnaryOperator<String> change) {
        realm.path("components").findValues("policy").forEach(found -> {
            // A rule of some other component may have a setting of the same name, which is no list.
            if (found instanceof ArrayNode texts) {
                for (int i = 0; i < texts.size(); i++) {
                    texts.set(i, TextNode.valueOf(change.apply(texts.path(i).asText())));
                }
            }
        });
    }

    /**
     * With other words in place of some that must be there.
     *
     * @throws IllegalStateException if they are not: the sample was changed, and what builds on it was not
     */
    public static String with(String policy, String before, String after) {
        if (!policy.contains(before)) {
            throw new IllegalStateException(
                    "The sample policy has changed, so what the demo makes of it must: it has no more\n" + before);
        }
        return policy.replace(before, after);
    }

    /** With a rule enforced that only reports in the sample. */
    public static String enforcing(String policy, String rule) {
        String head = "  - id: " + rule + "\n";
        return with(policy, head + "    state: report-only\n", head);
    }
}
