package dev.contactcenter.listeners.delivery;

import dev.contactcenter.kit.setting.Setting;
import dev.contactcenter.kit.setting.Settings;
import dev.contactcenter.listeners.sink.Sink;
import dev.contactcenter.listeners.sink.SyslogSink;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderConfigProperty;

/** Lets administrators configure syslog receivers. */
public final class SyslogSinkFactory implements SinkKind {

    public static final String PROVIDER_ID = "contact-center-syslog-sink";

    private static final Setting<String> HOST = new Setting<>(
            "host",
            "Host",
            "The syslog receiver, which must speak TLS (RFC 5425) and have a certificate with this name. Must be given.",
            ProviderConfigProperty.STRING_TYPE,
            List.of(),
            "",
            Settings::given);

    private static final Setting<Integer> PORT = new Setting<>(
            "port",
            "Port",
            "Its port, from 1 to 65535.",
            ProviderConfigProperty.STRING_TYPE,
            List.of(),
            "6514",
            text -> WholeNumber.parse(text, 1, 65_535));

    private static final Setting<String> APP_NAME = new Setting<>(
            "appName",
            "APP-NAME",
            "What messages call their application (RFC 5424 §6.2.5): up to 48 letters, digits, dots, dashes and underscores.",
            ProviderConfigProperty.STRING_TYPE,
            List.of(),
            "contact-center",
            SyslogSinkFactory::appName);

    private static final Setting<Integer> LONGEST = new Setting<>(
            "longest",
            "Longest message",
            "How many octets a message may have, from 2048 to 1048576; the receiver's own limit. A longer record is kept as a dead letter.",
            ProviderConfigProperty.STRING_TYPE,
            List.of(),
            "65536",
            text -> WholeNumber.parse(text, 2_048, 1_048_576));

    private static final Setting<SyslogSink.Ending> ENDING = Setting.choice(
            "ending",
            "End of connection",
            "What counts as having read everything. close-notify: the receiver ends TLS in order (RFC 8446 §6.1), as rsyslog with OpenSSL"
                    + " does. any: it just ends, as rsyslog with GnuTLS does; who cuts the connection on the way then makes records disappear.",
            SyslogSink.Ending.class,
            SyslogSink.Ending.CLOSE_NOTIFY);

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public String getHelpText() {
        return "Syslog receivers of decision records: RFC 5424 over TLS.";
    }

    @Override
    public List<Setting<?>> own() {
        return List.of(HOST, PORT, APP_NAME, LONGEST, ENDING, WebhookSinkFactory.TIMEOUT);
    }

    @Override
    public Sink open(KeycloakSession session, Map<String, String> stored) {
        return new SyslogSink(new SyslogSink.Target(
                HOST.from(stored),
                PORT.from(stored),
                WebhookSinkFactory.TIMEOUT.from(stored),
                APP_NAME.from(stored),
                LONGEST.from(stored),
                ENDING.from(stored),
                TrustedIssuers.context(session)));
    }

    @Override
    public void check(Map<String, String> stored) {
        own().forEach(setting -> setting.from(stored));
    }

    @Override
    public Duration patience(Map<String, String> stored) {
        return WebhookSinkFactory.TIMEOUT.from(stored);
    }

    private static String appName(String text) {
        if (!text.matches("[A-Za-z0-9._-]{1,48}")) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not made of up to 48 letters, digits, dots, dashes and underscores");
        }
        return text;
    }
}
