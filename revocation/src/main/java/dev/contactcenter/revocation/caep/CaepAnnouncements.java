package dev.contactcenter.revocation.caep;

import dev.contactcenter.kit.caep.Announcements;
import dev.contactcenter.kit.caep.Change;
import dev.contactcenter.kit.revocation.Revocations;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Has Keycloak's transmitter keep an event for each of its streams that wants it. */
final class CaepAnnouncements implements Announcements {

    private static final Logger LOG = Logger.getLogger(CaepAnnouncements.class);

    private final KeycloakSession session;

    CaepAnnouncements(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public boolean areMadeIn(RealmModel realm) {
        return Transmitter.isOnIn(realm);
    }

    @Override
    public void make(RealmModel realm, Change change) {
        if (!areMadeIn(realm)) {
            return;
        }
        // The transmitter asks the context for the realm, and the registry of devices stores in sessions without one.
        @Nullable RealmModel before = session.getContext().getRealm();
        session.getContext().setRealm(realm);
        try {
            keep(new Transmitter(session), realm, change);
        } catch (ReflectiveOperationException other) {
            // What changed has changed all the same.
            LOG.errorf(other, "This Keycloak's transmitter of security events is not the one that is known");
        } finally {
            if (before != null) {
                session.getContext().setRealm(before);
            }
        }
    }

    private void keep(Transmitter transmitter, RealmModel realm, Change change) throws ReflectiveOperationException {
        CaepEvent event = CaepEvent.of(change, Instant.ofEpochMilli(Time.currentTimeMillis()));
        List<Transmitter.Stream> streams = transmitter.streams(event.type());
        List<About> subjects = streams.isEmpty() ? List.of() : about(realm, change);
        for (About about : subjects) {
            for (Transmitter.Stream stream : streams) {
                stream.keep(event, about, change.decision());
            }
        }
    }

    /**
     * Of a device first it alone, for who knows devices, then with each session on it, for who knows people: a receiver may not know
     * what the other does, and a subject means nobody unless all of it is known.
     */
    private List<About> about(RealmModel realm, Change change) {
        return switch (change) {
            case Change.AssuranceLevel level ->
                session(realm, level.of(), Map.of()).toList();
            case Change.TokenClaims claims ->
                session(realm, claims.of(), Map.of("application", claims.client()))
                        .toList();
            case Change.DeviceCompliance compliance ->
                Stream.concat(
                                Stream.of(new About.OfDevice(compliance.device())),
                                session.getProvider(Revocations.class).sessionsOn(realm, compliance.device()).stream()
                                        .flatMap(one -> session(
                                                realm,
                                                new Change.SessionOf(one.userId(), one.session()),
                                                Map.of("device", compliance.device()))))
                        .toList();
        };
    }

    private Stream<About> session(RealmModel realm, Change.SessionOf of, Map<String, String> more) {
        Optional<UserModel> user = Optional.ofNullable(session.users().getUserById(realm, of.userId()));
        return user.stream().map(known -> new About.OfSession(known, of.session(), more));
    }
}
