package dev.contactcenter.language;

import dev.contactcenter.engine.policy.Rollout;
import java.util.Set;

/** Reads {@code rollout}: for whom a rule or a policy is enforced already. */
final class RolloutReader {

    private static final int ALL = 100;

    private final Findings findings;
    private final Values values;
    private final Names names;

    RolloutReader(Findings findings) {
        this.findings = findings;
        this.values = new Values(findings);
        this.names = new Names(findings);
    }

    /** @param cohort the cohort where the document names none */
    Rollout read(Fields parent, String cohort) {
        return parent.find("rollout")
                .flatMap(values::mapping)
                .map(body -> pilot(body, cohort))
                .orElseGet(Rollout.Everyone::new);
    }

    private Rollout pilot(Node.Mapping body, String otherwise) {
        var fields = new Fields(body, findings, "groups", "percent", "cohort");
        if (fields.find("groups").isEmpty() && fields.find("percent").isEmpty()) {
            findings.error(
                    body.place(),
                    "this rollout reaches nobody",
                    "give it groups: [/pilot] or percent: 10, or take it out");
        }
        Set<String> groups = fields.find("groups")
                .map(node -> values.several(node, names::groupPath, "name at least one group"))
                .orElse(Set.of());
        int percent = fields.find("percent")
                .flatMap(node -> values.wholeNumber(node, 0, ALL))
                .orElse(0);
        String cohort = fields.find("cohort").flatMap(names::cohort).orElse(otherwise);
        return new Rollout.Pilot(groups, percent, cohort);
    }
}
