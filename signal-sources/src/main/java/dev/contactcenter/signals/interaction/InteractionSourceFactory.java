package dev.contactcenter.signals.interaction;

import dev.contactcenter.engine.request.Signal;
import dev.contactcenter.kit.setting.ParsedSettings;
import dev.contactcenter.kit.setting.Setting;
import dev.contactcenter.kit.setting.Settings;
import dev.contactcenter.kit.signal.SignalSource;
import dev.contactcenter.kit.signal.SignalSourceFactory;
import dev.contactcenter.kit.signal.SourceSettings;
import dev.contactcenter.signals.changes.MemorySettings;
import java.time.Duration;
import java.util.List;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderConfigProperty;

/** Offers {@link InteractionSource}s. */
public final class InteractionSourceFactory implements SignalSourceFactory {

    public static final String PROVIDER_ID = "contact-center-interaction";

    /** Each report says itself when it expires. */
    private static final Setting<Duration> MAX_AGE = SourceSettings.maxAge("PT12H");

    private final ParsedSettings<SourceSettings> common = new ParsedSettings<>();
    private final ParsedSettings<Duration> cacheFor = new ParsedSettings<>();

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public Signal signal() {
        return Signal.INTERACTION;
    }

    @Override
    public Turn turn() {
        return Turn.ANY;
    }

    @Override
    public Setting<Duration> maxAge() {
        return MAX_AGE;
    }

    @Override
    public String getHelpText() {
        return "What a person is doing with a customer (live, wrap-up, idle), as the telephony system tells it of a session by"
                + " putting interactions to the realm.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return SourceSettings.around(MAX_AGE, MemorySettings.CACHE_FOR);
    }

    @Override
    public SignalSource create(KeycloakSession session, ComponentModel component) {
        return new InteractionSource(
                cacheFor.of(component, InteractionSourceFactory::cacheFor),
                common.of(component, stored -> SourceSettings.of(stored, maxAge()))
                        .timeout());
    }

    @Override
    public void check(ComponentModel component) {
        cacheFor(component);
    }

    private static Duration cacheFor(ComponentModel component) {
        return MemorySettings.CACHE_FOR.from(Settings.stored(component));
    }
}
