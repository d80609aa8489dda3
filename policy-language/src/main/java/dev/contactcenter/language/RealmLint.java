package dev.contactcenter.language;

import dev.contactcenter.engine.condition.Formula;
import dev.contactcenter.engine.condition.Predicate;
import dev.contactcenter.engine.condition.Predicates;
import dev.contactcenter.engine.policy.BreakGlass;
import dev.contactcenter.engine.policy.Exemption;
import dev.contactcenter.engine.policy.Policy;
import dev.contactcenter.engine.policy.Rollout;
import dev.contactcenter.engine.policy.Rule;
import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.language.RealmNames.Kind;
import dev.contactcenter.language.lint.Doubt;
import dev.contactcenter.language.lint.Spot;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** Warns about names that the realm does not have: what they stand for could never happen there. */
final class RealmLint {

    private final RealmNames realm;
    private final Spots spots;
    private final Findings findings;

    RealmLint(RealmNames realm, Spots spots, Findings findings) {
        this.realm = realm;
        this.spots = spots;
        this.findings = findings;
    }

    void check(Policy policy) {
        each(Kind.ACR, policy.assurance(), Spot.DOCUMENT.key("assurance"));
        policy.actions().values().forEach(action -> {
            Spot spot = Spot.DOCUMENT.key("actions").key(action.name());
            expect(Kind.SCOPE, action.name(), spot);
            each(Kind.CLIENT, action.audience(), spot.key("audience"));
        });
        policy.modes().values().forEach(mode -> {
            Spot spot = Spot.DOCUMENT.key("modes").key(mode.name());
            expect(Kind.SCOPE, Names.MODE_PREFIX + mode.name(), spot);
            each(Kind.ROLE, mode.roles(), spot.key("roles"));
            each(Kind.GROUP, mode.groups(), spot.key("groups"));
            condition(mode.when(), spot.key("when"));
        });
        policy.services()
                .keySet()
                .forEach(id ->
                        expect(Kind.CLIENT, id, Spot.DOCUMENT.key("services").key(id)));
        rollout(policy.head().rollout(), Spot.DOCUMENT.key("rollout"));
        breakGlass(policy.breakGlass(), Spot.DOCUMENT.key("breakGlass"));
        for (int i = 0; i < policy.rules().size(); i++) {
            rule(policy.rules().get(i), Spot.DOCUMENT.key("rules").item(i));
        }
    }

    private void rule(Rule rule, Spot spot) {
        condition(rule.when(), spot.key("when"));
        rollout(rule.rollout(), spot.key("rollout"));
        for (int i = 0; i < rule.exemptions().size(); i++) {
            Exemption exemption = rule.exemptions().get(i);
            Spot at = spot.key("except").item(i);
            each(Kind.GROUP, exemption.groups(), at.key("groups"));
            each(Kind.ROLE, exemption.roles(), at.key("roles"));
            each(Kind.CLIENT, exemption.clients(), at.key("clients"));
            condition(exemption.when(), at.key("when"));
        }
    }

    private void rollout(Rollout rollout, Spot spot) {
        if (rollout instanceof Rollout.Pilot pilot) {
            each(Kind.GROUP, pilot.groups(), spot.key("groups"));
        }
    }

    private void breakGlass(BreakGlass breakGlass, Spot spot) {
        if (!(breakGlass instanceof BreakGlass.Accounts accounts)) {
            return;
        }
        if (lacksAll(Kind.GROUP, accounts.groups()) && lacksAll(Kind.ROLE, accounts.roles())) {
            warn(
                    spot,
                    "nobody in the realm can be a break-glass account: it has none of these groups and roles",
                    "create one there");
            return;
        }
        each(Kind.GROUP, accounts.groups(), spot.key("groups"));
        each(Kind.ROLE, accounts.roles(), spot.key("roles"));
    }

    /** What a condition names, whether it must be so or must not. */
    private void condition(Formula when, Spot spot) {
        for (Predicate predicate : Predicates.in(when)) {
            switch (predicate) {
                case Predicate.Has(Attribute attribute, String name) ->
                    expect(attribute == Attribute.USER_GROUPS ? Kind.GROUP : Kind.ROLE, name, spot);
                case Predicate.Is(Attribute attribute, String id)
                when attribute == Attribute.CLIENT_ID -> expect(Kind.CLIENT, id, spot);
                case Predicate.IsOneOf(Attribute attribute, Set<String> ids)
                when attribute == Attribute.CLIENT_ID ->
                    new TreeSet<>(ids).forEach(id -> expect(Kind.CLIENT, id, spot));
                default -> {
                    // Asks for nothing that a realm has.
                }
            }
        }
    }

    private void each(Kind kind, Collection<String> names, Spot list) {
        names.forEach(name -> expect(kind, name, list.word(name)));
    }

    private boolean lacksAll(Kind kind, Collection<String> names) {
        return names.stream().allMatch(name -> lacks(kind, name));
    }

    private boolean lacks(Kind kind, String name) {
        Set<String> names = realm.known().get(kind);
        return names != null && !names.contains(name);
    }

    private void expect(Kind kind, String name, Spot spot) {
        if (lacks(kind, name)) {
            String near = DidYouMean.nearest(name, realm.known().getOrDefault(kind, Set.of()))
                    .map(word -> "did you mean " + Quoted.of(word) + "?")
                    .orElse("create it there, or take it out here");
            warn(spot, "the realm has no " + kind.word() + " " + Quoted.of(name), near);
        }
    }

    private void warn(Spot spot, String what, String suggestion) {
        findings.warning(Doubt.Kind.NOT_IN_REALM.code(), spots.place(spot), what, suggestion);
    }
}
