package dev.contactcenter.kit.keys;

import java.security.interfaces.RSAPublicKey;
import java.util.Set;
import org.keycloak.common.VerificationException;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.crypto.SignatureProvider;
import org.keycloak.models.KeycloakSession;

/** Whether a token is signed by the issuer. The algorithm is the administrator's choice, never the token's (RFC 8725 §3.1). */
public final class SignatureCheck {

    /** RFC 7518 §3.3, and CAEP Interoperability Profile 1.0 §2.6. */
    private static final int SHORTEST_RSA = 2048;

    private final KeycloakSession session;
    private final Set<String> algorithms;
    private final IssuerKeys keys;

    /**
     * For tokens of one issuer.
     *
     * @param algorithms those that are accepted, all of them with a public key
     */
    public SignatureCheck(KeycloakSession session, Set<String> algorithms, IssuerKeys keys) {
        this.session = session;
        this.algorithms = algorithms;
        this.keys = keys;
    }

    /** What came of it. */
    public sealed interface Verdict {

        /** It is the issuer's. */
        record Genuine() implements Verdict {}

        /** It is not. */
        record Forged(String why) implements Verdict {}

        /** It is signed with a key that the issuer did not have a moment ago; in a few seconds it can be told whether it has it now. */
        record Unfamiliar(String why) implements Verdict {}

        /** Nobody can tell at the moment. */
        record Undecided(String why) implements Verdict {}
    }

    /** Looks at a token's signature. */
    public Verdict of(SignedToken token) {
        if (!algorithms.contains(token.algorithm())) {
            return new Verdict.Forged("the token is not signed with one of " + String.join(" ", algorithms));
        }
        return switch (keys.find(token.kid(), token.algorithm())) {
            case IssuerKeys.Found.Unavailable unavailable -> new Verdict.Undecided(unavailable.why());
            case IssuerKeys.Found.Unknown ignored ->
                new Verdict.Forged("the token is signed with a key that the issuer does not have");
            case IssuerKeys.Found.Unseen ignored ->
                new Verdict.Unfamiliar(
                        "the token is signed with a key that the issuer does not have, or published a moment ago");
            case IssuerKeys.Found.Known known ->
                isSigned(token, known.key())
                        ? new Verdict.Genuine()
                        : new Verdict.Forged("the token's signature is not the issuer's");
        };
    }

    private boolean isSigned(SignedToken token, KeyWrapper key) {
        if (key.getPublicKey() instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() < SHORTEST_RSA) {
            return false;
        }
        if (key.getAlgorithm() == null) {
            // The key is a copy of our own. Keycloak would take it for one of RS256 or ES256 only. Its type must fit
            // all the same.
            key.setAlgorithm(token.algorithm());
        }
        SignatureProvider signatures = session.getProvider(SignatureProvider.class, token.algorithm());
        try {
            return signatures
                    .verifier(key)
                    .verify(token.signed().content(), token.signed().signature());
        } catch (VerificationException | RuntimeException notItsKind) {
            // The key is of another kind than the algorithm, or the signature is no signature at all.
            return false;
        }
    }
}
