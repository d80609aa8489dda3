package dev.contactcenter.signals.risk;

import dev.contactcenter.engine.request.Signal;
import dev.contactcenter.kit.setting.ParsedSettings;
import dev.contactcenter.kit.setting.Setting;
import dev.contactcenter.kit.signal.SignalSource;
import dev.contactcenter.kit.signal.SignalSourceFactory;
import dev.contactcenter.kit.signal.SourceSettings;
import java.time.Duration;
import java.util.List;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderConfigProperty;

/** Offers {@link RiskSource}s. */
public final class RiskSourceFactory implements SignalSourceFactory {

    public static final String PROVIDER_ID = "contact-center-risk";

    private final ParsedSettings<SourceSettings> common = new ParsedSettings<>();
    private final ParsedSettings<RiskSettings.Quiet> quiet = new ParsedSettings<>();
    private final ParsedSettings<Duration> cacheFor = new ParsedSettings<>();

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public Signal signal() {
        return Signal.RISK;
    }

    @Override
    public Turn turn() {
        return Turn.ANY;
    }

    @Override
    public Setting<Duration> maxAge() {
        return RiskSettings.MAX_AGE;
    }

    @Override
    public String getHelpText() {
        return "Risk of accounts and sessions as engines outside of Keycloak tell it, by posting signals to the realm.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return RiskSettings.properties();
    }

    @Override
    public SignalSource create(KeycloakSession session, ComponentModel component) {
        SourceSettings settings = common.of(component, stored -> SourceSettings.of(stored, maxAge()));
        return new RiskSource(
                quiet.of(component, RiskSettings::quiet),
                cacheFor.of(component, RiskSettings::cacheFor),
                settings.timeout());
    }

    @Override
    public void check(ComponentModel component) {
        RiskSettings.quiet(component);
        RiskSettings.cacheFor(component);
    }
}
