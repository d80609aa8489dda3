package dev.contactcenter.signals.certificate;

import dev.contactcenter.kit.setting.Setting;
import dev.contactcenter.kit.setting.Settings;
import dev.contactcenter.kit.signal.SourceSettings;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.keycloak.component.ComponentModel;
import org.keycloak.provider.ProviderConfigProperty;

/**
 * What a source of client certificates can be told.
 *
 * @param issuers who may certify devices
 * @param identity what in a certificate names the device
 * @param pattern what of that is the id: its one group
 */
record ClientCertificateSettings(PinnedIssuers issuers, Identity identity, Pattern pattern) {

    static final Setting<PinnedIssuers> ISSUERS = new Setting<>(
            "issuer",
            "Issuer",
            "The certificates of those who certify devices, in PEM (BEGIN CERTIFICATE), one after another. A device's certificate"
                    + " counts only if it is theirs, whatever else the server trusts. Must be given.",
            ProviderConfigProperty.TEXT_TYPE,
            List.of(),
            "",
            PinnedIssuers::parse);

    static final Setting<Identity> IDENTITY = Setting.choice(
            "identity",
            "Device id",
            "What in a certificate is the id of the device: a DNS name or a URI among the subject alternative names, the common name"
                    + " of the subject, or the SHA-256 thumbprint of the certificate in lower-case hex.",
            Identity.class,
            Identity.DNS_NAME);

    static final Setting<Pattern> PATTERN = new Setting<>(
            "pattern",
            "Pattern",
            "A regular expression that the whole name must match, with one group that is the id, for example"
                    + " (.+)\\.devices\\.example\\.test. Names that do not match are not looked at. Empty takes the whole name.",
            ProviderConfigProperty.STRING_TYPE,
            List.of(),
            "(.+)",
            ClientCertificateSettings::pattern);

    /**
     * Reads them.
     *
     * @throws dev.contactcenter.kit.setting.InvalidSettingException if one cannot be used
     */
    static ClientCertificateSettings of(ComponentModel component) {
        Map<String, String> stored = Settings.stored(component);
        return new ClientCertificateSettings(ISSUERS.from(stored), IDENTITY.from(stored), PATTERN.from(stored));
    }

    static List<ProviderConfigProperty> properties() {
        return SourceSettings.around(ISSUERS, IDENTITY, PATTERN);
    }

    private static Pattern pattern(String text) {
        try {
            Pattern pattern = Pattern.compile(text);
            if (pattern.matcher("").groupCount() == 1) {
                return pattern;
            }
        } catch (PatternSyntaxException notOne) {
            throw new IllegalArgumentException("it is not a regular expression: " + notOne.getDescription(), notOne);
        }
        throw new IllegalArgumentException("it must have exactly one group in parentheses, which is the id");
    }
}
