package dev.contactcenter.language;

import dev.contactcenter.engine.decision.Bound;
import dev.contactcenter.engine.decision.FieldScope;
import dev.contactcenter.engine.policy.Service;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Reads the section {@code services}. */
final class ServicesReader {

    private final Findings findings;
    private final Collection<String> actions;
    private final Values values;
    private final Names names;
    private final Durations durations;
    private final Rates rates;

    ServicesReader(Findings findings, Collection<String> actions) {
        this.findings = findings;
        this.actions = actions;
        this.values = new Values(findings);
        this.names = new Names(findings);
        this.durations = new Durations(findings);
        this.rates = new Rates(findings);
    }

    Map<String, Service> read(Node.Mapping section) {
        Map<String, Service> services = new LinkedHashMap<>();
        section.entries().forEach((clientId, entry) -> {
            if (names.isKeycloakName(clientId, entry.key())) {
                values.mapping(entry.value()).ifPresent(body -> services.put(clientId, service(clientId, body)));
            }
        });
        return services;
    }

    private Service service(String clientId, Node.Mapping body) {
        var fields = new Fields(body, findings, "actions", "fields", "tokenLifespan", "rateLimit", "tokenRate");
        Set<String> granted = fields.require("actions", "actions: [record:view]")
                .map(new Grants(findings, actions)::read)
                .orElse(Set.of());
        Bound lifespan = fields.find("tokenLifespan")
                .flatMap(durations::read)
                .map(Bound::atMost)
                .orElse(Bound.none());
        FieldScope scope = fields.find("fields")
                .flatMap(values::mapping)
                .map(FieldsReader.of(findings, granted)::read)
                .orElse(FieldScope.ALL);
        return new Service(
                clientId, granted, scope, lifespan, rates.read(fields, "rateLimit"), rates.read(fields, "tokenRate"));
    }
}
