package dev.contactcenter.listeners.sink;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.security.auth.SecurityProtocol;
import org.apache.kafka.common.security.plain.PlainLoginModule;
import org.apache.kafka.common.security.scram.ScramLoginModule;

/** How brokers are spoken to. */
public record KafkaSecurity(Transport transport, Login login) {

    /** What is between this server and a broker. */
    public sealed interface Transport {

        /** Nothing. */
        record Open() implements Transport {}

        /**
         * TLS; a broker's certificate must bear its name.
         *
         * @param trusted certificates of issuers, PEM; empty for those that the JDK trusts
         */
        record Tls(String trusted) implements Transport {}
    }

    /** How this server proves who it is. */
    public sealed interface Login {

        /** It does not. */
        record None() implements Login {}

        /** By a user's password (SASL). */
        record Sasl(Mechanism mechanism, String user, String password) implements Login {

            @Override
            public String toString() {
                return mechanism + " as " + user;
            }
        }
    }

    /** How a password is shown to be known. */
    public enum Mechanism {
        /** By telling it (RFC 4616). */
        PLAIN("PLAIN", PlainLoginModule.class),
        /** Without telling it (RFC 5802, RFC 7677). */
        SCRAM_SHA_256("SCRAM-SHA-256", ScramLoginModule.class),
        /** Without telling it, with the longer hash. */
        SCRAM_SHA_512("SCRAM-SHA-512", ScramLoginModule.class);

        private final String word;
        private final Class<?> module;

        Mechanism(String word, Class<?> module) {
            this.word = word;
            this.module = module;
        }
    }

    /** Settings of the client. */
    Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>();
        properties.put(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, protocol().name);
        if (transport instanceof Transport.Tls(String trusted) && !trusted.isEmpty()) {
            properties.put(SslConfigs.SSL_TRUSTSTORE_TYPE_CONFIG, "PEM");
            properties.put(SslConfigs.SSL_TRUSTSTORE_CERTIFICATES_CONFIG, new Password(trusted));
        }
        if (login instanceof Login.Sasl sasl) {
            properties.put(SaslConfigs.SASL_MECHANISM, sasl.mechanism().word);
            properties.put(SaslConfigs.SASL_JAAS_CONFIG, new Password(jaas(sasl)));
        }
        return properties;
    }

    private SecurityProtocol protocol() {
        return switch (transport) {
            case Transport.Open ignored ->
                login instanceof Login.None ? SecurityProtocol.PLAINTEXT : SecurityProtocol.SASL_PLAINTEXT;
            case Transport.Tls ignored ->
                login instanceof Login.None ? SecurityProtocol.SSL : SecurityProtocol.SASL_SSL;
        };
    }

    /** The name of the module by its class: it is another one in the provider JAR. */
    private static String jaas(Login.Sasl sasl) {
        return sasl.mechanism().module.getName() + " required username=" + quoted(sasl.user()) + " password="
                + quoted(sasl.password()) + ";";
    }

    /** What an administrator types is one text, whatever is in it. */
    private static String quoted(String text) {
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                + '"';
    }
}
