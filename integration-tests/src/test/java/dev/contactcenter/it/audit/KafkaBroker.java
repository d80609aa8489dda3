package dev.contactcenter.it.audit;

import dev.contactcenter.demo.desk.CertificateAuthority;
import dev.contactcenter.demo.web.LoopbackPorts;
import dev.contactcenter.it.server.Waiting;
import dev.contactcenter.listeners.sink.Gate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * A real Kafka: one node that is broker and controller, in a process and with a class path of its own. It keeps what it has when it is
 * killed and started again.
 *
 * <p>Whoever comes without a name may do everything; who comes with one and the password, by the ports for that, what the name may.
 */
final class KafkaBroker implements AutoCloseable {

    /** May write to each topic. */
    static final String WRITER = "siem";

    /** May do nothing. */
    static final String STRANGER = "stranger";

    /** Of both; it would end a careless configuration before its time. */
    static final String PASSWORD = "of the \\tests; no\"body=else";

    private static final Path CLASS_PATH = Path.of("integration-tests", "kafka-broker", "target", "class-path.txt");
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String CLUSTER = "MkU3OEVBNTcwNTJENDM2Qk";

    /** The tests' own clients tell all their settings at each opening. Held, because a logger that nobody holds is forgotten with its level. */
    private static final Logger CLIENTS = Logger.getLogger("org.apache.kafka");

    private final Path folder;
    private final String classPath;
    private final CertificateAuthority authority;
    private final int open;
    private final int named;
    private final int secure;
    private final int controller;
    private final int gated;
    private final int entrance;
    private Optional<Process> process = Optional.empty();

    /**
     * Prepares one.
     *
     * @param root the checkout
     * @param folder an empty one
     */
    KafkaBroker(Path root, Path folder) {
        this(root, folder, LoopbackPorts.free(1).getFirst());
    }

    /** Prepares one that tells whoever comes by the gate to go on by it. */
    static KafkaBroker behind(Gate gate, Path root, Path folder) {
        var broker = new KafkaBroker(root, folder, gate.port());
        gate.leadTo(broker.gated);
        return broker;
    }

    private KafkaBroker(Path root, Path folder, int entrance) {
        CLIENTS.setLevel(Level.SEVERE);
        this.folder = folder;
        this.entrance = entrance;
        List<Integer> ports = LoopbackPorts.free(5);
        open = ports.get(0);
        named = ports.get(1);
        secure = ports.get(2);
        controller = ports.get(3);
        gated = ports.get(4);
        authority = CertificateAuthority.of(folder.resolve("authority"), "localhost");
        try {
            classPath = Files.readString(root.resolve(CLASS_PATH)).strip();
            Files.writeString(folder.resolve("server.properties"), configuration());
        } catch (IOException e) {
            throw new UncheckedIOException("Kafka cannot be prepared in " + folder, e);
        }
        format();
    }

