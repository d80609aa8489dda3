package dev.contactcenter.it.signals;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Certifies keys with the JDK's own keytool, for tests that need the private key as well. */
public final class CertificateAuthority {

    /** Of all keys and stores. */
    public static final String PASSWORD = "of-the-tests";

    private static final String ALIAS = "one";
    private static final String ISSUER = "issuer";

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
        Path file = folder.resolve("all.p12");
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(file);
            keytool(file, ISSUER, List.of("-dname", "CN=Devices of the tests", "-ext", "bc:c=ca:true"));
            for (String name : names) {
                keytool(
                        file,
                        name,
                        List.of(
                                "-dname",
                                "CN=" + name,
                                "-ext",
                                "san=dns:" + name,
                                "-signer",
                                ISSUER,
                                "-signerkeypass",
                                PASSWORD));
            }
            return new CertificateAuthority(folder, KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray()));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("Certificates cannot be made in " + folder, e);
        }
    }

    private static void keytool(Path file, String alias, List<String> more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                alias,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-validity",
                "2",
                "-keystore",
                file.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD));
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
