package dev.contactcenter.engine.matcher;

import dev.contactcenter.engine.decision.Bound;
import dev.contactcenter.engine.decision.Decision;
import dev.contactcenter.engine.decision.Grounds;
import dev.contactcenter.engine.decision.Obligations;
import dev.contactcenter.engine.explanation.Explanation;
import dev.contactcenter.engine.matcher.Part.Demands;
import dev.contactcenter.engine.policy.Action;
import dev.contactcenter.engine.policy.BreakGlass;
import dev.contactcenter.engine.policy.Enforcement;
import dev.contactcenter.engine.policy.Mode;
import dev.contactcenter.engine.policy.Policy;
import dev.contactcenter.engine.policy.Response;
import dev.contactcenter.engine.policy.Rule;
import dev.contactcenter.engine.policy.Service;
import dev.contactcenter.engine.request.AccessRequest;
import dev.contactcenter.engine.request.Assurance;
import dev.contactcenter.engine.request.Facts;
import dev.contactcenter.engine.request.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides by one policy: first whether the mode grants what is asked for at all, then what the rules add. It is immutable and may
 * be used by any number of threads; the same request always gets the same answer.
 */
public final class Decider {

    private final Policy policy;
    private final List<Part> parts;
    private final Demands breakGlass;
    private final Reader reader;
    private final Standing standing;
    private final Eligibility eligibility;
    private final ActingClient acting;
    private final Map<String, Grant> ofModes = new HashMap<>();
    private final Map<String, Grant> ofServices = new HashMap<>();
    private final Grant ofNobody;

    private Decider(Policy policy) {
        this.policy = policy;
        List<Part> all = new ArrayList<>();
        policy.rules().forEach(rule -> all.addAll(Part.of(rule, policy.assurance(), all.size())));
        parts = List.copyOf(all);
        breakGlass = Demands.of(
                policy.breakGlass() instanceof BreakGlass.Accounts accounts ? accounts.effects() : List.of(),
                policy.assurance());
        reader = new Reader(policy);
        var judge = new Judge(reader);
        standing = new Standing(policy, judge);
        eligibility = new Eligibility(judge);
        acting = new ActingClient(policy);
        var indexes = new Indexes(policy, parts);
        for (Mode mode : policy.modes().values()) {
            ofModes.put(mode.name(), grant(indexes, mode, mode.actions(), mode.own()));
        }
        for (Service service : policy.services().values()) {
            ofServices.put(service.clientId(), grant(indexes, null, service.actions(), service.own()));
        }
        ofNobody = grant(indexes, null, List.of(), Obligations.NONE);
    }

    /**
     * Compiles a policy.
     *
     * @throws PolicyTooLargeException if it would take more memory or time than a policy may
     */
    public static Decider of(Policy policy) {
        return new Decider(policy);
    }

    private Grant grant(Indexes indexes, @Nullable Mode mode, Collection<String> actions, Obligations own) {
        Map<String, Index> byAction = new HashMap<>();
        for (String name : actions) {
            Action action = policy.actions().get(name);
            // Of an action that the policy does not declare no rule would know that it looks at it.
            if (action != null) {
                byAction.put(name, indexes.of(new Situation(mode, action)));
            }
        }
        return new Grant(mode, Collections.unmodifiableMap(byAction), indexes.of(new Situation(mode, null)), own);
    }

    /** The policy it decides by. */
    public Policy policy() {
        return policy;
    }

    /** Whether decisions about this subject are carried out, or only reported. */
    public boolean isEnforcedFor(Subject subject) {
        var anything = new AccessRequest(subject, Set.of(), Set.of(), Assurance.NONE, Facts.none(Instant.EPOCH));
        return isEnforced(anything);
    }

    /** The modes that whoever asks may choose from, whichever are asked for. */
    public Set<String> eligibleModes(AccessRequest request) {
        return request.subject() instanceof Subject.Person person
                ? policy.modes().values().stream()
                        .filter(mode -> eligibility.isGiven(mode, person, request))
                        .map(Mode::name)
                        .collect(Collectors.toCollection(TreeSet::new))
                : Set.of();
    }

    /** Decides about all actions of the request together: the strictest answer to any of them. */
    public Decision decide(AccessRequest request) {
        Decision refusal = BuiltIn.refusal(policy, request);
        return refusal == null ? decideByPolicy(request) : refusal;
    }

    /**
     * What the decision about this request means for an established session: the strictest {@code onViolation} of the rules that refuse it,
     * each of them by itself.
     */
    public Response respond(AccessRequest request, Decision decision) {
        return new Violation(policy, request).response(decision);
    }

    private Decision decideByPolicy(AccessRequest request) {
        return switch (policy.enforcement()) {
            case ENFORCED -> standing.isInPilot(request) ? decideStrictly(request) : reportOnly(request);
            case REPORT_ONLY -> reportOnly(request);
            case OFF -> new Decision.Permit(Obligations.NONE, Grounds.none(policy.revision()));
        };
    }

    /** Whether the decision about this request is carried out. */
    boolean isEnforced(AccessRequest request) {
        return policy.enforcement() == Enforcement.ENFORCED && standing.isInPilot(request);
    }

