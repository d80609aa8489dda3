package dev.contactcenter.kit.decision;

import dev.contactcenter.engine.decision.Bound;
import dev.contactcenter.engine.decision.Decision;
import dev.contactcenter.engine.decision.Demand;
import dev.contactcenter.engine.decision.Obligations;
import dev.contactcenter.engine.decision.Rate;
import dev.contactcenter.engine.request.Assurance;
import dev.contactcenter.kit.policy.PolicyInForce;
import dev.contactcenter.kit.record.DecisionRecord;
import dev.contactcenter.kit.record.RecordTime;
import dev.contactcenter.kit.signal.Trace;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.keycloak.models.RealmModel;

/** Writes the record of a decision. */
final class RecordWriter {

    private final RealmModel realm;
    private final PolicyInForce policy;
    private final Instant now;

    RecordWriter(RealmModel realm, PolicyInForce policy, Instant now) {
        this.realm = realm;
        this.policy = policy;
        this.now = now;
    }

    /** @param deciding how long the policy took */
    DecisionRecord write(String id, Decision decision, Inquiry inquiry, Duration deciding) {
        List<String> actions = List.copyOf(new TreeSet<>(inquiry.request().actions()));
        return new DecisionRecord(
                id,
                "",
                "",
                RecordTime.of(now),
                inquiry.hook(),
                realm.getName(),
                outcome(decision),
                decision instanceof Decision.Deny deny ? deny.reason().code() : "",
                mode(decision, inquiry),
                actions,
                actions.stream().anyMatch(policy::isPrivileged),
                RecordedGrounds.of(decision.grounds().told()),
                decision instanceof Decision.StepUp stepUp ? demand(stepUp.demand()) : Map.of(),
                obligations(decision),
                inquiry.actor(),
                assurance(inquiry.request().assurance(), inquiry.passkey()),
                inquiry.passkey(),
                inquiry.browser(),
                inquiry.traces().stream().map(RecordWriter::evidence).toList(),
                RecordedCircumstances.of(inquiry, deciding),
                inquiry.about());
    }

    private static DecisionRecord.Evidence evidence(Trace trace) {
        return new DecisionRecord.Evidence(
                trace.signal().label(),
                trace.source(),
                trace.outcome(),
                trace.observedAt().map(RecordTime::of).orElse(""),
                trace.detail());
    }

    /** The mode settled for; where none could be, the modes that were asked for. */
    private static String mode(Decision decision, Inquiry inquiry) {
        Set<String> settled = decision.grounds().told().modes();
        return String.join(
                " ", new TreeSet<>(settled.isEmpty() ? inquiry.request().modes() : settled));
    }

    static String outcome(Decision decision) {
        return switch (decision) {
            case Decision.Permit ignored -> "permit";
            case Decision.StepUp ignored -> "step_up";
            case Decision.Deny ignored -> "deny";
        };
    }

    private static Map<String, String> demand(Demand demand) {
        return switch (demand.maxAge()) {
            case Bound.Unbounded ignored -> Map.of("acr", demand.acr());
            case Bound.AtMost limit ->
                Map.of("acr", demand.acr(), "max_age", limit.duration().toString());
        };
    }

    private static Map<String, Object> obligations(Decision decision) {
        return switch (decision) {
            case Decision.Permit permit -> told(permit.obligations());
            case Decision.StepUp stepUp -> told(stepUp.obligations());
            case Decision.Deny ignored -> Map.of();
        };
    }

    private static Map<String, Object> told(Obligations obligations) {
        Map<String, Object> told = new TreeMap<>();
        put(told, "token_lifespan", obligations.tokenLifespan());
        put(told, "session_idle", obligations.sessionIdle());
        put(told, "session_max", obligations.sessionMax());
        put(told, "fresh_for", obligations.freshFor());
        if (!obligations.maskedFields().isEmpty()) {
            told.put(
                    "masked_fields",
                    obligations.maskedFields().stream().sorted().toList());
        }
        if (obligations.rate() instanceof Rate.PerMinute(int times)) {
            told.put("rate_limit", times);
        }
        told.putAll(DataTold.of(obligations.data()));
        return told;
    }

    private static void put(Map<String, Object> told, String name, Bound bound) {
        switch (bound) {
            case Bound.Unbounded ignored -> told.remove(name);
            case Bound.AtMost limit -> told.put(name, limit.duration().toString());
        }
    }

    private DecisionRecord.Assurance assurance(Assurance assurance, Map<String, String> passkey) {
        Map<String, Long> ages = new HashMap<>();
        assurance.ages().forEach((level, age) -> ages.put(level, seconds(age)));
        List<String> levels = levels();
        String highest = "";
        for (String level : levels) {
            highest = ages.containsKey(level) ? level : highest;
        }
        return new DecisionRecord.Assurance(
                highest, RecordedMethods.of(!levels.isEmpty() && ages.containsKey(levels.getFirst()), passkey), ages);
    }

    /** The policy's levels, weakest first. */
    private List<String> levels() {
        return switch (policy) {
            case PolicyInForce.Active active -> active.policy().policy().assurance();
            case PolicyInForce.Unusable ignored -> List.of();
            case PolicyInForce.NotGoverned ignored -> List.of();
        };
    }

    private static long seconds(Duration age) {
        return Math.max(0, age.toSeconds());
    }
}
