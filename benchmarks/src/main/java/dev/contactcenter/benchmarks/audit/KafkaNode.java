package dev.contactcenter.benchmarks.audit;

import dev.contactcenter.demo.web.LoopbackPorts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A Kafka of one node, broker and controller, in a process and with a class path of its own; it makes each topic that is asked for. */
final class KafkaNode implements AutoCloseable {

    private static final Path CLASS_PATH = Path.of("integration-tests", "kafka-broker", "target", "class-path.txt");
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final Path folder;
    private final String classPath;
    private final int port;
    private final Process process;

    private KafkaNode(Path root, Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        this.classPath = Files.readString(root.resolve(CLASS_PATH)).strip();
        List<Integer> ports = LoopbackPorts.free(2);
        this.port = ports.getFirst();
        Files.createDirectories(folder);
        Files.writeString(properties(), configuration(port, ports.getLast(), folder.resolve("data")));
        if (java(
                                "kafka.tools.StorageTool",
                                "format",
                                "-t",
                                "MkU3OEVBNTcwNTJENDM2Qk",
                                "-c",
                                properties().toString())
                        .waitFor()
                != 0) {
            throw new IOException("Kafka's storage cannot be formatted; its log is " + log());
        }
        this.process = java("kafka.Kafka", properties().toString());
    }

    private static String configuration(int port, int controller, Path data) {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@localhost:%2$d
                listeners=OPEN://localhost:%1$d,CONTROLLER://localhost:%2$d
                advertised.listeners=OPEN://localhost:%1$d
                listener.security.protocol.map=OPEN:PLAINTEXT,CONTROLLER:PLAINTEXT
                controller.listener.names=CONTROLLER
                inter.broker.listener.name=OPEN
                offsets.topic.replication.factor=1
                log.cleaner.dedupe.buffer.size=4194304
                log.dirs=%3$s
                """.formatted(port, controller, data);
    }

    /**
     * Starts one.
     *
     * @param root the checkout
     * @param folder a new one
     */
    static KafkaNode start(Path root, Path folder) throws IOException, InterruptedException {
        var node = new KafkaNode(root, folder);
        Instant until = Instant.now().plus(PATIENCE);
        while (!node.listens()) {
            if (Instant.now().isAfter(until) || !node.process.isAlive()) {
                String log = Files.readString(node.log());
                node.close();
                throw new IOException("Kafka does not start: " + log);
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
        return node;
    }

    private boolean listens() {
        try (var tried = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return tried.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private Path properties() {
        return folder.resolve("server.properties");
    }

    private Path log() {
        return folder.resolve("kafka.log");
    }

    private Process java(String main, String... arguments) throws IOException {
        List<String> java = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m", "-cp", classPath, main);
        return new ProcessBuilder(
                        Stream.concat(java.stream(), Stream.of(arguments)).toList())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
    }

    /** Where it listens, to everybody on this machine. */
    String servers() {
        return "localhost:" + port;
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly().onExit().join();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
