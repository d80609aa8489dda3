package dev.contactcenter.listeners.delivery;

import dev.contactcenter.kit.http.EndpointUrl;
import dev.contactcenter.kit.setting.Setting;
import dev.contactcenter.kit.setting.Settings;
import dev.contactcenter.kit.setting.VaultedSecret;
import dev.contactcenter.listeners.sink.Sink;
import dev.contactcenter.listeners.sink.WebhookSignature;
import dev.contactcenter.listeners.sink.WebhookSink;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.keycloak.connections.httpclient.HttpClientProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderConfigProperty;

/** Lets administrators configure webhooks. */
public final class WebhookSinkFactory implements SinkKind {

    public static final String PROVIDER_ID = "contact-center-webhook-sink";

    private static final int MOST_AT_ONCE = 1000;

    private static final Setting<URI> URL = new Setting<>(
            "url",
            "URL",
            "Where records are posted to. http is accepted for this computer only. Must be given.",
            ProviderConfigProperty.STRING_TYPE,
            List.of(),
            "",
            text -> EndpointUrl.parse(Settings.given(text)));

    private static final Setting<String> SECRETS = Setting.secret(
            "secret",
            "Secret",
            "What messages are signed with (Standard Webhooks): whsec_ and 24 to 64 bytes in base64. Two with a space between them sign"
                    + " by both, while the receiver changes over. It may be in Keycloak's vault. Must be given.",
            WebhookSinkFactory::secrets);

    private static final Setting<Integer> BATCH = new Setting<>(
            "batch",
            "Records in a message",
            "How many records a message has at most, from 1 to 1000.",
            ProviderConfigProperty.STRING_TYPE,
            List.of(),
            "100",
            text -> WholeNumber.parse(text, 1, MOST_AT_ONCE));

    static final Setting<Duration> TIMEOUT = Setting.duration(
            "timeout",
            "Time-out",
            "How long the receiver may take for a message, as an ISO 8601 duration from PT0.1S to PT30S.",
            Duration.ofSeconds(5),
            Duration.ofMillis(100),
            Duration.ofSeconds(30));

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public String getHelpText() {
        return "Receivers that decision records are posted to, signed as Standard Webhooks has it.";
    }

    @Override
    public List<Setting<?>> own() {
        return List.of(URL, SECRETS, BATCH, TIMEOUT);
    }

    @Override
    public Sink open(KeycloakSession session, Map<String, String> stored) {
        return new WebhookSink(
                session.getProvider(HttpClientProvider.class).getHttpClient(),
                new WebhookSink.Target(
                        URL.from(stored).toString(),
                        TIMEOUT.from(stored),
                        BATCH.from(stored),
                        WebhookSignature.by(VaultedSecret.of(session, SECRETS.from(stored)))));
    }

    @Override
    public void check(Map<String, String> stored) {
        own().forEach(setting -> setting.from(stored));
    }

    @Override
    public Duration patience(Map<String, String> stored) {
        return TIMEOUT.from(stored);
    }

    private static String secrets(String text) {
        if (!VaultedSecret.isReference(Settings.given(text))) {
            WebhookSignature.by(text);
        }
        return text;
    }
}
