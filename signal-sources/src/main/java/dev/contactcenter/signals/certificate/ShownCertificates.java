package dev.contactcenter.signals.certificate;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.ConfigProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.x509.X509ClientCertificateLookup;

/**
 * The client certificate of a request as Keycloak's look-up gives it: of the TLS connection, or of a header that a reverse proxy
 * sets. Keycloak takes any sender for a trusted proxy while {@code proxy-trusted-addresses} is not set; then anybody could write
 * the header, and a certificate is no secret.
 */
final class ShownCertificates {

    /** Keycloak's look-ups that read the TLS connection itself; all others read a header. */
    private static final Set<String> CONNECTION = Set.of("default", "quarkus");

    private static final String TRUSTED_PROXIES = "kc.proxy-trusted-addresses";

    private final KeycloakSession session;

    ShownCertificates(KeycloakSession session) {
        this.session = session;
    }

    /** What a request shows. */
    sealed interface Shown {

        /** Nothing. */
        record Nothing() implements Shown {}

        /** A certificate, the device's first, and those that may lead to its issuer. */
        record Chain(List<X509Certificate> certificates) implements Shown {
            public Chain {
                certificates = List.copyOf(certificates);
            }
        }

        /** A header that is no certificate. */
        record Unreadable() implements Shown {}

        /** The server is set up so that nothing that is shown proves anything. */
        record Unprovable(String why) implements Shown {}
    }

    Shown read() {
        X509ClientCertificateLookup lookup = session.getProvider(X509ClientCertificateLookup.class);
        if (lookup == null) {
            return new Shown.Unprovable("the server has no look-up of client certificates");
        }
        if (!readsTheConnection() && !namesItsProxies()) {
            return new Shown.Unprovable("the server takes client certificates from a header and does not say from whom:"
                    + " set proxy-trusted-addresses");
        }
        try {
            X509Certificate[] chain =
                    lookup.getCertificateChain(session.getContext().getHttpRequest());
            return chain == null || chain.length == 0 ? new Shown.Nothing() : new Shown.Chain(List.of(chain));
        } catch (GeneralSecurityException unreadable) {
            return new Shown.Unreadable();
        }
    }

    private boolean readsTheConnection() {
        return CONNECTION.contains(session.getKeycloakSessionFactory()
                .getProviderFactory(X509ClientCertificateLookup.class)
                .getId());
    }

    private static boolean namesItsProxies() {
        return ConfigProvider.getConfig()
                .getOptionalValue(TRUSTED_PROXIES, String.class)
                .filter(addresses -> !addresses.isBlank())
                .isPresent();
    }
}
