package dev.contactcenter.signals.certificate;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.stream.Collectors.toSet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;

/** Those who may certify devices. Whether a certificate was revoked is not asked: a withdrawn device is one in the registry. */
record PinnedIssuers(Set<X509Certificate> certificates) {

    // rfc5280| 4.2.1.12. id-kp-clientAuth
    private static final String CLIENT_AUTHENTICATION = "1.3.6.1.5.5.7.3.2";

    PinnedIssuers {
        certificates = Set.copyOf(certificates);
    }

    /** Reads them from PEM. */
    static PinnedIssuers parse(String pem) {
        if (pem.isBlank()) {
            throw new IllegalArgumentException("it must be given");
        }
        try {
            Collection<? extends Certificate> found = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(pem.getBytes(US_ASCII)));
            Set<X509Certificate> certificates =
                    found.stream().map(X509Certificate.class::cast).collect(toSet());
            if (certificates.isEmpty()) {
                throw new CertificateException("no certificate");
            }
            if (certificates.stream().anyMatch(one -> one.getBasicConstraints() < 0)) {
                throw new IllegalArgumentException(
                        "one of the certificates may not certify others (its basic constraints do not say CA); pin the issuer's,"
                                + " not a device's");
            }
            return new PinnedIssuers(certificates);
        } catch (CertificateException unreadable) {
            throw new IllegalArgumentException(
                    "it is not one or more certificates in PEM, each from -----BEGIN CERTIFICATE----- to -----END CERTIFICATE-----",
                    unreadable);
        }
    }

    /** Whether a certificate leads to one of them at a moment, by way of the others that were shown with it. */
    boolean certified(List<X509Certificate> shown, Instant moment) {
        try {
            var target = new X509CertSelector();
            target.setCertificate(shown.getFirst());
            // A certificate that is for servers proves no device.
            target.setExtendedKeyUsage(Set.of(CLIENT_AUTHENTICATION));
            var parameters = new PKIXBuilderParameters(
                    certificates.stream().map(one -> new TrustAnchor(one, null)).collect(toSet()), target);
            parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(shown)));
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(moment));
            CertPathBuilder.getInstance("PKIX").build(parameters);
            return true;
        } catch (GeneralSecurityException | IOException notCertified) {
            return false;
        }
    }

    /** Whether one of the certificates names one of them as its issuer, which anybody may write into a certificate. */
    boolean isNamedBy(List<X509Certificate> shown) {
        return shown.stream()
                .anyMatch(one -> certificates.stream()
                        .anyMatch(pinned -> pinned.getSubjectX500Principal().equals(one.getIssuerX500Principal())));
    }
}
