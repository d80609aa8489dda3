package dev.contactcenter.engine.decision;

import java.util.List;
import java.util.Set;

/**
 * What a decision rests on.
 *
 * @param revision the policy's own label
 * @param modes the mode that was decided for: one, or none if no mode could be settled
 * @param rules ids of the enforced rules that applied and shaped the outcome
 * @param undecidable ids of rules whose condition could not be judged and that therefore counted as applying; not
 *     empty means that the decision is degraded
 * @param wouldBe what report-only rules would have demanded
 */
public record Grounds(
        String revision, Set<String> modes, Set<String> rules, Set<String> undecidable, List<WouldBe> wouldBe) {

    public Grounds {
        modes = Set.copyOf(modes);
        rules = Set.copyOf(rules);
        undecidable = Set.copyOf(undecidable);
        wouldBe = List.copyOf(wouldBe);
    }
}
