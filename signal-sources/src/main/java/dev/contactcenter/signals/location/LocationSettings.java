package dev.contactcenter.signals.location;

import dev.contactcenter.kit.setting.InvalidSettingException;
import dev.contactcenter.kit.setting.Setting;
import dev.contactcenter.kit.setting.Settings;
import dev.contactcenter.kit.signal.SourceSettings;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.component.ComponentModel;
import org.keycloak.provider.ProviderConfigProperty;

/**
 * Which databases are asked.
 *
 * @param country that tells countries; nothing for none
 * @param asn that tells autonomous systems; nothing for none
 */
record LocationSettings(Optional<Path> country, Optional<Path> asn) {

    private static final Setting<Optional<Path>> COUNTRY = file(
            "countryDatabase",
            "Database of countries",
            "Absolute path of a database in MaxMind's format that tells the country of an address. It is read again when it"
                    + " changes. Empty tells no country.");

    private static final Setting<Optional<Path>> ASN = file(
            "asnDatabase",
            "Database of autonomous systems",
            "Absolute path of a database in MaxMind's format that tells the autonomous system of an address. It is read"
                    + " again when it changes. Empty tells none.");

    /** Such databases come out every few weeks; one that nobody renewed for longer is not to be trusted. */
    static final Setting<Duration> MAX_AGE = SourceSettings.maxAge("P45D");

    /** @throws InvalidSettingException if one cannot be used */
    static LocationSettings of(ComponentModel component) {
        Map<String, String> stored = Settings.stored(component);
        return new LocationSettings(COUNTRY.from(stored), ASN.from(stored));
    }

    static List<ProviderConfigProperty> properties() {
        return SourceSettings.around(MAX_AGE, COUNTRY, ASN);
    }

    /** The database that tells this part of a place. */
    Optional<Path> file(Place.Part part) {
        return switch (part) {
            case COUNTRY -> country;
            case ASN -> asn;
        };
    }

    private static Setting<Optional<Path>> file(String key, String label, String help) {
        return new Setting<>(
                key, label, help, ProviderConfigProperty.STRING_TYPE, List.of(), "", LocationSettings::path);
    }

    private static Optional<Path> path(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            Path path = Path.of(text);
            if (path.isAbsolute()) {
                return Optional.of(path.normalize());
            }
        } catch (InvalidPathException notOne) {
            throw new IllegalArgumentException("'" + text + "' is not the path of a file", notOne);
        }
        throw new IllegalArgumentException(
                "'" + text + "' is not an absolute path; write for example /opt/geo/country.mmdb");
    }
}
