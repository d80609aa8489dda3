package dev.contactcenter.engine.policy;

import dev.contactcenter.engine.condition.Formula;
import dev.contactcenter.engine.condition.Predicate;
import dev.contactcenter.engine.request.Attribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Accounts for an emergency, for which no rule holds. They still need a mode that grants what they ask for. */
public sealed interface BreakGlass {

    /** There are none. */
    record None() implements BreakGlass {}

    /**
     * The members of these groups and the bearers of these realm roles.
     *
     * @param groups paths
     * @param effects what is demanded of them in place of the rules
     */
    record Accounts(Set<String> groups, Set<String> roles, List<Effect> effects) implements BreakGlass {
        public Accounts {
            groups = Set.copyOf(groups);
            roles = Set.copyOf(roles);
            effects = List.copyOf(effects);
        }
    }

    /** When a request comes from one of them. */
    default Formula membership() {
        return switch (this) {
            case None ignored -> Formula.NEVER;
            case Accounts accounts -> {
                List<Formula> ways = new ArrayList<>();
                accounts.groups.forEach(
                        group -> ways.add(new Formula.Atom(new Predicate.Has(Attribute.USER_GROUPS, group))));
                accounts.roles.forEach(
                        role -> ways.add(new Formula.Atom(new Predicate.Has(Attribute.USER_ROLES, role))));
                yield new Formula.Any(ways);
            }
        };
    }
}
