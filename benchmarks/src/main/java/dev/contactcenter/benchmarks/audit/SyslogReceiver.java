package dev.contactcenter.benchmarks.audit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/** Reads whatever is sent over TLS, on the loopback interface, and ends a connection when its sender does (RFC 5425). */
final class SyslogReceiver implements AutoCloseable {

    private static final String PASSWORD = "of the benchmark";
    private static final String ALIAS = "receiver";

    private final Path certificate;
    private final SSLServerSocket server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private SyslogReceiver(Path certificate, SSLServerSocket server) {
        this.certificate = certificate;
        this.server = server;
    }

    /** One with a certificate of its own, which is made in a folder. */
    static SyslogReceiver start(Path folder) throws IOException, InterruptedException, GeneralSecurityException {
        Files.createDirectories(folder);
        Path store = folder.resolve("keys.p12");
        Path certificate = folder.resolve("certificate.pem");
        Files.deleteIfExists(store);
        keytool(
                store,
                "-genkeypair",
                "-keyalg",
                "RSA",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-validity",
                "2");
        keytool(store, "-exportcert", "-rfc", "-file", certificate.toString());
        var receiver = new SyslogReceiver(certificate, (SSLServerSocket)
                keys(store).getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        receiver.threads.execute(receiver::accept);
        return receiver;
    }

    private static void keytool(Path store, String... arguments) throws IOException, InterruptedException {
        List<String> tool = List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-alias",
                ALIAS,
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD);
        Process made = new ProcessBuilder(Stream.concat(tool.stream(), List.of(arguments).stream())
                        .toList())
                .redirectErrorStream(true)
                .start();
        String said = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (made.waitFor() != 0) {
            throw new IOException("keytool cannot make a certificate: " + said);
        }
    }

    private static SSLContext keys(Path store) throws IOException, GeneralSecurityException {
        KeyStore loaded = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(loaded, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var connection = (SSLSocket) server.accept();
                threads.execute(() -> read(connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void read(SSLSocket connection) {
        try (connection;
                InputStream sent = connection.getInputStream()) {
            sent.transferTo(OutputStream.nullOutputStream());
        } catch (IOException broken) {
            // The sender sends it again, and the run takes longer.
            Thread.onSpinWait();
        }
    }

    int port() {
        return server.getLocalPort();
    }

    /** What a server must trust. */
    Path certificate() {
        return certificate;
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }
}
