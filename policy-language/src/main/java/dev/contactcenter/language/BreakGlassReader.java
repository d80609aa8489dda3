package dev.contactcenter.language;

import dev.contactcenter.engine.policy.BreakGlass;
import dev.contactcenter.engine.policy.Effect;
import java.util.List;
import java.util.Set;

/** Reads the section {@code breakGlass}. */
final class BreakGlassReader {

    private final Findings findings;
    private final Values values;
    private final Names names;
    private final EffectsReader effects;

    BreakGlassReader(Findings findings, EffectsReader effects) {
        this.findings = findings;
        this.values = new Values(findings);
        this.names = new Names(findings);
        this.effects = effects;
    }

    BreakGlass read(Node.Mapping body) {
        var fields = new Fields(body, findings, "groups", "roles", "require", "limit");
        if (fields.find("groups").isEmpty() && fields.find("roles").isEmpty()) {
            findings.error(body.place(), "no account is named here", "give it groups: [/break-glass] or roles");
        }
        Set<String> groups = fields.find("groups")
                .map(node -> values.several(node, names::groupPath, "name at least one group"))
                .orElse(Set.of());
        Set<String> roles = fields.find("roles")
                .map(node -> values.several(node, names::keycloakName, "name at least one realm role"))
                .orElse(Set.of());
        List<Effect> demanded = effects.demandsOf(fields);
        return new BreakGlass.Accounts(groups, roles, demanded);
    }
}
