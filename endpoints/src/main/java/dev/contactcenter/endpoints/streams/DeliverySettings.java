package dev.contactcenter.endpoints.streams;

import dev.contactcenter.kit.http.EndpointUrl;
import dev.contactcenter.kit.setting.Setting;
import dev.contactcenter.kit.setting.Settings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.provider.ProviderConfigProperty;

/** Everything about how the events of a stream come, and what they add up to. */
final class DeliverySettings {

    private static final int SHORTEST_SECRET = 24;

    private static final Setting<Method> DELIVERY = Setting.choice(
            "delivery",
            "Delivery",
            "How events come. push: the transmitter sends each to this server (RFC 8935). poll: this server fetches them (RFC 8936).",
            Method.class,
            Method.PUSH);

    private static final Setting<String> AUTHORIZATION = Setting.secret(
            "authorization",
            "Authorization of the transmitter",
            "What the transmitter must send as the header Authorization with each push, exactly: its authorization_header, such as"
                    + " Bearer and 32 random characters. It may be in Keycloak's vault. Must be given for push.",
            DeliverySettings::longEnough);

    private static final Setting<String> POLL_URL = url(
            "pollUrl",
            "URL to poll",
            "Where the transmitter keeps the events of this stream: endpoint_url of the stream's delivery. Must be given for poll.");

    private static final Setting<String> TOKEN_URL = url(
            "tokenUrl",
            "Token endpoint",
            "Where this server gets its access tokens for the transmitter, by client credentials (RFC 6749 §4.4). Must be given for"
                    + " poll.");

    private static final Setting<String> CLIENT_ID = Setting.text(
            "clientId", "Client id", "The client that this server is to the transmitter. Must be given for poll.", "");

    private static final Setting<String> CLIENT_SECRET = Setting.secret(
            "clientSecret",
            "Client secret",
            "The secret of that client. It may be in Keycloak's vault. Must be given for poll.",
            text -> text);

    private static final Setting<String> SCOPE = Setting.text(
            "scope",
            "Scope",
            "The scope that access tokens are asked for with, such as ssf.manage ssf.read. Empty asks for none in particular.",
            "");

    private static final Setting<Duration> INTERVAL = Setting.duration(
            "pollInterval",
            "Interval of polls",
            "How long this server waits after a poll that brought nothing, as an ISO 8601 duration from PT1S to PT1H.",
            Duration.ofSeconds(5),
            Duration.ofSeconds(1),
            Duration.ofHours(1));

    private static final Setting<Duration> PATIENCE = Setting.duration(
            "longPoll",
            "Long poll",
            "How long the transmitter may wait for events before it answers a poll, as an ISO 8601 duration up to PT1M. PT0S has it"
                    + " answer at once.",
            Duration.ZERO,
            Duration.ZERO,
            Duration.ofMinutes(1));

    private static final Setting<String> STREAM_ID = Setting.text(
            "streamId",
            "Id of the stream",
            "How the transmitter calls this stream. Where it is given, verification events must be about it, and this server can"
                    + " ask for them.",
            "");

    private static final Setting<String> VERIFICATION_URL = url(
            "verificationUrl",
            "Verification endpoint",
            "Where this server asks for a verification event: verification_endpoint of the transmitter's configuration metadata."
                    + " Empty never asks.");

    static final List<Setting<?>> ALL = List.of(
            DELIVERY,
            AUTHORIZATION,
            POLL_URL,
            INTERVAL,
            PATIENCE,
            TOKEN_URL,
            CLIENT_ID,
            CLIENT_SECRET,
            SCOPE,
            STREAM_ID,
            VERIFICATION_URL);

    private DeliverySettings() {}

    /** How events come. */
    private enum Method {
        PUSH,
        POLL
    }

    static Delivery delivery(Map<String, String> stored) {
        return switch (DELIVERY.from(stored)) {
            case PUSH -> new Delivery.Push(given(AUTHORIZATION, stored));
            case POLL ->
                new Delivery.Poll(
                        URI.create(given(POLL_URL, stored)),
                        new Credentials(
                                URI.create(given(TOKEN_URL, stored)),
                                given(CLIENT_ID, stored),
                                given(CLIENT_SECRET, stored),
                                SCOPE.from(stored)),
                        INTERVAL.from(stored),
                        PATIENCE.from(stored));
        };
    }

    static Verification verification(Map<String, String> stored) {
        return new Verification(
                STREAM_ID.from(stored),
                Optional.of(VERIFICATION_URL.from(stored))
                        .filter(url -> !url.isEmpty())
                        .map(url -> new Verification.Endpoint(
                                URI.create(url),
                                given(STREAM_ID, stored),
                                new Credentials(
                                        URI.create(given(TOKEN_URL, stored)),
                                        given(CLIENT_ID, stored),
                                        given(CLIENT_SECRET, stored),
                                        SCOPE.from(stored)))));
    }

    /** What only some deliveries need. */
    private static String given(Setting<String> setting, Map<String, String> stored) {
        setting.from(stored);
        return new Setting<>(
                        setting.key(),
                        setting.label(),
                        setting.help(),
                        setting.type(),
                        setting.options(),
                        setting.defaultText(),
                        text -> Settings.given(setting.parser().apply(text)))
                .from(stored);
    }

    private static Setting<String> url(String key, String label, String help) {
        return new Setting<>(
                key,
                label,
                help,
                ProviderConfigProperty.STRING_TYPE,
                List.of(),
                "",
                text -> text.isEmpty() ? text : EndpointUrl.parse(text).toString());
    }

    private static String longEnough(String text) {
        if (!text.isEmpty() && !text.startsWith("${vault.") && text.length() < SHORTEST_SECRET) {
            throw new IllegalArgumentException(
                    "it has less than " + SHORTEST_SECRET + " characters and can be guessed");
        }
        return text;
    }
}
