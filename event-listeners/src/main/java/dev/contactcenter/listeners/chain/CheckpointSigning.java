package dev.contactcenter.listeners.chain;

import dev.contactcenter.trail.ChainHead;
import dev.contactcenter.trail.Checkpoint;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.crypto.SignatureProvider;
import org.keycloak.crypto.SignatureSignerContext;
import org.keycloak.jose.jws.JWSBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Signs the ends of chains with the key that the realm signs its tokens with. */
final class CheckpointSigning {

    private static final Logger LOG = Logger.getLogger(CheckpointSigning.class);
    private static final String BY_DEFAULT = "RS256";

    private CheckpointSigning() {}

    /** The line of a checkpoint; nothing if the realm is no more or has no key. */
    static Optional<String> sign(KeycloakSession session, String realmId, ChainHead head, Instant now) {
        RealmModel realm = session.realms().getRealm(realmId);
        if (realm == null) {
            return Optional.empty();
        }
        RealmModel before = session.getContext().getRealm();
        session.getContext().setRealm(realm);
        try {
            var checkpoint = new Checkpoint(
                    head, realm.getName(), now.truncatedTo(ChronoUnit.MILLIS).toString());
            return Optional.of(Checkpoint.line(new JWSBuilder()
                    .type(Checkpoint.TYPE)
                    .jsonContent(checkpoint.payload())
                    .sign(signer(session, realm))));
        } catch (RuntimeException noKey) {
            LOG.errorf(noKey, "The records of realm %s cannot be signed: it has no key that could", realm.getName());
            return Optional.empty();
        } finally {
            session.getContext().setRealm(before);
        }
    }

    private static SignatureSignerContext signer(KeycloakSession session, RealmModel realm) {
        String chosen = realm.getDefaultSignatureAlgorithm();
        String algorithm = chosen == null || chosen.isBlank() ? BY_DEFAULT : chosen;
        return session.getProvider(SignatureProvider.class, algorithm).signer();
    }
}
