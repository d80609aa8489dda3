package dev.contactcenter.benchmarks.engine;

import dev.contactcenter.engine.request.AccessRequest;
import dev.contactcenter.engine.request.Attribute;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The reference: the policy as Java closures over a typed record, indexed by action, as one would write it by hand. */
final class HandWritten implements Contender {

    private final Map<String, Integer> tiers;
    private final Map<String, Set<String>> rolesOfMode = new HashMap<>();
    private final Map<String, Set<String>> actionsOfMode = new HashMap<>();
    private final Map<String, Written[]> byAction = new HashMap<>();

    HandWritten(NeutralPolicy policy) {
        this.tiers = Map.copyOf(policy.tiers());
        for (String mode : NeutralPolicy.MODES) {
            rolesOfMode.put(mode, Set.of(mode));
            actionsOfMode.put(mode, tiers.keySet());
        }
        policy.byAction().forEach((action, rules) -> byAction.put(action, written(rules)));
    }

    @Override
    public Object decide(AccessRequest request) {
        Situation situation = Situation.of(request, tiers);
        String mode = request.modes().iterator().next();
        if (!anyOf(rolesOfMode.getOrDefault(mode, Set.of()), situation.roles())) {
            return Answer.deny("mode_not_eligible", 0);
        }
        if (!actionsOfMode.getOrDefault(mode, Set.of()).contains(situation.action())) {
            return Answer.deny("action_not_granted", 0);
        }
        Written[] rules = byAction.getOrDefault(situation.action(), new Written[0]);
        var combination = new Combination();
        for (int i = 0; i < rules.length; i++) {
            if (rules[i].condition().holds(situation)) {
                combination.add(i, rules[i].rule());
            }
        }
        return combination.answer(request.assurance());
    }

    private static boolean anyOf(Set<String> wanted, Set<String> present) {
        for (String one : wanted) {
            if (present.contains(one)) {
                return true;
            }
        }
        return false;
    }

    private static Written[] written(NeutralRule[] rules) {
        Written[] written = new Written[rules.length];
        for (int i = 0; i < rules.length; i++) {
            written[i] = new Written(all(rules[i].atoms()), rules[i]);
        }
        return written;
    }

    private static Condition all(List<Atom> atoms) {
        Condition first = condition(atoms.getFirst());
        if (atoms.size() == 1) {
            return first;
        }
        Condition second = condition(atoms.get(1));
        if (atoms.size() == 2) {
            return s -> first.holds(s) && second.holds(s);
        }
        Condition rest = all(atoms.subList(2, atoms.size()));
        return s -> first.holds(s) && second.holds(s) && rest.holds(s);
    }

    private static Condition condition(Atom atom) {
        return switch (atom) {
            case Atom.Has has
            when has.attribute() == Attribute.USER_ROLES -> s -> s.roles().contains(has.member());
            case Atom.Has has -> s -> s.groups().contains(has.member());
            case Atom.TierAtLeast(int tier) -> s -> s.tier() >= tier;
            case Atom.OlderThan older -> {
                long seconds = older.age().toSeconds();
                yield s -> s.sessionAge() > seconds;
            }
            case Atom.After after -> {
                long second = after.moment().getEpochSecond();
                yield s -> s.now() > second;
            }
            case Atom.OneOf oneOf -> {
                Set<String> words = Set.copyOf(oneOf.words());
                yield oneOf.attribute() == Attribute.NETWORK_ZONE
                        ? s -> words.contains(s.zone())
                        : s -> words.contains(s.deviceClass());
            }
            case Atom.Is is -> {
                Condition holds = is(is.attribute(), is.word());
                yield is.negated() ? s -> !holds.holds(s) : holds;
            }
        };
    }

    private static Condition is(Attribute attribute, String word) {
        return switch (attribute) {
            case CLIENT_ID -> s -> word.equals(s.clientId());
            case AUTH_ACR -> s -> word.equals(s.acr());
            case AUTH_PASSKEY -> s -> word.equals(s.passkey());
            case DEVICE_COMPLIANCE -> s -> word.equals(s.compliance());
            case DEVICE_MANAGEMENT -> s -> word.equals(s.management());
            case DEVICE_OS -> s -> word.equals(s.os());
            case DEVICE_ENCRYPTION -> s -> word.equals(s.encryption());
            case DEVICE_EDR -> s -> word.equals(s.edr());
            case NETWORK_ZONE -> s -> word.equals(s.zone());
            case INTERACTION_STATE -> s -> word.equals(s.interaction());
            case RISK_USER -> s -> word.equals(s.userRisk());
            case RISK_SESSION -> s -> word.equals(s.sessionRisk());
            default -> throw new IllegalArgumentException("No closure was written for " + attribute.path());
        };
    }

    /** A condition as a closure. */
    @FunctionalInterface
    private interface Condition {
        boolean holds(Situation situation);
    }

    /** A rule and its condition. */
    private record Written(Condition condition, NeutralRule rule) {}
}
