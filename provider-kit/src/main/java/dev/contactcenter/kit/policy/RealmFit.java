package dev.contactcenter.kit.policy;

import dev.contactcenter.engine.policy.Policy;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.models.RealmModel;

/** Whether a policy and its realm fit together: what the policy names must be there. */
final class RealmFit {

    private final RealmModel realm;
    private final Policy policy;

    RealmFit(RealmModel realm, Policy policy) {
        this.realm = realm;
        this.policy = policy;
    }

    /** Every problem, each a sentence that says what would be right; empty if all fits. */
    List<String> problems() {
        return Stream.concat(missingLevels(), missingRoles()).toList();
    }

    /** Levels that no step-up could reach: with one of these missing, the policy cannot be carried out. */
    Stream<String> missingLevels() {
        AcrLevels known = AcrLevels.of(realm);
        return policy.assurance().stream()
                .filter(acr -> known.level(acr).isEmpty())
                .map(acr ->
                        ("assurance level '%s' is not in the realm's ACR to LoA mapping; add it under Realm settings,"
                                        + " General, ACR to LoA Mapping")
                                .formatted(acr));
    }

    private Stream<String> missingRoles() {
        return policy.modes().values().stream()
                .flatMap(mode -> mode.roles().stream()
                        .sorted()
                        .filter(role -> realm.getRole(role) == null)
                        .map(role ->
                                "mode '%s' names the role '%s', which the realm does not have; create the realm role or correct the name"
                                        .formatted(mode.name(), role)));
    }
}
