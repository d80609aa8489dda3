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

    private final Page[] pages;

    Index(Policy policy, List<Page.Line> lines, int tier) {
        List<Page> filled = new ArrayList<>();
        List<Page.Line> onPage = new ArrayList<>();
        Set<Predicate> asked = new LinkedHashSet<>();
        for (Page.Line line : lines) {
            Set<Predicate> own = predicates(line.terms());
            own.removeAll(asked);
            if (asked.size() + own.size() > Long.SIZE || onPage.size() == Long.SIZE) {
                filled.add(Page.of(policy, tier, asked, onPage));
                onPage = new ArrayList<>();
                asked = new LinkedHashSet<>();
                own = predicates(line.terms());
            }
            asked.addAll(own);
            onPage.add(line);
        }
        filled.add(Page.of(policy, tier, asked, onPage));
        pages = filled.toArray(new Page[0]);
    }

    /** The rules that can matter in a situation, and how each can apply. */
    static List<Page.Line> lines(List<Part> parts, Situation situation) {
        List<Page.Line> lines = new ArrayList<>();
        for (Part part : parts) {
            if (canMatter(part.rule(), situation)) {
                List<Term> terms = part.ways().situational()
                        ? terms(part, situation)
                        : part.ways().terms();
                if (!terms.isEmpty()) {
                    lines.add(new Page.Line(part, terms));
                }
            }
        }
        return lines;
    }

    static boolean canMatter(Rule rule, Situation situation) {
        boolean inMode = rule.modes().isEmpty() || rule.modes().contains(situation.modeName());
        return rule.state() != Rule.State.DISABLED && inMode && rule.looksAt(situation.actionName());
    }

    private static List<Term> terms(Part part, Situation situation) {
        return switch (Alternatives.of(Predicates.settled(part.when(), situation::answer))) {
            case Alternatives.Listed listed -> listed.terms();
            case Alternatives.TooMany ignored ->
                throw new PolicyTooLargeException(
                        part.rule().id(), "there are too many ways for its conditions to hold");
        };
    }

    private static Set<Predicate> predicates(List<Term> terms) {
        Set<Predicate> asked = new HashSet<>();
        terms.forEach(term -> {
            asked.addAll(term.wanted());
            asked.addAll(term.unwanted());
        });
        return asked;
    }

    Page[] pages() {
        return pages;
    }

    void lastKnown(Reader reader, AccessRequest request, Set<Attribute> found) {
        for (Page page : pages) {
            page.lastKnown(reader, request, found);
        }
    }

    void missing(Reader reader, AccessRequest request, Map<Attribute, Absence> found) {
        for (Page page : pages) {
            page.missing(reader, request, found);
        }
    }
}
