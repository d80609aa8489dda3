package dev.contactcenter.engine.matcher;

import dev.contactcenter.engine.condition.Alternatives;
import dev.contactcenter.engine.condition.Predicate;
import dev.contactcenter.engine.condition.Predicates;
import dev.contactcenter.engine.condition.Term;
import dev.contactcenter.engine.policy.Policy;
import dev.contactcenter.engine.policy.Rule;
import dev.contactcenter.engine.request.AccessRequest;
import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Evidence.Absence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rules that can matter in one situation. */
final class Index {

    /** In a situation in which the mode or service does not grant the action, there is no tier whose care could apply. */
    private static final int NO_TIER = -1;

    private final Page[] pages;

    Index(Policy policy, List<Part> parts, Situation situation) {
        List<Page> filled = new ArrayList<>();
        int tier = situation.action() == null ? NO_TIER : situation.action().tier();
        List<Page.Line> lines = new ArrayList<>();
        Set<Predicate> asked = new LinkedHashSet<>();
        for (Part part : parts) {
            if (!canMatter(part.rule(), situation)) {
                continue;
            }
            List<Term> terms = terms(part, situation);
            Set<Predicate> own = predicates(terms);
            own.removeAll(asked);
            if (asked.size() + own.size() > Long.SIZE || lines.size() == Long.SIZE) {
                filled.add(Page.of(policy, tier, asked, lines));
                lines = new ArrayList<>();
                asked = new LinkedHashSet<>();
                own = predicates(terms);
            }
            if (!terms.isEmpty()) {
                asked.addAll(own);
                lines.add(new Page.Line(part, terms));
            }
        }
        filled.add(Page.of(policy, tier, asked, lines));
        pages = filled.toArray(new Page[0]);
    }

    static boolean canMatter(Rule rule, Situation situation) {
        boolean inMode = rule.modes().isEmpty() || rule.modes().contains(situation.modeName());
        return rule.state() != Rule.State.DISABLED && inMode && rule.looksAt(situation.actionName());
    }

    private static List<Term> terms(Part part, Situation situation) {
        return switch (Alternatives.of(Predicates.settled(part.when(), situation::answer))) {
            case Alternatives.Listed listed -> listed.terms();
            case Alternatives.TooMany ignored ->
                throw new IllegalArgumentException("The condition of rule "
                        + part.rule().id() + " has more than " + Alternatives.MOST + " alternatives");
        };
    }

    private static Set<Predicate> predicates(List<Term> terms) {
        Set<Predicate> asked = new HashSet<>();
        terms.forEach(term -> {
            asked.addAll(term.wanted());
            asked.addAll(term.unwanted());
        });
        if (asked.size() > Long.SIZE) {
            throw new IllegalArgumentException("A condition asks more than " + Long.SIZE + " different questions");
        }
        return asked;
    }

    Page[] pages() {
        return pages;
    }

    void missing(Reader reader, AccessRequest request, Map<Attribute, Absence> found) {
        for (Page page : pages) {
            page.missing(reader, request, found);
        }
    }
}
