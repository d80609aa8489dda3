package dev.contactcenter.kit.caep;

import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.Provider;

/** Tells the receivers of a realm's security events what changed, in the transaction of the session that made this provider. */
public interface Announcements extends Provider {

    /** Those of a realm; nothing if nobody can be told, so that nobody has to look for changes. */
    static Optional<Announcements> in(KeycloakSession session, RealmModel realm) {
        return Optional.ofNullable(session.getProvider(Announcements.class)).filter(made -> made.areMadeIn(realm));
    }

    /** Whether the realm tells receivers anything. */
    boolean areMadeIn(RealmModel realm);

    /** Tells each receiver that wants to know such a change, and of whom it is about. */
    void make(RealmModel realm, Change change);

    @Override
    default void close() {}
}
