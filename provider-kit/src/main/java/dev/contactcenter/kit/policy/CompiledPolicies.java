package dev.contactcenter.kit.policy;

import dev.contactcenter.language.PolicyDocument;
import dev.contactcenter.language.Problem;
import dev.contactcenter.language.Reading;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.RealmModel;

/** Compiles each stored policy once and tells, for every request anew, whether it can be in force in its realm. */
final class CompiledPolicies {

    private static final Logger LOG = Logger.getLogger(CompiledPolicies.class);

    private final Map<String, Compiled> byRealm = new ConcurrentHashMap<>();
    private final Map<String, String> toldByRealm = new ConcurrentHashMap<>();

    PolicyInForce inForce(RealmModel realm) {
        List<ComponentModel> components = PolicyComponents.of(realm).toList();
        PolicyInForce found = switch (components.size()) {
            case 0 -> withoutPolicy(realm);
            case 1 -> compiled(realm, PolicySettings.text(components.getFirst()));
            default -> new PolicyInForce.Unusable("the realm has several policies; delete all but one");
        };
        tellOnce(realm, found);
        return found;
    }

    private static PolicyInForce withoutPolicy(RealmModel realm) {
        return Governance.of(realm)
                ? new PolicyInForce.Unusable(
                        "the realm has no policy; create a component of provider '%s', or import one of realm-exports/policies"
                                .formatted(PolicyComponentFactory.PROVIDER_ID))
                : new PolicyInForce.NotGoverned();
    }

    private PolicyInForce compiled(RealmModel realm, String text) {
        Compiled known = byRealm.get(realm.getId());
        if (known == null || !known.text().equals(text)) {
            known = new Compiled(text, PolicyDocument.read(text));
            byRealm.put(realm.getId(), known);
        }
        return switch (known.reading()) {
            case Reading.Invalid invalid ->
                new PolicyInForce.Unusable(
                        invalid.problems().stream().map(Problem::message).collect(Collectors.joining("; ")));
            case Reading.Valid valid -> fitting(realm, valid);
        };
    }

    private static PolicyInForce fitting(RealmModel realm, Reading.Valid valid) {
        List<String> missing =
                new RealmFit(realm, valid.policy().policy()).missingLevels().toList();
        return missing.isEmpty()
                ? new PolicyInForce.Active(valid.policy(), AcrLevels.of(realm))
                : new PolicyInForce.Unusable(String.join("; ", missing));
    }

    private void tellOnce(RealmModel realm, PolicyInForce found) {
        switch (found) {
            case PolicyInForce.Unusable unusable -> {
                if (!unusable.problem().equals(toldByRealm.put(realm.getId(), unusable.problem()))) {
                    LOG.errorf(
                            "No policy is in force in realm %s, every action is denied: %s",
                            realm.getName(), unusable.problem());
                }
            }
            case PolicyInForce.Active ignored -> toldByRealm.remove(realm.getId());
            case PolicyInForce.NotGoverned ignored -> toldByRealm.remove(realm.getId());
        }
    }

    private record Compiled(String text, Reading reading) {}
}
