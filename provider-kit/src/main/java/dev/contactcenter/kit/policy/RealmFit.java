package dev.contactcenter.kit.policy;

import dev.contactcenter.engine.policy.Policy;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.keycloak.models.RealmModel;

/** Whether a policy and its realm fit together: what the policy names must be there and mean what it says. */
final class RealmFit {

    private static final String WHERE = "under Realm settings, General, ACR to LoA Mapping";

    private final RealmModel realm;
    private final Policy policy;
    private final AcrLevels levels;

    RealmFit(RealmModel realm, Policy policy) {
        this.realm = realm;
        this.policy = policy;
        this.levels = AcrLevels.of(realm);
    }

    /** Every problem, each a sentence that says what would be right; empty if all fits. */
    List<String> problems() {
        return Stream.of(unusableLevels(), missingRoles(), new FlowFit(realm, policy, levels).problems())
                .flatMap(problems -> problems)
                .toList();
    }

    /** Levels without which the policy cannot be carried out: missing, or no stronger than a weaker one. */
    Stream<String> unusableLevels() {
        return Stream.concat(missingLevels(), unorderedLevels());
    }

    private Stream<String> missingLevels() {
        return policy.assurance().stream()
                .filter(acr -> levels.level(acr).isEmpty())
                .map(acr -> "assurance level '%s' is not in the realm's ACR to LoA mapping; add it %s"
                        .formatted(acr, WHERE));
    }

    /** Two names for one level would let the weaker proof pass for the stronger. */
    private Stream<String> unorderedLevels() {
        List<String> ladder = policy.assurance();
        return IntStream.range(1, ladder.size())
                .filter(i -> isNotAbove(ladder.get(i), ladder.get(i - 1)))
                .mapToObj(i -> "assurance level '%s' must have a higher LoA than '%s'; correct the numbers %s"
                        .formatted(ladder.get(i), ladder.get(i - 1), WHERE));
    }

    private boolean isNotAbove(String stronger, String weaker) {
        Optional<Integer> above = levels.level(stronger);
        Optional<Integer> below = levels.level(weaker);
        return above.isPresent() && below.isPresent() && above.get() <= below.get();
    }

    private Stream<String> missingRoles() {
        return policy.modes().values().stream()
                .flatMap(mode -> mode.roles().stream()
                        .sorted()
                        .filter(role -> realm.getRole(role) == null)
                        .map(role ->
                                ("mode '%s' names the role '%s', which the realm does not have; create the realm role or"
                                                + " correct the name")
                                        .formatted(mode.name(), role)));
    }
}
