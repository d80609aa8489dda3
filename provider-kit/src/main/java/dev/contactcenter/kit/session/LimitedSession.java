package dev.contactcenter.kit.session;

import dev.contactcenter.engine.decision.Bound;
import dev.contactcenter.engine.decision.Obligations;
import dev.contactcenter.engine.decision.Reason;
import dev.contactcenter.kit.revocation.Cause;
import dev.contactcenter.kit.revocation.Revocations;
import dev.contactcenter.kit.signal.Notes;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;

/**
 * An established session and the limits that rules of the policy set on it. A service has none: each of its requests stands for
 * itself. Where the policy only reports about the person, there are none either.
 */
public final class LimitedSession {

    private final KeycloakSession keycloak;
    private final UserSessionModel session;
    private final Instant now;
    private final SessionLimits limits;

    private LimitedSession(KeycloakSession keycloak, UserSessionModel session, Instant now, SessionLimits limits) {
        this.keycloak = keycloak;
        this.session = session;
        this.now = now;
        this.limits = limits;
    }

    /**
     * A session as its limits were remembered.
     *
     * @param isBound whether the policy binds whose session it is. That takes a look at roles and groups, which a session without limits is
     *     spared
     */
    public static LimitedSession of(
            KeycloakSession keycloak, UserSessionModel session, BooleanSupplier isBound, Instant now) {
        SessionLimits noted = SessionLimits.of(new Notes.OfSession(session));
        return new LimitedSession(
                keycloak,
                session,
                now,
                noted.equals(SessionLimits.NONE) || isBound.getAsBoolean() ? noted : SessionLimits.NONE);
    }

    /** The same as one more permit about it has it. */
    public LimitedSession with(Obligations permit) {
        boolean ofService = session.getUser().getServiceAccountClientLink() != null;
        return ofService ? this : new LimitedSession(keycloak, session, now, limits.and(permit, started()));
    }

    /** The same within the limits of another. */
    public LimitedSession within(LimitedSession other) {
        return new LimitedSession(keycloak, session, now, limits.and(other.limits));
    }

    /** Its limits. */
    public SessionLimits limits() {
        return limits;
    }

    /** Lets it remember its limits. */
    public void remember() {
        if (!limits.equals(SessionLimits.NONE)) {
            limits.put(new Notes.OfSession(session));
        }
    }

    /** Where it stands if something happens in it right now. */
    public SessionStanding standing() {
        return standing(() -> now);
    }

    /** Where it stands, as any of its clients used it last. */
    public SessionStanding rested() {
        return standing(() -> SessionActivity.of(session));
    }

    /** The same, asked by one of its clients, which as a rule is the one that used it last. */
    public SessionStanding rested(ClientModel client) {
        Instant recent = limits.idle() instanceof Bound.AtMost(Duration most) ? now.minus(most) : Instant.MAX;
        return standing(() -> SessionActivity.of(session, client, recent));
    }

    private SessionStanding standing(Supplier<Instant> active) {
        return EndedSessions.contains(keycloak, session.getId())
                ? new SessionStanding.Revoked()
                : limits.standing(started(), active, now);
    }

    /**
     * Ends it, in the transaction of the request. An offline session whose limits are its own ends alone while the session that it began
     * in goes on: nobody is thrown out at the desk because of an application that was elsewhere.
     */
    public void end(SessionStanding.Over over) {
        if (session.isOffline() && keycloak.sessions().getUserSession(session.getRealm(), session.getId()) != null) {
            keycloak.sessions().removeOfflineUserSession(session.getRealm(), session);
        } else {
            endWithAll(new Cause(over.reason().code(), "limit", over.limit().toString()));
        }
    }

    /** Removes what is there again of a session that was ended, of which all has been told. */
    public void remove() {
        endWithAll(new Cause(Reason.SESSION_REVOKED.code(), "limit", ""));
    }

    private void endWithAll(Cause cause) {
        Revocations revocations = keycloak.getProvider(Revocations.class);
        if (revocations == null) {
            throw new IllegalStateException(
                    "A session cannot be ended because nothing that ends sessions is installed; is the whole JAR in providers/?");
        }
        revocations.end(session.getRealm(), session, cause);
    }

    private Instant started() {
        return Instant.ofEpochSecond(session.getStarted());
    }
}
