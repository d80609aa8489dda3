package dev.contactcenter.kit.signal;

import dev.contactcenter.engine.request.Signal;
import dev.contactcenter.kit.setting.ComponentRefusedException;
import dev.contactcenter.kit.setting.InvalidSettingException;
import dev.contactcenter.kit.setting.Setting;
import java.time.Duration;
import org.keycloak.Config;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.services.ui.extend.UiPageProviderFactory;

/**
 * A kind of source, one component of the realm for each that is configured. It is a page of Keycloak's admin console where the
 * feature Declarative UI is on; without it, the components are the same and are edited by REST and realm import (ADR 0016).
 */
public interface SignalSourceFactory extends UiPageProviderFactory<SignalSource> {

    /** The signal that sources of this kind tell. */
    Signal signal();

    /** When sources of this kind are asked. */
    Turn turn();

    /** How old what such a source told may be, with the default that fits this kind. */
    default Setting<Duration> maxAge() {
        return SourceSettings.MAX_AGE;
    }

    /** The source that a component configures. */
    @Override
    SignalSource create(KeycloakSession session, ComponentModel component);

    /**
     * Reads the settings that only this kind of source has.
     *
     * @throws InvalidSettingException if one cannot be used
     * @throws ComponentRefusedException if they cannot be used together
     */
    void check(ComponentModel component);

    /**
     * Refuses what {@link #create} could not use, and a name that another source has: over REST, on the console's page and at an
     * import alike.
     */
    @Override
    default void validateConfiguration(KeycloakSession session, RealmModel realm, ComponentModel component) {
        try {
            SourceSettings.of(component, maxAge());
            check(component);
            Sources.requireNameOfItsOwn(session, realm, component);
        } catch (InvalidSettingException unusable) {
            throw new ComponentRefusedException(String.valueOf(unusable.getMessage()));
        }
    }

    @Override
    default void init(Config.Scope config) {}

    @Override
    default void postInit(KeycloakSessionFactory factory) {}

    @Override
    default void close() {}

    /** The order in which sources are asked. */
    enum Turn {
        /** It proves which device the request comes from, and may tell of it. */
        IDENTIFIES_THE_DEVICE,
        /** It needs to know the device to tell of it. */
        DESCRIBES_THE_DEVICE,
        /** It needs no other source. */
        ANY
    }
}
