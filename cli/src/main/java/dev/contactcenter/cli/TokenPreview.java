package dev.contactcenter.cli;

import dev.contactcenter.engine.decision.Bound;
import dev.contactcenter.engine.decision.DataScope;
import dev.contactcenter.engine.decision.Datasets;
import dev.contactcenter.engine.decision.Decision;
import dev.contactcenter.engine.decision.FieldScope;
import dev.contactcenter.engine.decision.Obligations;
import dev.contactcenter.engine.decision.Rate;
import dev.contactcenter.engine.decision.Rows;
import dev.contactcenter.engine.matcher.Decider;
import dev.contactcenter.engine.policy.Enforcement;
import dev.contactcenter.engine.policy.Policy;
import dev.contactcenter.engine.request.AccessRequest;
import dev.contactcenter.engine.request.Assurance;
import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Evidence;
import dev.contactcenter.engine.request.Observation;
import dev.contactcenter.engine.request.Signal;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the access token would tell, as docs/reference/tokens.md describes it; without what is Keycloak's alone.
 *
 * @param claims in the order in which they are told
 * @param lifespan how long it could live at most
 * @param afterStepUp whether the person has to prove more first
 */
record TokenPreview(Map<String, Object> claims, Bound lifespan, boolean afterStepUp) {

    static Optional<TokenPreview> of(Policy policy, AccessRequest request, Decision decision) {
        return switch (decision) {
            case Decision.Deny ignored -> Optional.empty();
            case Decision.Permit permit ->
                Optional.of(new TokenPreview(claims(policy, request, permit), lifespan(permit.obligations()), false));
            case Decision.StepUp stepUp -> {
                Map<String, Duration> ages = new HashMap<>(request.assurance().ages());
                ages.put(stepUp.demand().acr(), Duration.ZERO);
                AccessRequest then = request.proving(new Assurance(ages));
                yield Decider.of(policy).decide(then) instanceof Decision.Permit permit
                        ? Optional.of(
                                new TokenPreview(claims(policy, then, permit), lifespan(permit.obligations()), true))
                        : Optional.empty();
            }
        };
    }

    private static Bound lifespan(Obligations obligations) {
        return obligations
                .tokenLifespan()
                .tighter(obligations.freshFor())
                .tighter(obligations.sessionMax())
                .tighter(obligations.sessionIdle());
    }

    private static Map<String, Object> claims(Policy policy, AccessRequest request, Decision.Permit permit) {
        Map<String, Object> claims = new LinkedHashMap<>();
        TreeSet<String> modes = new TreeSet<>(permit.grounds().told().modes());
        claims.put(
                "scope",
                Stream.concat(modes.stream().map(mode -> "mode:" + mode), new TreeSet<>(request.actions()).stream())
                        .collect(Collectors.joining(" ")));
        proof(policy, request).ifPresent(proof -> {
            claims.put("acr", proof.getKey());
            claims.put(
                    "auth_time", request.facts().now().minus(proof.getValue()).getEpochSecond());
        });
        if (policy.enforcement() != Enforcement.OFF
                && !(modes.isEmpty() && request.actions().isEmpty())) {
            claims.put("contact_center", own(policy, modes, request, permit.obligations()));
        }
        return claims;
    }

    private static Map<String, Object> own(
            Policy policy, TreeSet<String> modes, AccessRequest request, Obligations obligations) {
        Map<String, Object> own = new LinkedHashMap<>();
        modes.stream().findFirst().ifPresent(mode -> own.put("mode", mode));
        own.put("policy", policy.revision());
        if (!obligations.maskedFields().isEmpty()) {
            own.put("masked_fields", sorted(obligations.maskedFields()));
        }
        if (obligations.rate() instanceof Rate.PerMinute(int times)) {
            own.put("rate_limit", times);
        }
        data(obligations.data(), own);
        Map<String, Object> session = session(request, obligations);
        if (!session.isEmpty()) {
            own.put("session", session);
        }
        return own;
    }

    private static void data(DataScope data, Map<String, Object> own) {
        if (!data.fields().equals(FieldScope.ALL)) {
            Map<String, List<String>> fields = new TreeMap<>();
            data.fields().byResource().forEach((resource, names) -> fields.put(resource, sorted(names)));
            own.put("fields", fields);
        }
        if (data.datasets() instanceof Datasets.Only(Set<String> names)) {
            own.put("datasets", sorted(names));
        }
        if (data.rows() instanceof Rows.AtMost(int rows)) {
            own.put("row_limit", rows);
        }
    }

    private static List<String> sorted(Set<String> names) {
        return List.copyOf(new TreeSet<>(names));
    }

    /** By this permit alone: what an earlier one or the realm limits more, only the server knows. */
    private static Map<String, Object> session(AccessRequest request, Obligations obligations) {
        Map<String, Object> session = new LinkedHashMap<>();
        if (obligations.sessionMax() instanceof Bound.AtMost(Duration max)) {
            session.put(
                    "ends_at",
                    request.facts().now().minus(age(request)).plus(max).getEpochSecond());
        }
        if (obligations.sessionIdle() instanceof Bound.AtMost(Duration idle)) {
            session.put("idle_seconds", idle.toSeconds());
        }
        return session;
    }

    /** Of the session; a request that does not say is at its beginning. */
    private static Duration age(AccessRequest request) {
        return request.facts().evidence(Signal.SESSION) instanceof Evidence.Known<Observation>(Observation told, var at)
                        && told.value(Attribute.SESSION_AGE) instanceof Duration age
                ? age
                : Duration.ZERO;
    }

    /** The authentication that the actions rest on, else the latest (docs/adr/0009). */
    private static Optional<Map.Entry<String, Duration>> proof(Policy policy, AccessRequest request) {
        List<String> ladder = policy.assurance();
        AccessRequest unproven = request.proving(Assurance.NONE);
        int least =
                !request.actions().isEmpty() && Decider.of(policy).decide(unproven) instanceof Decision.StepUp demanded
                        ? ladder.indexOf(demanded.demand().acr())
                        : 0;
        return request.assurance().ages().entrySet().stream()
                .filter(entry -> ladder.indexOf(entry.getKey()) >= least)
                .min(Map.Entry.<String, Duration>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(
                                Comparator.<String>comparingInt(ladder::indexOf).reversed())));
    }
}