    private String configuration() {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@localhost:CONTROLLER_PORT
                listeners=OPEN://localhost:OPEN_PORT,NAMED://localhost:NAMED_PORT,SECURE://localhost:SECURE_PORT,GATED://localhost:GATED_PORT,CONTROLLER://localhost:CONTROLLER_PORT
                advertised.listeners=OPEN://localhost:OPEN_PORT,NAMED://localhost:NAMED_PORT,SECURE://localhost:SECURE_PORT,GATED://localhost:ENTRANCE
                listener.security.protocol.map=OPEN:PLAINTEXT,NAMED:SASL_PLAINTEXT,SECURE:SASL_SSL,GATED:PLAINTEXT,CONTROLLER:PLAINTEXT
                listener.name.secure.ssl.keystore.type=PKCS12
                listener.name.secure.ssl.keystore.location=KEY_STORE
                listener.name.secure.ssl.keystore.password=STORE_PASSWORD
                listener.name.secure.ssl.key.password=STORE_PASSWORD
                controller.listener.names=CONTROLLER
                inter.broker.listener.name=OPEN
                sasl.enabled.mechanisms=SCRAM-SHA-256
                listener.name.named.scram-sha-256.sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required;
                listener.name.secure.scram-sha-256.sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required;
                authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
                super.users=User:ANONYMOUS;User:WRITER
                auto.create.topics.enable=false
                offsets.topic.replication.factor=1
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                log.cleaner.dedupe.buffer.size=4194304
                log.dirs=FOLDER/data
                """.replace("OPEN_PORT", String.valueOf(open))
                .replace("NAMED_PORT", String.valueOf(named))
                .replace("SECURE_PORT", String.valueOf(secure))
                .replace(
                        "KEY_STORE",
                        authority.write("broker", authority.key("localhost")).toString())
                .replace("STORE_PASSWORD", CertificateAuthority.PASSWORD)
                .replace("CONTROLLER_PORT", String.valueOf(controller))
                .replace("GATED_PORT", String.valueOf(gated))
                .replace("ENTRANCE", String.valueOf(entrance))
                .replace("WRITER", WRITER)
                .replace("FOLDER", folder.toString());
    }

    private void format() {
        Process formatting = java(
                "kafka.tools.StorageTool",
                List.of("format", "-t", CLUSTER, "-c", properties(), "-S", scram(WRITER), "-S", scram(STRANGER)));
        try {
            if (formatting.waitFor() != 0) {
                throw new IllegalStateException("Kafka's storage cannot be formatted: " + log());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Nobody waited for Kafka's storage", e);
        }
    }

    private static String scram(String user) {
        return "SCRAM-SHA-256=[name=" + user + ",password=\"" + PASSWORD + "\"]";
    }

    private String properties() {
        return folder.resolve("server.properties").toString();
    }

    private Process java(String main, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-cp",
                classPath,
                main));
        command.addAll(arguments);
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile().toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("Kafka cannot be started in " + folder, e);
        }
    }

    /** Starts it, again if it was killed, and waits until it answers. */
    void start() {
        process = Optional.of(java("kafka.Kafka", List.of(properties())));
        Waiting.until(
                PATIENCE,
                () -> isUp() ? Optional.of(this) : Optional.empty(),
                () -> "Kafka does not answer; its log: " + log());
    }

    private boolean isUp() {
        try (Admin admin = admin()) {
            return !admin.describeCluster().nodes().get().isEmpty();
        } catch (ExecutionException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Nobody waited for Kafka", e);
        }
    }

    private Admin admin() {
        return Admin.create(
                Map.of("bootstrap.servers", servers(), "request.timeout.ms", "1000", "default.api.timeout.ms", "2000"));
    }

    /** Makes a topic, with settings of its own. */
    void create(String topic, int partitions, Map<String, String> settings) {
        try (Admin admin = admin()) {
            admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1).configs(settings)))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The topic cannot be made: " + log(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Nobody waited for the topic", e);
        }
    }

    /** Ends it as a power cut would. */
    void kill() {
        process.ifPresent(running -> running.destroyForcibly().onExit().join());
    }

    /** Where it listens to everybody. */
    String servers() {
        return "localhost:" + open;
    }

    /** Where it asks for a name and a password. */
    String serversForUsers() {
        return "localhost:" + named;
    }

    /** The port at which it asks for a name and a password behind TLS; its certificate is for {@code localhost}. */
    int securePort() {
        return secure;
    }

    /** A file with the certificate of whoever certified it. */
    Path issuer() {
        try {
            return Files.writeString(folder.resolve("issuer.pem"), authority.pem());
        } catch (IOException e) {
            throw new UncheckedIOException("The issuer cannot be written down", e);
        }
    }

    private Path logFile() {
        return folder.resolve("log");
    }

    private String log() {
        try {
            return Files.readString(logFile());
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Override
    public void close() {
        kill();
    }
}
