package dev.contactcenter.demo.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** Certifies keys with the JDK's own keytool: those of devices, of servers, and of others who would like to pass for them. */
public final class CertificateAuthority {

    /** Of all keys and stores. */
    public static final String PASSWORD = "of-the-demo";

    private static final String ALIAS = "one";
    private static final String ISSUER = "issuer";
    private static final String ALL = "all.p12";

    /** As keytool writes it. Certificates are for two days. */
    private static final String NOW = "-1H";

    private static final String THREE_DAYS_AGO = "-3d";

    private final Path folder;
    private final KeyStore all;

    private CertificateAuthority(Path folder, KeyStore all) {
        this.folder = folder;
        this.all = all;
    }

    /**
     * An authority and those that it certified.
     *
     * @param folder for its files
     * @param names DNS names, each of which gets a key for clients and servers
     */
    public static CertificateAuthority of(Path folder, String... names) {
        Path file = folder.resolve(ALL);
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(file);
            keytool(file, ISSUER, NOW, List.of("-dname", "CN=Devices of the demo", "-ext", "bc:c=ca:true"));
            for (String name : names) {
                certify(file, name, NOW);
            }
            return new CertificateAuthority(folder, KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray()));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("Certificates cannot be made in " + folder, e);
        }
    }

    /** The certificate that a name had until yesterday, as a proxy tells it in the header {@code Client-Cert} (RFC 9440). */
    public String expiredHeader(String name) {
        Path file = folder.resolve("expired.p12");
        try {
            Files.copy(folder.resolve(ALL), file, StandardCopyOption.REPLACE_EXISTING);
            KeyStore issuerOnly = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
            issuerOnly.deleteEntry(name);
            write("expired", issuerOnly);
            certify(file, name, THREE_DAYS_AGO);
            return header(KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray()), name);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("An expired certificate cannot be made in " + folder, e);
        }
    }

    private static void certify(Path file, String name, String from) throws IOException {
        List<String> subject = List.of("-dname", "CN=" + name, "-ext", "san=dns:" + name);
        List<String> issuer = List.of("-signer", ISSUER, "-signerkeypass", PASSWORD);
        keytool(
                file,
                name,
                from,
                Stream.concat(subject.stream(), issuer.stream()).toList());
    }

    private static void keytool(Path file, String alias, String from, List<String> more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair"));
        command.addAll(List.of("-alias", alias, "-keyalg", "EC", "-groupname", "secp256r1"));
        command.addAll(List.of("-startdate", from, "-validity", "2"));
        command.addAll(List.of("-keystore", file.toString(), "-storetype", "PKCS12", "-storepass", PASSWORD));
        command.addAll(more);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IllegalStateException("keytool failed: " + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Nobody waited for keytool", e);
        }
    }

    /** A store with the key of one of the names alone, and how it is certified. */
    public KeyStore key(String name) {
        try {
            Key key = all.getKey(name, PASSWORD.toCharArray());
            KeyStore store = empty();
            store.setKeyEntry(ALIAS, key, PASSWORD.toCharArray(), all.getCertificateChain(name));
            return store;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The store has no key of " + name, e);
        }
    }

    /** A store that trusts this authority and nobody else. */
    public KeyStore trust() {
        try {
            KeyStore store = empty();
            store.setCertificateEntry(ALIAS, issuer());
            return store;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The issuer cannot be put into a store", e);
        }
    }

    private static KeyStore empty() throws GeneralSecurityException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, PASSWORD.toCharArray());
            return store;
        } catch (IOException e) {
            throw new UncheckedIOException("An empty store is read from nowhere", e);
        }
    }

    /** The certificate of a name, as a proxy tells it in the header {@code Client-Cert} (RFC 9440). */
    public String header(String name) {
        try {
            return header(all, name);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The store has no certificate of " + name, e);
        }
    }

    private static String header(KeyStore store, String name) throws GeneralSecurityException {
        byte[] certificate = store.getCertificate(name).getEncoded();
        return ":" + Base64.getEncoder().encodeToString(certificate) + ":";
    }

    private Certificate issuer() throws GeneralSecurityException {
        return all.getCertificateChain(ISSUER)[0];
    }

    /** The certificate of the authority itself. */
    public String pem() {
        try {
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder().encodeToString(issuer().getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The issuer has no certificate", e);
        }
    }

    /** Writes a store for a server. */
    public Path write(String name, KeyStore store) {
        Path file = folder.resolve(name + ".p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD.toCharArray());
            return file;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("A store cannot be written to " + file, e);
        }
    }
}
