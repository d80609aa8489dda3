package dev.contactcenter.endpoints.streams;

import dev.contactcenter.kit.setting.ComponentRefusedException;
import dev.contactcenter.kit.setting.InvalidSettingException;
import java.util.List;
import org.keycloak.Config;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.services.ui.extend.UiPageProviderFactory;

/** Lets administrators configure streams of security events. */
public final class EventStreamFactory implements UiPageProviderFactory<EventStream> {

    public static final String PROVIDER_ID = "contact-center-event-stream";

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public String getHelpText() {
        return "Security events of another system (Shared Signals Framework, CAEP), and what follows from each.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return EventStream.properties();
    }

    @Override
    public EventStream create(KeycloakSession session, ComponentModel component) {
        return EventStream.of(component);
    }

    @Override
    public void validateConfiguration(KeycloakSession session, RealmModel realm, ComponentModel component) {
        String name = read(component).name();
        EventStreams.components(realm)
                .filter(other -> !other.getId().equals(component.getId())
                        && name.equals(other.get(EventStream.NAME.key())))
                .findAny()
                .ifPresent(other -> {
                    throw new ComponentRefusedException("Setting 'name' cannot be used: there is another stream '" + name
                            + "', and a URL can belong to one of them only");
                });
    }

    private static EventStream read(ComponentModel component) {
        try {
            return EventStream.of(component);
        } catch (InvalidSettingException unusable) {
            throw new ComponentRefusedException(String.valueOf(unusable.getMessage()));
        }
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
