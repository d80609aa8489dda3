package dev.contactcenter.engine.policy;

import dev.contactcenter.engine.condition.Formula;
import dev.contactcenter.engine.condition.Predicate;
import dev.contactcenter.engine.condition.Predicate.Order;
import dev.contactcenter.engine.request.Attribute;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Whom a rule is not for, for a time. All that is given must hold, and must be known to hold: what cannot be answered exempts
 * nobody.
 *
 * @param groups paths, any of which; empty for everybody
 * @param roles realm roles, any of which; empty for everybody
 * @param clients client ids, any of which; empty for every client
 * @param when what else must hold
 * @param until the moment it ends; {@link Instant#MAX} if it never does
 */
public record Exemption(
        Set<String> groups,
        Set<String> roles,
        Set<String> clients,
        Formula when,
        Instant until,
        String reason,
        String approvedBy) {

    public Exemption {
        groups = Set.copyOf(groups);
        roles = Set.copyOf(roles);
        clients = Set.copyOf(clients);
    }

    /** When it holds. */
    public Formula condition() {
        return new Formula.All(List.of(
                anyOf(Attribute.USER_GROUPS, groups),
                anyOf(Attribute.USER_ROLES, roles),
                clients.isEmpty()
                        ? Formula.ALWAYS
                        : new Formula.Atom(new Predicate.IsOneOf(Attribute.CLIENT_ID, clients)),
                when,
                until.equals(Instant.MAX)
                        ? Formula.ALWAYS
                        : new Formula.Atom(new Predicate.TimeIs(Attribute.NOW, Order.BELOW, until))));
    }

    private static Formula anyOf(Attribute attribute, Set<String> members) {
        return members.isEmpty()
                ? Formula.ALWAYS
                : new Formula.Any(members.stream()
                        .<Formula>map(member -> new Formula.Atom(new Predicate.Has(attribute, member)))
                        .toList());
    }
}
