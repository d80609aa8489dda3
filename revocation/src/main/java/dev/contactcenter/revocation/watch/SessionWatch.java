package dev.contactcenter.revocation.watch;

import dev.contactcenter.kit.policy.Governance;
import dev.contactcenter.kit.revocation.Cause;
import dev.contactcenter.kit.revocation.DenylistEntry.Kind;
import dev.contactcenter.revocation.denylist.Denylist;
import dev.contactcenter.revocation.denylist.Denylist.Denied;
import dev.contactcenter.revocation.sessions.SessionIndex;
import dev.contactcenter.revocation.sessions.TokenLife;
import java.time.Instant;
import java.util.Optional;
import org.keycloak.common.util.Time;
import org.keycloak.events.Details;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;

/**
 * Enters sessions into the index when somebody signs in, tells what they have proven, and enters those that Keycloak ended into the denylist. What it writes is part of
 * the transaction of what happened.
 */
final class SessionWatch implements EventListenerProvider {

    private static final Cause LOGGED_OUT = new Cause("logged_out", Cause.KEYCLOAK, "");
    private static final Cause TOKEN_REVOKED = new Cause("token_revoked", Cause.KEYCLOAK, "");

    private final KeycloakSession session;

    SessionWatch(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void onEvent(Event event) {
        RealmModel realm = session.realms().getRealm(event.getRealmId());
        if (realm == null || isOfNoInterest(event) || !Governance.of(realm)) {
            return;
        }
        switch (event.getType()) {
            case LOGIN -> began(realm, event);
            case LOGOUT, USER_SESSION_DELETED -> ended(realm, event.getSessionId());
            case REVOKE_GRANT -> revoked(realm, event);
            case USER_DISABLED_BY_PERMANENT_LOCKOUT -> Accounts.disabled(session, realm, event.getUserId());
            default -> {
                // Nothing else begins or ends a session.
            }
        }
    }

    private static boolean isOfNoInterest(Event event) {
        return event.getError() != null && event.getType() != EventType.USER_DISABLED_BY_PERMANENT_LOCKOUT;
    }

    private void began(RealmModel realm, Event login) {
        String id = login.getSessionId();
        UserSessionModel begun = id == null ? null : session.sessions().getUserSession(realm, id);
        if (begun != null) {
            new SessionIndex(session).enter(realm, begun, now());
            ProvenLevel.tell(session, realm, begun, login);
        }
    }

    private void ended(RealmModel realm, String id) {
        if (id != null) {
            Instant now = now();
            deny(realm, Kind.SID, id, LOGGED_OUT, TokenLife.latestEnd(session, realm, now), now);
            if (session.sessions().getOfflineUserSession(realm, id) == null) {
                new SessionIndex(session).forget(id);
            }
        }
    }

    private void revoked(RealmModel realm, Event event) {
        String token = event.getDetails() == null ? null : event.getDetails().get(Details.TOKEN_ID);
        if (token != null) {
            Instant now = now();
            deny(realm, Kind.JTI, token, TOKEN_REVOKED, TokenLife.latestEnd(session, realm, now), now);
        }
    }

    private void deny(RealmModel realm, Kind kind, String value, Cause cause, Instant until, Instant now) {
        new Denylist(session, realm.getId())
                .enterOnce(new Denied(
                        kind,
                        value,
                        cause,
                        now,
                        Optional.of(until),
                        now.plusSeconds(realm.getSsoSessionMaxLifespan())));
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {
        RealmModel realm = session.realms().getRealm(event.getRealmId());
        if (realm != null && event.getError() == null && Governance.of(realm)) {
            Accounts.ofAdministered(session, realm, event);
        }
    }

    private static Instant now() {
        return Instant.ofEpochMilli(Time.currentTimeMillis());
    }

    @Override
    public void close() {}
}
