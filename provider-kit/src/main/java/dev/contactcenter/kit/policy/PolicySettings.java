package dev.contactcenter.kit.policy;

import dev.contactcenter.kit.setting.Setting;
import java.util.List;
import java.util.function.Function;
import org.keycloak.component.ComponentModel;
import org.keycloak.provider.ProviderConfigProperty;

/** The one setting of the policy component. */
final class PolicySettings {

    static final Setting<String> POLICY = new Setting<>(
            "policy",
            "Policy",
            "The policy document, YAML or JSON. It is checked before it is stored: one that does not compile, or names a"
                    + " role or assurance level that the realm lacks, is refused and the one before stays in force.",
            ProviderConfigProperty.TEXT_TYPE,
            List.of(),
            "",
            Function.identity());

    private PolicySettings() {}

    static String text(ComponentModel component) {
        String stored = component.get(POLICY.key());
        return stored == null ? POLICY.defaultText() : stored;
    }
}
