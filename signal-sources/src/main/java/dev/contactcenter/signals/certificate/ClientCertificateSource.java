package dev.contactcenter.signals.certificate;

import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Evidence.Absence;
import dev.contactcenter.engine.request.Observation;
import dev.contactcenter.kit.device.Device;
import dev.contactcenter.kit.signal.Occasion;
import dev.contactcenter.kit.signal.Sender;
import dev.contactcenter.kit.signal.SignalSource;
import dev.contactcenter.kit.signal.Telling;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/**
 * Tells which device a request comes from, and nothing more, by the client certificate that Keycloak found on it. The certificate
 * of an application's server (RFC 8705) says where that server is, and nothing about the person.
 */
final class ClientCertificateSource implements SignalSource {

    private static final int LONGEST_NAME = 200;

    private final ClientCertificateSettings settings;
    private final ShownCertificates certificates;

    ClientCertificateSource(ClientCertificateSettings settings, ShownCertificates certificates) {
        this.settings = settings;
        this.certificates = certificates;
    }

    @Override
    public Telling tell(Occasion occasion) {
        return switch (certificates.read()) {
            case ShownCertificates.Shown.Nothing ignored -> new Telling.Silent();
            case ShownCertificates.Shown.Unprovable unprovable ->
                new Telling.Failed(Absence.SOURCE_FAILED, unprovable.why());
            case ShownCertificates.Shown ignored
            when occasion.sender() == Sender.APPLICATION ->
                notOurs("the certificate is the application's own, which calls from a server");
            case ShownCertificates.Shown.Unreadable ignored -> malformed("the header holds no certificate");
            case ShownCertificates.Shown.Chain chain -> weigh(settings, chain.certificates(), occasion.now());
        };
    }

    static Telling weigh(ClientCertificateSettings settings, List<X509Certificate> shown, Instant now) {
        PinnedIssuers issuers = settings.issuers();
        if (issuers.certified(shown, now)) {
            return told(settings, shown.getFirst(), now);
        }
        Instant end = shown.getFirst().getNotAfter().toInstant();
        if (now.isAfter(end) && issuers.certified(shown, end)) {
            return new Telling.Failed(Absence.STALE, "the certificate expired at " + end);
        }
        return issuers.isNamedBy(shown)
                ? malformed(
                        "the certificate names a pinned issuer and is not certified by it, or not for this time or use")
                : notOurs("the certificate is of another issuer: " + issuer(shown.getFirst()));
    }

    private static Telling told(ClientCertificateSettings settings, X509Certificate certificate, Instant now) {
        List<String> ids;
        try {
            ids = ids(settings, certificate);
        } catch (GeneralSecurityException unreadable) {
            return malformed("the certificate's names cannot be read");
        }
        if (ids.isEmpty()) {
            return notOurs("the certificate names no device in the way that this source reads");
        }
        if (ids.size() > 1 || ids.getFirst().isBlank() || !Device.fits(ids.getFirst())) {
            return malformed("the certificate names several devices, or none that can be kept");
        }
        return new Telling.Told(new Observation(Map.of(Attribute.DEVICE_ID, ids.getFirst())), now);
    }

    private static List<String> ids(ClientCertificateSettings settings, X509Certificate certificate)
            throws GeneralSecurityException {
        Stream<Matcher> names = settings.identity().names(certificate).map(settings.pattern()::matcher);
        return names.filter(Matcher::matches)
                .map(found -> String.valueOf(found.group(1)))
                .distinct()
                .toList();
    }

    /** A browser may show a certificate that is meant for something else: then this source knows nothing, and the record says why. */
    private static Telling notOurs(String detail) {
        return new Telling.Failed(Absence.NOT_PROVIDED, detail);
    }

    private static Telling malformed(String detail) {
        return new Telling.Failed(Absence.MALFORMED, detail);
    }

    private static String issuer(X509Certificate certificate) {
        String name = certificate.getIssuerX500Principal().getName();
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "..." : name;
    }
}
