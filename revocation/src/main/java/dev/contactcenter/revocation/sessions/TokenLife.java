package dev.contactcenter.revocation.sessions;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.OIDCConfigAttributes;

/** Tells how long an access token that was issued may live. */
public final class TokenLife {

    private TokenLife() {}

    /** When the last access token of a session that ends now is over, whichever of its clients it was issued to. */
    static Instant latestEnd(RealmModel realm, Collection<UserSessionModel> sessions, Instant now) {
        long seconds = sessions.stream()
                .flatMap(one -> one.getAuthenticatedClientSessions().values().stream())
                .map(of -> lifespan(of.getClient()))
                .flatMapToLong(OptionalLong::stream)
                .max()
                .orElse(0);
        return now.plusSeconds(Math.max(seconds, ofRealm(realm)));
    }

    /** The same where the session's clients are not known any more: a client with a longer lifespan of its own is not thought of. */
    public static Instant latestEnd(RealmModel realm, Instant now) {
        return now.plusSeconds(ofRealm(realm));
    }

    private static long ofRealm(RealmModel realm) {
        return Math.max(realm.getAccessTokenLifespan(), realm.getAccessTokenLifespanForImplicitFlow());
    }

    private static OptionalLong lifespan(ClientModel client) {
        return Optional.ofNullable(client.getAttribute(OIDCConfigAttributes.ACCESS_TOKEN_LIFESPAN)).stream()
                .flatMap(text -> text.matches("[0-9]{1,18}") ? Stream.of(Long.parseLong(text)) : Stream.empty())
                .mapToLong(Long::longValue)
                .findFirst();
    }
}
