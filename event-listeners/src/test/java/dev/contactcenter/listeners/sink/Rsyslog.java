package dev.contactcenter.listeners.sink;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A real rsyslog with TLS, whose certificate is for {@code localhost}; it writes each message to a file as it came. */
public final class Rsyslog implements AutoCloseable {

    private static final char[] PASSWORD = "for-this-test".toCharArray();
    private static final long PATIENCE_MILLIS = 20_000;

    private final Path folder;
    private final int port;
    private final KeyStore keys;
    private Optional<Process> process = Optional.empty();

    /**
     * Prepares one.
     *
     * @param folder for all its files
     */
    public Rsyslog(Path folder) throws IOException, GeneralSecurityException, InterruptedException {
        this.folder = folder;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        keys = newKeys();
        Files.writeString(
                folder.resolve("cert.pem"),
                pem("CERTIFICATE", keys.getCertificate("receiver").getEncoded()));
        Key key = keys.getKey("receiver", PASSWORD);
        Files.writeString(folder.resolve("key.pem"), pem("PRIVATE KEY", key.getEncoded()));
        Files.writeString(folder.resolve("rsyslog.conf"), configuration());
    }

    /** Where it is installed; nothing if it is not, or has no TLS by OpenSSL. */
    public static Optional<Path> program() {
        boolean hasTls = Stream.of(
                        "/usr/lib/x86_64-linux-gnu/rsyslog",
                        "/usr/lib/aarch64-linux-gnu/rsyslog",
                        "/usr/lib64/rsyslog",
                        "/usr/lib/rsyslog")
                .anyMatch(folder -> Files.exists(Path.of(folder, "lmnsd_ossl.so")));
        return Stream.of("/usr/sbin/rsyslogd", "/usr/bin/rsyslogd", "/usr/local/sbin/rsyslogd")
                .map(Path::of)
                .filter(program -> hasTls && Files.isExecutable(program))
                .findFirst();
    }

    private KeyStore newKeys() throws IOException, GeneralSecurityException, InterruptedException {
        Path store = folder.resolve("keys.p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        List<String> command = List.of(
                keytool,
                "-genkeypair",
                "-alias",
                "receiver",
                "-keyalg",
                "RSA",
                "-keysize",
                "2048",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                new String(PASSWORD));
        Process made = new ProcessBuilder(command).redirectErrorStream(true).start();
        if (made.waitFor() != 0) {
            throw new IOException(new String(made.getInputStream().readAllBytes(), UTF_8));
        }
        try (InputStream in = Files.newInputStream(store)) {
            KeyStore loaded = KeyStore.getInstance("PKCS12");
            loaded.load(in, PASSWORD);
            return loaded;
        }
    }

    private static String pem(String kind, byte[] der) {
        return "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END " + kind + "-----\n";
    }

    private String configuration() {
        return """
                global(workDirectory="FOLDER" maxMessageSize="64k" defaultNetstreamDriver="ossl"
                  defaultNetstreamDriverCAFile="FOLDER/cert.pem" defaultNetstreamDriverCertFile="FOLDER/cert.pem"
                  defaultNetstreamDriverKeyFile="FOLDER/key.pem")
                module(load="imtcp" streamDriver.name="ossl" streamDriver.mode="1" streamDriver.authMode="anon")
                template(name="asItCame" type="string" string="%rawmsg%\\n")
                input(type="imtcp" port="PORT" address="127.0.0.1")
                action(type="omfile" file="FOLDER/received" template="asItCame")
                """.replace("FOLDER", folder.toString()).replace("PORT", String.valueOf(port));
    }

    /** Where it listens, on the loopback interface. */
    public int port() {
        return port;
    }

    /** Its certificate, in PEM: nobody but it certified it. */
    public Path certificate() {
        return folder.resolve("cert.pem");
    }

    /** What another receiver needs to pass for this one. */
    SSLContext identity() throws GeneralSecurityException {
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), null, null);
        return context;
    }

    /** What trusts its certificate and no other. */
    SSLContext trust() throws GeneralSecurityException {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(keys);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    /** Starts it and waits until it listens. */
    public void start() throws IOException, InterruptedException {
        process = Optional.of(new ProcessBuilder(
                        program().orElseThrow().toString(),
                        "-n",
                        "-f",
                        folder.resolve("rsyslog.conf").toString(),
                        "-i",
                        folder.resolve("pid").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start());
        long deadline = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (!isListening()) {
            if (System.currentTimeMillis() > deadline) {
                throw new IOException("rsyslog does not listen: " + Files.readString(folder.resolve("log")));
            }
            Thread.onSpinWait();
        }
    }

    private boolean isListening() {
        try (var knocking = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return knocking.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Ends it in order: what it has read is written. */
    public void stop() throws InterruptedException {
        if (process.isPresent()) {
            process.get().destroy();
            if (!process.get().waitFor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                process.get().destroyForcibly().waitFor();
            }
        }
    }

    /** The messages that it wrote, each from its beginning to its end. */
    public List<String> received() {
        try {
            Path file = folder.resolve("received");
            return Files.exists(file) ? new ArrayList<>(Files.readAllLines(file)) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            stop();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
