package dev.contactcenter.language;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the section {@code details}: the actions that can be asked for of one thing at a time, and on what terms. */
final class DetailsReader {

    private static final int LEAST = 10;
    private static final int MOST = 500;
    private static final Duration WITHIN = Duration.ofMinutes(3);

    private final Findings findings;
    private final Collection<String> actions;
    private final Values values;
    private final Names names;
    private final Durations durations;
    private final Map<String, Place> approvedBy = new LinkedHashMap<>();

    DetailsReader(Findings findings, Collection<String> actions) {
        this.findings = findings;
        this.actions = actions;
        this.values = new Values(findings);
        this.names = new Names(findings);
        this.durations = new Durations(findings);
    }

    Map<String, DetailTerms> read(Node.Mapping section) {
        Map<String, DetailTerms> details = new LinkedHashMap<>();
        section.entries().forEach((action, entry) -> {
            if (!actions.contains(action)) {
                findings.error(
                        entry.key(),
                        Quoted.of(action) + " is not an action of this policy",
                        () -> DidYouMean.among(action, actions));
            }
            values.mapping(entry.value()).ifPresent(body -> details.put(action, terms(body)));
        });
        approvedBy.forEach((action, place) -> checkApprover(action, place, details));
        return details;
    }

    /** Whoever approves sees a page, on which they say why: without one they would approve unasked. */
    private void checkApprover(String action, Place place, Map<String, DetailTerms> details) {
        if (!details.containsKey(action) || details.get(action).justification() instanceof Justification.NotAsked) {
            findings.error(
                    place,
                    Quoted.of(action) + " cannot approve, because it is not asked for in detail with a justification",
                    "list it under details, with a justification");
        }
    }

    private DetailTerms terms(Node.Mapping body) {
        var fields = new Fields(body, findings, "fields", "justification", "approval", "use");
        Set<String> narrowed = fields.find("fields")
                .map(node -> values.several(node, names::field, "name at least one field, or take the key out"))
                .orElse(Set.of());
        DetailTerms.Use use = fields.find("use")
                .flatMap(node -> values.choice(node, DetailTerms.Use.class))
                .orElse(DetailTerms.Use.REPEATED);
        return new DetailTerms(narrowed, justification(fields), approval(fields), use);
    }

    private Approval approval(Fields terms) {
        return terms.find("approval")
                .flatMap(values::mapping)
                .<Approval>flatMap(this::approved)
                .orElseGet(Approval.NotAsked::new);
    }

    private Optional<Approval> approved(Node.Mapping body) {
        var fields = new Fields(body, findings, "by", "within");
        Duration within = fields.find("within").flatMap(durations::read).orElse(WITHIN);
        return fields.require("by", "by: evidence:approve")
                .flatMap(node -> values.text(node).map(action -> {
                    approvedBy.put(action, node.place());
                    return new Approval.Asked(Set.of(action), within);
                }));
    }

    private Justification justification(Fields terms) {
        return terms.find("justification")
                .flatMap(values::mapping)
                .<Justification>flatMap(this::asked)
                .orElseGet(Justification.NotAsked::new);
    }

    private Optional<Justification> asked(Node.Mapping body) {
        var fields = new Fields(body, findings, "least", "most");
        int least = number(fields, "least", LEAST);
        int most = number(fields, "most", Math.max(least, MOST));
        if (most < least) {
            findings.error(
                    fields.key("most"),
                    "no text has at least " + least + " and at most " + most + " characters",
                    "write at most the larger number");
            return Optional.empty();
        }
        return Optional.of(new Justification.Asked(least, most));
    }

    private int number(Fields fields, String key, int otherwise) {
        return fields.find(key)
                .flatMap(node -> values.wholeNumber(node, 1, Justification.MOST_CHARACTERS))
                .orElse(otherwise);
    }
}
