package dev.contactcenter.language;

import dev.contactcenter.engine.condition.Formula;
import dev.contactcenter.engine.policy.Exemption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads {@code except}: whom a rule is not for, until when, and who said so. */
final class ExemptionsReader {

    private final Findings findings;
    private final Values values;
    private final Names names;
    private final ConditionReader conditions;
    private final Moments moments;

    ExemptionsReader(Findings findings, ConditionReader conditions) {
        this.findings = findings;
        this.values = new Values(findings);
        this.names = new Names(findings);
        this.conditions = conditions;
        this.moments = new Moments(findings);
    }

    List<Exemption> read(Fields rule) {
        List<Exemption> exemptions = new ArrayList<>();
        rule.find("except").ifPresent(node -> {
            if (node instanceof Node.Sequence sequence) {
                sequence.items()
                        .forEach(item ->
                                values.mapping(item).map(this::exemption).ifPresent(exemptions::add));
            } else {
                findings.error(
                        node.place(),
                        "a list of exceptions is needed here, not " + node.description(),
                        "begin each exception with '- groups: ...'");
            }
        });
        return exemptions;
    }

    private Exemption exemption(Node.Mapping body) {
        var fields = new Fields(body, findings, "groups", "roles", "clients", "when", "until", "reason", "approvedBy");
        Set<String> groups = members(fields, "groups", names::groupPath);
        Set<String> roles = members(fields, "roles", names::keycloakName);
        Set<String> clients = members(fields, "clients", names::keycloakName);
        if (List.of("groups", "roles", "clients", "when").stream()
                .allMatch(key -> fields.find(key).isEmpty())) {
            findings.error(
                    body.place(),
                    "this exception is for everybody",
                    "say for whom with groups, roles, clients or when, or set the rule's state to disabled");
        }
        Formula when = fields.find("when").map(conditions::read).orElse(Formula.ALWAYS);
        Instant until = fields.find("until").flatMap(moments::end).orElse(Instant.MAX);
        String reason = fields.require("reason", "reason: site move")
                .flatMap(values::line)
                .orElse("");
        String approvedBy = fields.require("approvedBy", "approvedBy: CISO office")
                .flatMap(values::line)
                .orElse("");
        return new Exemption(groups, roles, clients, when, until, reason, approvedBy);
    }

    private Set<String> members(Fields fields, String key, Function<Node, Optional<String>> name) {
        return fields.find(key)
                .map(node -> values.several(node, name, "name at least one, or take the key out"))
                .orElse(Set.of());
    }
}
