package dev.contactcenter.signals.posture;

import dev.contactcenter.engine.request.Signal;
import dev.contactcenter.kit.http.BackOff;
import dev.contactcenter.kit.keys.IssuerKeys;
import dev.contactcenter.kit.setting.ComponentName;
import dev.contactcenter.kit.setting.ParsedSettings;
import dev.contactcenter.kit.signal.SignalSource;
import dev.contactcenter.kit.signal.SignalSourceFactory;
import dev.contactcenter.kit.signal.SourceSettings;
import java.util.List;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderConfigProperty;

/** Offers {@link PostureTokenSource} to realms. */
public final class PostureTokenSourceFactory implements SignalSourceFactory {

    public static final String PROVIDER_ID = "contact-center-posture-token";

    private final BackOff backOff = new BackOff();
    private final ParsedSettings<PostureTokenSettings> settings = new ParsedSettings<>();
    private final ParsedSettings<SourceSettings> common = new ParsedSettings<>();

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public String getHelpText() {
        return "Reads a signed token about the device, which an endpoint agent or access proxy puts into each request.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return PostureTokenSettings.properties();
    }

    @Override
    public Signal signal() {
        return Signal.DEVICE;
    }

    @Override
    public Turn turn() {
        return Turn.IDENTIFIES_THE_DEVICE;
    }

    @Override
    public SignalSource create(KeycloakSession session, ComponentModel component) {
        PostureTokenSettings parsed = settings.of(component, PostureTokenSettings::of);
        var trust = new IssuerKeys.Trust(
                component.getId(),
                ComponentName.of(component),
                parsed.issuer().keys(),
                parsed.keyLifetime(),
                common.of(component, SourceSettings::of).timeout());
        var keys = new IssuerKeys(session, trust, backOff);
        return new PostureTokenSource(session, component, parsed, keys);
    }

    @Override
    public void check(ComponentModel component) {
        PostureTokenSettings.of(component);
    }
}
