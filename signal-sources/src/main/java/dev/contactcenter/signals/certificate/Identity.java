package dev.contactcenter.signals.certificate;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/** What in a certificate names the device. */
enum Identity {
    DNS_NAME {
        @Override
        Stream<String> names(X509Certificate certificate) throws GeneralSecurityException {
            return alternatives(certificate, DNS);
        }
    },

    URI {
        @Override
        Stream<String> names(X509Certificate certificate) throws GeneralSecurityException {
            return alternatives(certificate, RESOURCE);
        }
    },

    COMMON_NAME {
        @Override
        Stream<String> names(X509Certificate certificate) throws GeneralSecurityException {
            try {
                return new LdapName(certificate.getSubjectX500Principal().getName())
                        .getRdns().stream()
                                .filter(part -> part.getType().equalsIgnoreCase("CN"))
                                .map(Rdn::getValue)
                                .map(Object::toString);
            } catch (InvalidNameException unreadable) {
                throw new GeneralSecurityException(unreadable);
            }
        }
    },

    THUMBPRINT {
        @Override
        Stream<String> names(X509Certificate certificate) throws GeneralSecurityException {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return Stream.of(HexFormat.of().formatHex(hash));
        }
    };

    // rfc5280| 4.2.1.6. GeneralName: dNSName [2], uniformResourceIdentifier [6]
    private static final int DNS = 2;
    private static final int RESOURCE = 6;

    /** All that a certificate has of this kind. */
    abstract Stream<String> names(X509Certificate certificate) throws GeneralSecurityException;

    private static Stream<String> alternatives(X509Certificate certificate, int kind) throws GeneralSecurityException {
        Collection<List<?>> names = certificate.getSubjectAlternativeNames();
        return names == null
                ? Stream.empty()
                : names.stream()
                        .filter(name -> name.get(0).equals(kind))
                        .map(name -> name.get(1).toString());
    }
}
