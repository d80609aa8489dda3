package dev.contactcenter.signals.location;

import dev.contactcenter.engine.request.Signal;
import dev.contactcenter.kit.setting.ComponentRefusedException;
import dev.contactcenter.kit.setting.ParsedSettings;
import dev.contactcenter.kit.setting.Setting;
import dev.contactcenter.kit.signal.SignalSource;
import dev.contactcenter.kit.signal.SignalSourceFactory;
import java.time.Duration;
import java.util.List;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderConfigProperty;

/** Offers {@link LocationSource}s; all of a server share the databases that they read. */
public final class LocationSourceFactory implements SignalSourceFactory {

    public static final String PROVIDER_ID = "contact-center-location";

    private final Databases databases = new Databases();
    private final ParsedSettings<LocationSettings> parsed = new ParsedSettings<>();

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public Signal signal() {
        return Signal.LOCATION;
    }

    @Override
    public Turn turn() {
        return Turn.ANY;
    }

    @Override
    public Setting<Duration> maxAge() {
        return LocationSettings.MAX_AGE;
    }

    @Override
    public String getHelpText() {
        return "Country and autonomous system of the network address, by databases in MaxMind's format on the server's own"
                + " disk. What is told is as old as the database. Nothing is asked over the network.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return LocationSettings.properties();
    }

    @Override
    public SignalSource create(KeycloakSession session, ComponentModel component) {
        return new LocationSource(databases, parsed.of(component, LocationSettings::of));
    }

    @Override
    public void check(ComponentModel component) {
        LocationSettings settings = LocationSettings.of(component);
        if (settings.country().isEmpty() && settings.asn().isEmpty()) {
            throw new ComponentRefusedException("Setting 'countryDatabase' cannot be used: neither it nor 'asnDatabase'"
                    + " names a file; write for example /opt/geo/country.mmdb");
        }
    }

    @Override
    public void onUpdate(KeycloakSession session, RealmModel realm, ComponentModel before, ComponentModel after) {
        databases.clear();
    }

    @Override
    public void preRemove(KeycloakSession session, RealmModel realm, ComponentModel component) {
        databases.clear();
    }
}
