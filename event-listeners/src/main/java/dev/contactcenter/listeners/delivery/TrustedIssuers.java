package dev.contactcenter.listeners.delivery;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;
import java.util.Collections;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.truststore.TruststoreProvider;

/** Whose certificates Keycloak trusts, for clients that make their TLS themselves. */
final class TrustedIssuers {

    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII));

    private TrustedIssuers() {}

    /** PEM (RFC 7468), one after the other; empty where Keycloak has no truststore, and the JDK's is meant. */
    static String pem(KeycloakSession session) {
        return store(session).map(TrustedIssuers::pem).orElse("");
    }

    /** For connections that trust the same issuers; where Keycloak has no truststore, those of the JDK. */
    static SSLContext context(KeycloakSession session) {
        try {
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            // To it, no store is the JDK's.
            trust.init(store(session).orElse(null));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Keycloak's truststore cannot be used: " + e.getMessage(), e);
        }
    }

    private static Optional<KeyStore> store(KeycloakSession session) {
        return Optional.ofNullable(session.getProvider(TruststoreProvider.class))
                .map(TruststoreProvider::getTruststore);
    }

    private static String pem(KeyStore store) {
        var pem = new StringBuilder();
        try {
            for (String alias : Collections.list(store.aliases())) {
                if (store.isCertificateEntry(alias)) {
                    pem.append(pem(store.getCertificate(alias)));
                }
            }
        } catch (KeyStoreException | CertificateEncodingException e) {
            throw new IllegalStateException("Keycloak's truststore cannot be read: " + e.getMessage(), e);
        }
        return pem.toString();
    }

    private static String pem(Certificate certificate) throws CertificateEncodingException {
        return "-----BEGIN CERTIFICATE-----\n" + LINES.encodeToString(certificate.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }
}