    /** Decides, and tells of every rule where it stands and why. It costs far more than a decision. */
    public Explanation explain(AccessRequest request) {
        return new Explainer(this, request).explain();
    }

    /** No rule shaped this permit, so none is named as its cause: what the rules say is told as would-be. */
    private Decision reportOnly(AccessRequest request) {
        return new Decision.Permit(Obligations.NONE, new Reported(decideStrictly(request)));
    }

    private Decision decideStrictly(AccessRequest request) {
        return switch (ModeChoice.of(policy, eligibility, request)) {
            case ModeChoice.Refused refused -> new Decision.Deny(refused.reason(), Grounds.none(policy.revision()));
            case ModeChoice.Settled(Mode mode) -> decideBy(request, ofModes.getOrDefault(mode.name(), ofNobody));
            case ModeChoice.NotApplicable ignored -> decideBy(request, grantWithoutMode(request.subject()));
        };
    }

    private Decision decideBy(AccessRequest request, Grant whole) {
        Grant grant = acting.narrow(whole, request);
        return grant.byAction().keySet().containsAll(request.actions())
                ? decide(request, grant)
                : refused(request, whole);
    }

    private Grant grantWithoutMode(Subject subject) {
        return subject instanceof Subject.Service service
                ? ofServices.getOrDefault(service.clientId(), ofNobody)
                : ofNobody;
    }

    /** What the request is decided by; none if its mode cannot be had. */
    Optional<Grant> grant(AccessRequest request) {
        return switch (ModeChoice.of(policy, eligibility, request)) {
            case ModeChoice.Refused ignored -> Optional.empty();
            case ModeChoice.Settled(Mode mode) ->
                Optional.of(acting.narrow(ofModes.getOrDefault(mode.name(), ofNobody), request));
            case ModeChoice.NotApplicable ignored ->
                Optional.of(acting.narrow(grantWithoutMode(request.subject()), request));
        };
    }

    private Decision decide(AccessRequest request, Grant grant) {
        boolean breaksGlass = standing.isBreakGlass(request);
        var verdict = new Verdict(policy.assurance(), grant.own().about(request.actions()));
        if (breaksGlass) {
            verdict.add(breakGlass);
        }
        if (request.actions().isEmpty() && !breaksGlass) {
            collect(grant.withoutAction(), request, grant, verdict);
        }
        for (String action : request.actions()) {
            if (!breaksGlass) {
                collect(indexOf(action, grant), request, grant, verdict);
            }
        }
        var grounds = new Matched(this, request, grant);
        Decision strict = verdict.on(request, grounds);
        return strict instanceof Decision.Permit || breaksGlass
                ? strict
                : LiveGrace.of(policy, reader, request)
                        .map(grace -> inGrace(request, grant, new Graced(grounds, grace), grace))
                        .filter(Decision.Permit.class::isInstance)
                        .orElse(strict);
    }

    /** Limits bind on; and rules that bind because of an action without grace bind as ever, so these are weighed first. */
    private Decision inGrace(AccessRequest request, Grant grant, Grounds grounds, LiveGrace grace) {
        Duration left = Duration.between(request.facts().now(), grace.until());
        Obligations own = grant.own().about(request.actions()).withTokenLifespan(Bound.atMost(left));
        var verdict = new Verdict(policy.assurance(), own);
        request.actions().stream()
                .filter(action -> !grace.actions().contains(action))
                .forEach(action -> collect(indexOf(action, grant), request, grant, verdict));
        verdict.suspend();
        grace.actions().forEach(action -> collect(indexOf(action, grant), request, grant, verdict));
        return verdict.on(request, grounds);
    }

    private static Index indexOf(String action, Grant grant) {
        return Objects.requireNonNull(grant.byAction().get(action));
    }

    /** A rule that several of the actions bring in may be added more than once, which changes nothing. */
    private void collect(Index index, AccessRequest request, Grant grant, Verdict verdict) {
        for (Page page : index.pages()) {
            for (long left = page.match(reader, request, false); left != 0; left &= left - 1) {
                Part part = page.part(Long.numberOfTrailingZeros(left));
                if (verdict.isNew(part) && standing.binds(part, request, grant)) {
                    verdict.add(part.demands());
                }
            }
        }
    }

    private Decision refused(AccessRequest request, Grant whole) {
        return new Decision.Deny(acting.refusal(whole, request), Grounds.none(policy.revision(), whole.modes()));
    }

    Standing standing() {
        return standing;
    }

    Reader reader() {
        return reader;
    }

    /** The indexes that a request was decided by. */
    List<Index> indexes(AccessRequest request, Grant grant) {
        if (request.actions().isEmpty()) {
            return List.of(grant.withoutAction());
        }
        List<Index> indexes = new ArrayList<>(request.actions().size());
        for (String action : request.actions()) {
            Index index = grant.byAction().get(action);
            if (index != null) {
                indexes.add(index);
            }
        }
        return indexes;
    }

    /** A rule's parts, the one with its own condition first. */
    List<Part> parts(Rule rule) {
        return parts.stream().filter(part -> part.rule().equals(rule)).toList();
    }
}
