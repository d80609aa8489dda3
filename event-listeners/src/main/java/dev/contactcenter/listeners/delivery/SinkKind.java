package dev.contactcenter.listeners.delivery;

import dev.contactcenter.kit.setting.ComponentRefusedException;
import dev.contactcenter.kit.setting.InvalidSettingException;
import dev.contactcenter.kit.setting.Setting;
import dev.contactcenter.kit.setting.Settings;
import dev.contactcenter.kit.sink.SinkTrial;
import dev.contactcenter.listeners.chain.SinkBook;
import dev.contactcenter.listeners.sink.Sink;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.keycloak.Config;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.services.ui.extend.UiPageProviderFactory;

/** A kind of sink that administrators can configure. */
interface SinkKind extends UiPageProviderFactory<ConfiguredSink> {

    /** The settings that only this kind has, in the order of the console. */
    List<Setting<?>> own();

    /**
     * A sink as it is configured.
     *
     * @param session of the sink's realm, for secrets of its vault; the sink outlives it
     * @throws InvalidSettingException if a setting cannot be used
     * @throws IllegalStateException if the vault lacks a secret
     */
    Sink open(KeycloakSession session, Map<String, String> stored);

    /**
     * Refuses settings that could not be used; secrets that are in a vault are not looked at.
     *
     * @throws InvalidSettingException if one cannot be used
     */
    void check(Map<String, String> stored);

    /** How long one call of the receiver may take at most. */
    Duration patience(Map<String, String> stored);

    @Override
    default ConfiguredSink create(KeycloakSession session, ComponentModel component) {
        return new ConfiguredSink(SinkSettings.NAME.from(Settings.stored(component)));
    }

    @Override
    default List<ProviderConfigProperty> getConfigProperties() {
        return Stream.concat(Stream.of(SinkSettings.NAME), Stream.concat(own().stream(), SinkSettings.OTHERS.stream()))
                .map(Setting::toProperty)
                .toList();
    }

    @Override
    default void validateConfiguration(KeycloakSession session, RealmModel realm, ComponentModel component) {
        Map<String, String> stored = Settings.stored(component);
        try {
            SinkSettings settings = SinkSettings.of(stored);
            check(stored);
            ConfiguredSinks.requireOwnName(session, realm, component, settings.name());
            if (SinkSettings.TRIAL.from(stored) == SinkSettings.Trial.WHEN_SAVED) {
                component.put(SinkSettings.TRIAL.key(), SinkSettings.TRIAL.defaultText());
                tryOut(session, realm, component);
            }
        } catch (InvalidSettingException unusable) {
            throw new ComponentRefusedException(String.valueOf(unusable.getMessage()));
        }
    }

    private void tryOut(KeycloakSession session, RealmModel realm, ComponentModel component) {
        switch (new Trials(session).of(realm, this, Settings.stored(component))) {
            case SinkTrial.Worked ignored -> {
                // Then it may be saved.
            }
            case SinkTrial.Failed(String why) -> throw new ComponentRefusedException("Not saved: " + why);
        }
    }

    @Override
    default void onCreate(KeycloakSession session, RealmModel realm, ComponentModel component) {
        new SinkBook(session).configured(realm.getId(), component.getId());
    }

    @Override
    default void onUpdate(KeycloakSession session, RealmModel realm, ComponentModel before, ComponentModel component) {
        onCreate(session, realm, component);
    }

    @Override
    default void preRemove(KeycloakSession session, RealmModel realm, ComponentModel component) {
        new SinkBook(session).removed(session, component.getId());
    }

    @Override
    default void init(Config.Scope config) {}

    @Override
    default void postInit(KeycloakSessionFactory factory) {}

    @Override
    default void close() {}
}
