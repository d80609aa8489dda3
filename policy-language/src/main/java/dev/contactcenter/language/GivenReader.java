package dev.contactcenter.language;

import dev.contactcenter.engine.decision.Reason;
import dev.contactcenter.engine.policy.Policy;
import dev.contactcenter.engine.request.AccessRequest;
import dev.contactcenter.engine.request.Assurance;
import dev.contactcenter.engine.request.Continuity;
import dev.contactcenter.engine.request.Facts;
import dev.contactcenter.engine.request.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a request: who asks, for what, and what the signals tell. */
final class GivenReader {

    /** The id of a person of whom none is told. */
    static final String SOMEBODY = "somebody";

    private static final List<String> OWN_KEYS = List.of("user", "service", "mode", "actions", "now", "continues");

    private final Findings findings;
    private final Policy policy;
    private final Set<Reason> provoked;
    private final @Nullable Instant now;
    private final Values values;
    private final Names names;
    private final Durations durations;

    /** @param provoked reasons of refusal for which a name need not be one of the policy's */
    private GivenReader(Findings findings, Policy policy, Set<Reason> provoked, @Nullable Instant now) {
        this.findings = findings;
        this.policy = policy;
        this.provoked = provoked;
        this.now = now;
        this.values = new Values(findings);
        this.names = new Names(findings);
        this.durations = new Durations(findings);
    }

    /** For a test, whose time does not pass and whose names are those of the policy unless it is about others. */
    static GivenReader strict(Findings findings, Policy policy, Set<Reason> provoked) {
        return new GivenReader(findings, policy, provoked, null);
    }

    /** For a question: whatever name it has, the answer says what becomes of it. */
    static GivenReader lenient(Findings findings, Policy policy, Instant now) {
        return new GivenReader(findings, policy, Reason.OWN, now);
    }

    Optional<AccessRequest> read(Node.Mapping given) {
        List<String> keys = new ArrayList<>(OWN_KEYS);
        keys.addAll(FactsReader.keys());
        var fields = new Fields(given, findings, keys.toArray(String[]::new));
        Optional<Subject> subject = subject(fields, given.place());
        Set<String> modes = fields.find("mode")
                .flatMap(node -> named(node, policy.modes().keySet(), "a mode", Reason.MODE_UNKNOWN))
                .map(Set::of)
                .orElse(Set.of());
        Set<String> actions = fields.find("actions").map(this::actions).orElse(Set.of());
        Optional<Instant> moment = moment(fields);
        Assurance assurance = fields.find("auth").map(this::proven).orElse(Assurance.NONE);
        // With errors, only to find the others.
        Facts facts = new FactsReader(findings, policy).read(fields, moment.orElse(Instant.EPOCH));
        Continuity continuity = new ContinuityReader(findings)
                .continues(fields, policy.actions().keySet(), moment.orElse(Instant.EPOCH));
        return subject.filter(ignored -> moment.isPresent())
                .map(who -> new AccessRequest(who, modes, actions, assurance, facts, continuity));
    }

    private Optional<Instant> moment(Fields fields) {
        if (now != null && fields.find("now").isEmpty()) {
            return Optional.of(now);
        }
        return fields.require("now", "now: 2026-11-22T10:00:00Z under given, or under defaults for all tests")
                .flatMap(new Moments(findings)::at);
    }

    private Set<String> actions(Node node) {
        return values.any(node, action -> named(action, policy.actions().keySet(), "an action", Reason.ACTION_UNKNOWN));
    }

    private Optional<String> named(Node node, Collection<String> known, String kind, Reason reason) {
        return provoked.contains(reason) ? names.token(node) : names.declared(node, known, kind);
    }

    private Optional<Subject> subject(Fields fields, Place place) {
        Optional<Node> service = fields.find("service");
        if (service.isPresent() && fields.find("user").isPresent()) {
            findings.error(fields.key("service"), "a user and a service cannot ask together", "keep one of the two");
        }
        if (service.isEmpty() && fields.find("user").isEmpty()) {
            findings.error(place, "nobody asks", "write for example user: { roles: [contact-center-agent] }");
        }
        return service.flatMap(node -> provoked.contains(Reason.ACTION_NOT_GRANTED)
                        ? names.keycloakName(node)
                        : names.declared(node, policy.services().keySet(), "a service"))
                .<Subject>map(Subject.Service::new)
                .or(() -> fields.find("user").flatMap(values::mapping).map(this::person));
    }

    private Subject person(Node.Mapping body) {
        var fields = new Fields(body, findings, "id", "roles", "groups");
        String id = fields.find("id").flatMap(values::text).orElse(SOMEBODY);
        Set<String> roles = fields.find("roles")
                .map(node -> values.any(node, names::keycloakName))
                .orElse(Set.of());
        Set<String> groups = new HashSet<>();
        fields.find("groups")
                .map(node -> values.any(node, names::groupPath))
                .orElse(Set.of())
                .forEach(path -> addWithAncestors(path, groups));
        return new Subject.Person(id, roles, groups);
    }

    /** As Keycloak's side tells them: a member of a group is a member of those above it. */
    private static void addWithAncestors(String path, Set<String> groups) {
        for (int end = path.length(); end > 0; end = path.lastIndexOf('/', end - 1)) {
            groups.add(path.substring(0, end));
        }
    }

    private Assurance proven(Node auth) {
        Map<String, Duration> ages = new HashMap<>();
        if (auth instanceof Node.Mapping body
                && body.entries().get(FactsReader.PROVEN) instanceof Node.Entry(Place key, Node proven)) {
            values.mapping(proven)
                    .ifPresent(levels -> levels.entries().forEach((level, entry) -> {
                        if (policy.assurance().contains(level)) {
                            durations.age(entry.value()).ifPresent(age -> ages.put(level, age));
                        } else {
                            findings.error(
                                    entry.key(),
                                    Quoted.of(level) + " is not an assurance level of this policy",
                                    () -> DidYouMean.among(level, policy.assurance()));
                        }
                    }));
        }
        return new Assurance(ages);
    }
}
