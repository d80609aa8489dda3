package dev.contactcenter.revocation.sessions;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.stream.LongStream;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.OIDCConfigAttributes;

/** Tells how long an access token that was issued may live. */
public final class TokenLife {

    private static final String LIFESPANS = "select distinct a.value from ClientAttributeEntity a"
            + " where a.client.realmId = :realm and a.name = :name";

    private TokenLife() {}

    /**
     * When the last access token of a realm that was issued by now is over, whichever client it was issued to: of a session that Keycloak
     * has ended nobody knows any more which those were.
     */
    public static Instant latestEnd(KeycloakSession session, RealmModel realm, Instant now) {
        EntityManager entities =
                session.getProvider(JpaConnectionProvider.class).getEntityManager();
        LongStream ofClients = entities.createQuery(LIFESPANS, String.class)
                .setParameter("realm", realm.getId())
                .setParameter("name", OIDCConfigAttributes.ACCESS_TOKEN_LIFESPAN)
                .getResultStream()
                .filter(text -> text != null && text.matches("[0-9]{1,9}"))
                .mapToLong(Long::parseLong);
        LongStream ofRealm =
                LongStream.of(realm.getAccessTokenLifespan(), realm.getAccessTokenLifespanForImplicitFlow());
        return now.plusSeconds(LongStream.concat(ofClients, ofRealm).max().orElse(0));
    }
}
