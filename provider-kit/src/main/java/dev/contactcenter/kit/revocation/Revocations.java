package dev.contactcenter.kit.revocation;

import java.util.List;
import java.util.Optional;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.provider.Provider;

/**
 * Stops sessions, tokens and passkeys. Nothing here ever touches what belongs to another realm than the one that is given. Each
 * session that ends is recorded, told to its applications by backchannel logout (OpenID Connect Back-Channel Logout 1.0), to
 * receivers of CAEP events where Keycloak's transmitter is on (CAEP 1.0 §3.1), and to the denylist.
 */
public interface Revocations extends Provider {

    /**
     * Takes an order in the transaction of the request. Once that is committed the order is carried out: within moments by this
     * server or, if it dies before, by another or by this one when it comes back. How many sessions there are costs the request
     * nothing.
     */
    Ordered order(RealmModel realm, Order order);

    /**
     * Ends one session at once, in the transaction of the request, the offline session that began in it included. Keycloak's own
     * answers follow from that: its refresh is refused, its introspection is not active, its cookie signs nobody in.
     */
    void end(RealmModel realm, UserSessionModel session, Cause cause);

    /** The sessions on a device. */
    List<SessionOnDevice> sessionsOn(RealmModel realm, String device);

    /** Whether a session may begin on a device. */
    DeviceStanding standing(RealmModel realm, String device);

    /** Lets sessions begin on a revoked device again; the sessions that ended do not come back. */
    void reinstate(RealmModel realm, String device);

    /** How far an order has come. */
    Optional<Progress> progress(RealmModel realm, String order);

    /**
     * The orders of a realm, the latest first.
     *
     * @param first how many to leave out
     * @param max how many at most
     */
    List<Progress> orders(RealmModel realm, int first, int max);

    /**
     * What a reader of the denylist does not know yet. No entry ever appears behind a cursor that was given out.
     *
     * @param after the cursor up to which the reader knows all; 0 at the beginning
     * @param max how many entries at most
     */
    DenylistPage denylist(RealmModel realm, long after, int max);

    /** How a session ended; nothing if it was not ended here, or so long ago that nothing of it can be in use. */
    Optional<Ending> ending(RealmModel realm, String session);

    @Override
    default void close() {}
}
