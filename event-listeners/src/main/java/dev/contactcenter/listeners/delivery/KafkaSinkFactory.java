package dev.contactcenter.listeners.delivery;

import dev.contactcenter.kit.http.EndpointUrl;
import dev.contactcenter.kit.setting.InvalidSettingException;
import dev.contactcenter.kit.setting.Setting;
import dev.contactcenter.kit.setting.Settings;
import dev.contactcenter.kit.setting.VaultedSecret;
import dev.contactcenter.listeners.sink.KafkaSecurity;
import dev.contactcenter.listeners.sink.KafkaSecurity.Login;
import dev.contactcenter.listeners.sink.KafkaSecurity.Mechanism;
import dev.contactcenter.listeners.sink.KafkaSecurity.Transport;
import dev.contactcenter.listeners.sink.KafkaSink;
import dev.contactcenter.listeners.sink.Sink;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderConfigProperty;

/** Lets administrators configure topics of Kafka. */
public final class KafkaSinkFactory implements SinkKind {

    public static final String PROVIDER_ID = "contact-center-kafka-sink";

    private static final Setting<BrokerAddresses> SERVERS = new Setting<>(
            "servers",
            "Bootstrap servers",
            "Brokers that tell of all others, each as host:port, with commas between them. Must be given.",
            ProviderConfigProperty.STRING_TYPE,
            List.of(),
            "",
            BrokerAddresses::parse);

    private static final Setting<String> TOPIC = new Setting<>(
            "topic",
            "Topic",
            "Where records are written to, each with its session as the key. The topic must exist. Must be given.",
            ProviderConfigProperty.STRING_TYPE,
            List.of(),
            "",
            KafkaSinkFactory::topic);

    private static final Setting<Encryption> ENCRYPTION = Setting.choice(
            "encryption",
            "Encryption",
            "What is between here and the brokers. tls: their certificates must bear their names, and Keycloak's truststore must know the issuer. none: accepted for"
                    + " brokers on this computer only.",
            Encryption.class,
            Encryption.TLS);

    private static final Setting<Authentication> MECHANISM = Setting.choice(
            "mechanism",
            "SASL mechanism",
            "How this server proves who it is. plain: it tells the broker its password. scram-sha-256 and scram-sha-512: it shows that it"
                    + " knows it.",
            Authentication.class,
            Authentication.NONE);

    private static final Setting<String> USER =
            Setting.text("user", "User", "The user of the SASL mechanism. Must be given if there is one.", "");

    private static final Setting<String> SECRET = Setting.secret(
            "secret",
            "Password",
            "The user's password. It may be in Keycloak's vault. Must be given if there is a SASL mechanism.",
            UnaryOperator.identity());

    private static final Setting<Integer> BATCH = new Setting<>(
            "batch",
            "Records at once",
            "How many records are on their way at most, from 1 to 1000.",
            ProviderConfigProperty.STRING_TYPE,
            List.of(),
            "500",
            text -> WholeNumber.parse(text, 1, 1_000));

    private static final Setting<Integer> LONGEST = new Setting<>(
            "longest",
            "Longest message",
            "How many bytes a message may have, from 2048 to 16777216; no more than the topic takes (max.message.bytes). A longer record is"
                    + " kept as a dead letter.",
            ProviderConfigProperty.STRING_TYPE,
            List.of(),
            "1048576",
            text -> WholeNumber.parse(text, 2_048, 16_777_216));

    /** What is between this server and a broker. */
    private enum Encryption {
        TLS,
        NONE
    }

    /** How this server proves who it is. */
    private enum Authentication {
        NONE,
        PLAIN,
        SCRAM_SHA_256,
        SCRAM_SHA_512
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public String getHelpText() {
        return "Topics of Kafka that decision records are written to, in order within each session.";
    }

    @Override
    public List<Setting<?>> own() {
        return List.of(SERVERS, TOPIC, ENCRYPTION, MECHANISM, USER, SECRET, BATCH, LONGEST, WebhookSinkFactory.TIMEOUT);
    }

    @Override
    public Sink open(KeycloakSession session, Map<String, String> stored) {
        check(stored);
        Transport transport = switch (ENCRYPTION.from(stored)) {
            case TLS -> new Transport.Tls(TrustedIssuers.pem(session));
            case NONE -> new Transport.Open();
        };
        return new KafkaSink(new KafkaSink.Target(
                SERVERS.from(stored).joined(),
                TOPIC.from(stored),
                "contact-center-" + SinkSettings.NAME.from(stored),
                WebhookSinkFactory.TIMEOUT.from(stored),
                BATCH.from(stored),
                LONGEST.from(stored),
                session.getContext().getRealm().getId(),
                new KafkaSecurity(transport, login(session, stored))));
    }

    private static Login login(KeycloakSession session, Map<String, String> stored) {
        return switch (MECHANISM.from(stored)) {
            case NONE -> new Login.None();
            case PLAIN -> sasl(Mechanism.PLAIN, session, stored);
            case SCRAM_SHA_256 -> sasl(Mechanism.SCRAM_SHA_256, session, stored);
            case SCRAM_SHA_512 -> sasl(Mechanism.SCRAM_SHA_512, session, stored);
        };
    }

    private static Login sasl(Mechanism mechanism, KeycloakSession session, Map<String, String> stored) {
        return new Login.Sasl(mechanism, USER.from(stored), VaultedSecret.of(session, SECRET.from(stored)));
    }

    @Override
    public void check(Map<String, String> stored) {
        own().forEach(setting -> setting.from(stored));
        if (ENCRYPTION.from(stored) == Encryption.NONE
                && !SERVERS.from(stored).hosts().stream().allMatch(EndpointUrl::isThisComputer)) {
            throw new InvalidSettingException(
                    ENCRYPTION.key(), "it must be tls for brokers that are not on this computer (localhost)");
        }
        if (MECHANISM.from(stored) != Authentication.NONE) {
            requireGiven(USER, stored);
            requireGiven(SECRET, stored);
        }
    }

    private static void requireGiven(Setting<String> setting, Map<String, String> stored) {
        if (setting.from(stored).isEmpty()) {
            throw new InvalidSettingException(setting.key(), "it must be given, because there is a SASL mechanism");
        }
    }

    @Override
    public Duration patience(Map<String, String> stored) {
        return WebhookSinkFactory.TIMEOUT.from(stored);
    }

    private static String topic(String text) {
        if (!Settings.given(text).matches("[A-Za-z0-9._-]{1,249}") || text.equals(".") || text.equals("..")) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not made of up to 249 letters, digits, dots, dashes and underscores");
        }
        return text;
    }
}
