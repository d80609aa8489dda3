package dev.contactcenter.mappers.claims;

import dev.contactcenter.engine.decision.Bound;
import dev.contactcenter.kit.session.SessionLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.utils.SessionExpirationUtils;

/**
 * The member {@code session}: when a session that rules limit ends, so that the application can say so before. Where the realm itself
 * ends it sooner, that is told.
 */
final class SessionClaim {

    private SessionClaim() {}

    static Map<String, Object> of(UserSessionModel session, SessionLimits limits) {
        RealmModel realm = session.getRealm();
        Map<String, Object> told = new TreeMap<>();
        long max = TimeUnit.MILLISECONDS.toSeconds(SessionExpirationUtils.calculateUserSessionMaxLifespanTimestamp(
                session.isOffline(), session.isRememberMe(), TimeUnit.SECONDS.toMillis(session.getStarted()), realm));
        long end =
                limits.end().equals(Instant.MAX) ? Long.MAX_VALUE : limits.end().getEpochSecond();
        long last = max > 0 ? Math.min(max, end) : end;
        if (last < Long.MAX_VALUE) {
            told.put("ends_at", last);
        }
        long idle = TimeUnit.MILLISECONDS.toSeconds(SessionExpirationUtils.calculateUserSessionIdleTimestamp(
                session.isOffline(), session.isRememberMe(), 0, realm));
        told.put(
                "idle_seconds",
                limits.idle() instanceof Bound.AtMost(Duration most) ? Math.min(idle, most.toSeconds()) : idle);
        return told;
    }
}
