package dev.contactcenter.engine.matcher;

import dev.contactcenter.engine.decision.Decision;
import dev.contactcenter.engine.decision.Excuse;
import dev.contactcenter.engine.decision.Grounds;
import dev.contactcenter.engine.decision.Obligations;
import dev.contactcenter.engine.decision.WouldBe;
import dev.contactcenter.engine.policy.Exemption;
import dev.contactcenter.engine.policy.Rule;
import dev.contactcenter.engine.request.AccessRequest;
import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Evidence.Absence;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The grounds of a decision that rules took part in. It asks the rules again when somebody first wants to
 * know, which gives what the decision saw, because deciding depends on nothing but the request.
 */
final class Matched extends Grounds {

    private final Decider decider;
    private final AccessRequest request;
    private final Grant grant;

    /** Worked out once: whoever records a decision asks for several parts of it. */
    private @Nullable Told told;

    Matched(Decider decider, AccessRequest request, Grant grant) {
        this.decider = decider;
        this.request = request;
        this.grant = grant;
    }

    @Override
    public Told told() {
        Told known = told;
        if (known == null) {
            known = workOut();
            told = known;
        }
        return known;
    }

    private Told workOut() {
        boolean breakGlass = decider.standing().isBreakGlass(request);
        Set<String> rules = new TreeSet<>();
        Map<String, WouldBe> wouldBe = new TreeMap<>();
        Map<String, List<Excuse>> excused = new TreeMap<>();
        Set<Part> matching = matching();
        Map<Attribute, Absence> missing = missing();
        for (Part part : matching) {
            Rule rule = part.rule();
            if (!decider.standing().isMeant(part, request)) {
                wouldBe.computeIfAbsent(rule.id(), id -> told(id, alone(rule, matching)));
            } else if (decider.standing().isExcused(part, request, grant)) {
                excused.put(rule.id(), excuses(part));
            } else if (breakGlass) {
                wouldBe.computeIfAbsent(rule.id(), id -> told(id, alone(rule, matching)));
            } else {
                rules.add(rule.id());
            }
        }
        return new Told(
                decider.policy().revision(),
                grant.modes(),
                rules,
                missing.isEmpty() ? Set.of() : doubtful(rules, matching),
                List.copyOf(wouldBe.values()),
                excused.values().stream().flatMap(List::stream).toList(),
                breakGlass,
                missing,
                lastKnown());
    }

    /**
     * Those of the rules that have a part which matched for want of an answer only, whichever action it was asked about. None if nothing
     * is missing: then everything is answered.
     */
    private Set<String> doubtful(Set<String> rules, Set<Part> matching) {
        Set<Part> doubtful = new LinkedHashSet<>(matching);
        doubtful.removeAll(matching(true));
        Set<String> ids = new TreeSet<>();
        doubtful.forEach(part -> ids.add(part.rule().id()));
        ids.retainAll(rules);
        return ids;
    }

    private Set<Part> matching() {
        return matching(false);
    }

    private Set<Part> matching(boolean surely) {
        Set<Part> matching = new LinkedHashSet<>();
        for (Index index : decider.indexes(request, grant)) {
            for (Page page : index.pages()) {
                matching.addAll(page.parts(page.match(decider.reader(), request, surely)));
            }
        }
        return matching;
    }

    private Map<Attribute, Absence> missing() {
        Map<Attribute, Absence> missing = new EnumMap<>(Attribute.class);
        decider.indexes(request, grant).forEach(index -> index.missing(decider.reader(), request, missing));
        return missing;
    }

    private Set<Attribute> lastKnown() {
        Set<Attribute> found = EnumSet.noneOf(Attribute.class);
        decider.indexes(request, grant).forEach(index -> index.lastKnown(decider.reader(), request, found));
        return found;
    }

    /** The enforced rules that by themselves do not permit the request; if it takes several together, all that apply. */
    Set<String> violated() {
        Set<String> enforced = told().rules();
        Set<Part> matching = matching();
        Set<String> violated = new TreeSet<>();
        matching.stream()
                .map(Part::rule)
                .distinct()
                .filter(rule -> enforced.contains(rule.id()))
                .filter(rule -> !(alone(rule, matching) instanceof Decision.Permit))
                .forEach(rule -> violated.add(rule.id()));
        return violated.isEmpty() ? enforced : violated;
    }

    /** What the enforced rules would have done one by one, for a policy that only reports. */
    List<WouldBe> each() {
        Map<String, WouldBe> each = new TreeMap<>();
        told().wouldBe().forEach(would -> each.put(would.rule(), would));
        Set<String> enforced = told().rules();
        Set<Part> matching = matching();
        matching.stream()
                .map(Part::rule)
                .filter(rule -> enforced.contains(rule.id()))
                .forEach(rule -> each.put(rule.id(), told(rule.id(), alone(rule, matching))));
        return List.copyOf(each.values());
    }

    private Decision alone(Rule rule, Set<Part> among) {
        var alone = new Verdict(decider.policy().assurance(), Obligations.NONE);
        among.stream().filter(part -> part.rule().equals(rule)).forEach(part -> alone.add(part.demands()));
        return alone.on(request, Grounds.none(""));
    }

    private List<Excuse> excuses(Part part) {
        return decider.standing().excuses(part, request, grant).stream()
                .map(index -> excuse(part.rule(), part.rule().exemptions().get(index)))
                .toList();
    }

    static Excuse excuse(Rule rule, Exemption used) {
        return new Excuse(rule.id(), used.reason(), used.approvedBy(), used.until());
    }

    static WouldBe told(String rule, Decision decision) {
        return switch (decision) {
            case Decision.Permit ignored -> new WouldBe(rule, "permit", "");
            case Decision.StepUp stepUp ->
                new WouldBe(rule, "step_up", stepUp.demand().acr());
            case Decision.Deny deny -> new WouldBe(rule, "deny", deny.reason().code());
        };
    }
}
