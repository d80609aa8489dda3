package dev.contactcenter.signals.zone;

import dev.contactcenter.kit.network.ZoneSettings;
import dev.contactcenter.kit.policy.PolicyInForce;
import dev.contactcenter.kit.policy.PolicyProvider;
import dev.contactcenter.kit.setting.ComponentRefusedException;
import dev.contactcenter.kit.setting.InvalidSettingException;
import java.util.Collection;
import java.util.List;
import org.keycloak.Config;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.services.ui.extend.UiPageProviderFactory;

/** Keeps the blocks of a zone as a component, which those edit who know the network and not the policy. */
public final class ZoneBlocksFactory implements UiPageProviderFactory<ZoneSettings> {

    @Override
    public String getId() {
        return ZoneSettings.PROVIDER_ID;
    }

    @Override
    public String getHelpText() {
        return "Blocks of addresses of a network zone, beside those that the policy itself lists.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return ZoneSettings.properties();
    }

    @Override
    public ZoneSettings create(KeycloakSession session, ComponentModel component) {
        return ZoneSettings.of(component);
    }

    @Override
    public void validateConfiguration(KeycloakSession session, RealmModel realm, ComponentModel component) {
        ZoneSettings settings = read(component);
        if (settings.blocks().isEmpty()) {
            throw new ComponentRefusedException(
                    "Setting 'cidrs' cannot be used: it is empty; write at least one block, for example 10.20.0.0/16");
        }
        // A realm that is being imported may bring its policy after its zones.
        if (session.getProvider(PolicyProvider.class).inForce(realm) instanceof PolicyInForce.Active active) {
            requireDeclared(settings.zone(), active.policy().policy().zones().names());
        } else if (settings.zone().isEmpty()) {
            throw new ComponentRefusedException("Setting 'zone' cannot be used: it is empty; write the name of a zone");
        }
    }

    private static ZoneSettings read(ComponentModel component) {
        try {
            return ZoneSettings.of(component);
        } catch (InvalidSettingException unusable) {
            throw new ComponentRefusedException(String.valueOf(unusable.getMessage()));
        }
    }

    private static void requireDeclared(String zone, Collection<String> declared) {
        if (!declared.contains(zone)) {
            throw new ComponentRefusedException(
                    "Setting 'zone' cannot be used: the policy in force has no zone '" + zone
                            + "'; it has "
                            + (declared.isEmpty() ? "none, declare it there first" : String.join(", ", declared)));
        }
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
