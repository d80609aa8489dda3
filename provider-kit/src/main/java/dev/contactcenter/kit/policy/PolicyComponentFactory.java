package dev.contactcenter.kit.policy;

import dev.contactcenter.kit.setting.ComponentRefusedException;
import dev.contactcenter.language.ProblemReport;
import dev.contactcenter.language.Reading;
import java.util.List;
import org.keycloak.Config;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderConfigProperty;

/** Holds a realm's policy as a component and refuses one that does not compile or does not fit its realm. */
public final class PolicyComponentFactory implements PolicyProviderFactory {

    public static final String PROVIDER_ID = "contact-center-policy";

    private final CompiledPolicies compiled = new CompiledPolicies();

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public String getHelpText() {
        return "The realm's contact center policy: modes, actions and the rules that add demands to them.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of(PolicySettings.POLICY.toProperty());
    }

    @Override
    public PolicyProvider create(KeycloakSession session) {
        return compiled;
    }

    @Override
    public PolicyProvider create(KeycloakSession session, ComponentModel model) {
        return create(session);
    }

    @Override
    public void validateConfiguration(KeycloakSession session, RealmModel realm, ComponentModel model) {
        String problems = problems(realm, model);
        if (!problems.isEmpty()) {
            throw new ComponentRefusedException(
                    "The policy was not activated, the one before stays in force: " + problems);
        }
    }

    @Override
    public void onCreate(KeycloakSession session, RealmModel realm, ComponentModel model) {
        // From now on a realm without a policy denies instead of standing aside.
        Governance.begin(realm);
    }

    private String problems(RealmModel realm, ComponentModel model) {
        if (PolicyComponents.of(realm).anyMatch(other -> !other.getId().equals(model.getId()))) {
            return "the realm has a policy already; edit that one, because two would leave open which decides";
        }
        String text = PolicySettings.text(model);
        return switch (compiled.check(realm, text)) {
            case Reading.Invalid invalid ->
                "\n" + new ProblemReport(ProblemReport.UNNAMED, text).of(invalid.problems());
            case Reading.Valid valid ->
                String.join("; ", new RealmFit(realm, valid.policy().policy()).problems());
        };
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(event -> {
            if (event instanceof RealmModel.RealmRemovedEvent removed) {
                compiled.forget(removed.getRealm().getId());
            }
        });
    }

    @Override
    public void close() {}
}
