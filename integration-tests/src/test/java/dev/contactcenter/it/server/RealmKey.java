package dev.contactcenter.it.server;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;

/**
 * The key that a test's realm signs its tokens with. Made here and not by the server: compiled as simply as the servers of tests are, it
 * searches primes for a second, which was half of all that it did.
 */
public final class RealmKey {

    private static final int BITS = 2048;

    private RealmKey() {}

    /** One that no other realm has, as PKCS #8 (RFC 5958) in Base64. */
    public static String made() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return Base64.getEncoder()
                    .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java makes RSA keys", e);
        }
    }
}
