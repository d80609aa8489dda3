package dev.contactcenter.kit.policy;

import dev.contactcenter.engine.network.Zones;
import dev.contactcenter.engine.policy.Enforcement;
import dev.contactcenter.kit.network.ZoneTable;
import dev.contactcenter.kit.network.ZoneTables;
import dev.contactcenter.language.CompiledPolicy;
import dev.contactcenter.language.PolicyDocument;
import dev.contactcenter.language.ProblemReport;
import dev.contactcenter.language.Reading;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.Constants;
import org.keycloak.models.RealmModel;

/** Compiles each stored policy once and tells, for every request anew, whether it can be in force in its realm. */
final class CompiledPolicies implements PolicyProvider {

    private static final Logger LOG = Logger.getLogger(CompiledPolicies.class);

    private final Map<String, Compilations> byRealm = new ConcurrentHashMap<>();
    private final ZoneTables zones = new ZoneTables();
    private final Map<String, Fitting> fittingByRealm = new ConcurrentHashMap<>();
    private final Map<String, String> toldByRealm = new ConcurrentHashMap<>();

    /** Bounded by the client scopes that administrators made: nobody can ask for one that does not exist. */
    private final Set<String> toldScopes = ConcurrentHashMap.newKeySet();

    @Override
    public PolicyInForce inForce(RealmModel realm) {
        List<ComponentModel> components = PolicyComponents.of(realm).toList();
        PolicyInForce found = switch (components.size()) {
            case 0 -> withoutPolicy(realm);
            case 1 -> compiled(realm, PolicySettings.text(components.getFirst()));
            default -> new PolicyInForce.Unusable("the realm has several policies; delete all but one");
        };
        tellOnce(realm, found);
        return found;
    }

    @Override
    public ZoneTable zones(RealmModel realm, PolicyInForce policy) {
        return switch (policy) {
            case PolicyInForce.Active active ->
                zones.of(realm, active.policy().policy().zones());
            case PolicyInForce.Unusable ignored -> new ZoneTable.Usable(Zones.NONE);
            case PolicyInForce.NotGoverned ignored -> new ZoneTable.Usable(Zones.NONE);
        };
    }

    /** Forgets a realm that is removed. */
    void forget(String realmId) {
        zones.forget(realmId);
        byRealm.remove(realmId);
        fittingByRealm.remove(realmId);
        toldByRealm.remove(realmId);
        toldScopes.removeIf(told -> told.startsWith(realmId + " "));
    }

    @Override
    public void tellUnknown(RealmModel realm, Set<String> actions) {
        if (!(inForce(realm) instanceof PolicyInForce.Active(CompiledPolicy policy, AcrLevels ignored))) {
            return;
        }
        Set<String> catalogue = policy.policy().actions().keySet();
        actions.stream()
                .filter(action -> !catalogue.contains(action))
                .filter(action -> toldScopes.add(realm.getId() + " " + action))
                .forEach(action -> LOG.warnf(
                        "Scope '%s' of realm %s has the shape of an action, but the policy does not know it: add it to the"
                                + " policy's actions and to a mode, or to unmanagedScopes if it is another application's",
                        action, realm.getName()));
    }

    private static PolicyInForce withoutPolicy(RealmModel realm) {
        return Governance.of(realm)
                ? new PolicyInForce.Unusable(
                        "the realm has no policy; create a component of provider '%s', or import one of realm-exports/policies"
                                .formatted(PolicyComponentFactory.PROVIDER_ID))
                : new PolicyInForce.NotGoverned();
    }

    private PolicyInForce compiled(RealmModel realm, String text) {
        return switch (compilations(realm).of(text)) {
            case Reading.Invalid invalid ->
                new PolicyInForce.Unusable(
                        "\n" + new ProblemReport(ProblemReport.UNNAMED, text).of(invalid.problems()));
            case Reading.Valid valid -> fitting(realm, valid);
        };
    }

    /** What a text that may become this realm's policy says; kept if it is valid, so that activating it costs nothing more. */
    Reading check(RealmModel realm, String text) {
        Compilations ofRealm = compilations(realm);
        Reading reading = ofRealm.of(text);
        if (reading instanceof Reading.Invalid) {
            ofRealm.forget(text);
        }
        return reading;
    }

    private Compilations compilations(RealmModel realm) {
        Compilations known = byRealm.get(realm.getId());
        return known == null
                ? byRealm.computeIfAbsent(realm.getId(), id -> new Compilations(PolicyDocument::read))
                : known;
    }

    private PolicyInForce fitting(RealmModel realm, Reading.Valid valid) {
        if (valid.policy().policy().enforcement() == Enforcement.OFF) {
            // The switch for an emergency: Keycloak as if the pack were not there.
            return new PolicyInForce.NotGoverned();
        }
        String acrMap = Objects.requireNonNullElse(realm.getAttribute(Constants.ACR_LOA_MAP), "");
        Fitting known = fittingByRealm.get(realm.getId());
        if (known == null || !known.isOf(valid.policy(), acrMap)) {
            known = new Fitting(valid.policy(), acrMap, fit(realm, valid.policy()));
            fittingByRealm.put(realm.getId(), known);
        }
        return known.found();
    }

    private static PolicyInForce fit(RealmModel realm, CompiledPolicy policy) {
        List<String> missing =
                new RealmFit(realm, policy.policy()).unusableLevels().toList();
        return missing.isEmpty()
                ? new PolicyInForce.Active(policy, AcrLevels.of(realm))
                : new PolicyInForce.Unusable(String.join("; ", missing));
    }

    /** Whether a policy and the levels of its realm fit together, found out once for each change of either. */
    private record Fitting(CompiledPolicy policy, String acrMap, PolicyInForce found) {
        @SuppressWarnings("ReferenceEquality")
        private boolean isOf(CompiledPolicy compiled, String levels) {
            return policy == compiled && acrMap.equals(levels);
        }
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
}
