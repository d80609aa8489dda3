package dev.contactcenter.revocation.watch;

import dev.contactcenter.kit.revocation.Cause;
import dev.contactcenter.kit.revocation.DenylistEntry.Kind;
import dev.contactcenter.kit.revocation.Order;
import dev.contactcenter.kit.revocation.Revocations;
import dev.contactcenter.kit.revocation.Target;
import dev.contactcenter.kit.session.RealmSessions;
import dev.contactcenter.revocation.denylist.Denylist;
import dev.contactcenter.revocation.denylist.Denylist.Denied;
import dev.contactcenter.revocation.sessions.SessionEnd;
import dev.contactcenter.revocation.sessions.TokenLife;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keycloak.common.util.Time;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;

/** What administrators do to accounts in Keycloak itself, by its console or its REST, and what follows for their sessions. */
final class Accounts {

    /** Of the account as such, not of its credentials or groups. */
    private static final Pattern ACCOUNT = Pattern.compile("users/([^/]+)");

    private static final Pattern LOGOUT = Pattern.compile("users/([^/]+)/logout");
    private static final Pattern SESSION = Pattern.compile("(?:.*/)?sessions/([^/]+)");

    private Accounts() {}

    static void ofAdministered(KeycloakSession session, RealmModel realm, AdminEvent event) {
        String path = event.getResourcePath() == null ? "" : event.getResourcePath();
        ResourceType type = event.getResourceType();
        if (type == ResourceType.USER && event.getOperationType() == OperationType.UPDATE) {
            first(ACCOUNT, path).ifPresent(id -> disabled(session, realm, id));
        } else if (type == ResourceType.USER && event.getOperationType() == OperationType.ACTION) {
            first(LOGOUT, path).ifPresent(id -> loggedOut(session, realm, Kind.SUB, id));
        } else if (type == ResourceType.USER_SESSION && event.getOperationType() == OperationType.DELETE) {
            first(SESSION, path).ifPresent(id -> loggedOut(session, realm, Kind.SID, id));
        }
    }

    private static Optional<String> first(Pattern shape, String path) {
        Matcher matcher = shape.matcher(path);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** Keycloak refuses a disabled account's refresh, but leaves its sessions and the tokens of those who check them alone. */
    static void disabled(KeycloakSession session, RealmModel realm, String userId) {
        UserModel user = session.users().getUserById(realm, userId);
        if (user != null && !user.isEnabled()) {
            Order order = new Order(
                    "account:" + UUID.randomUUID(),
                    new Target.Person(userId),
                    new Cause("account_disabled", "account", ""));
            session.getProvider(Revocations.class).order(realm, order);
        }
    }

    /** Keycloak has ended the sessions already; this tells resource servers. */
    private static void loggedOut(KeycloakSession session, RealmModel realm, Kind kind, String value) {
        Instant now = Instant.ofEpochMilli(Time.currentTimeMillis());
        Instant until = TokenLife.latestEnd(session, realm, now);
        new Denylist(session, realm.getId())
                .enter(new Denied(
                        kind,
                        value,
                        new Cause("logged_out", Cause.KEYCLOAK, "by an administrator"),
                        now,
                        Optional.of(until),
                        now.plusSeconds(realm.getSsoSessionMaxLifespan())));
    }

    /** Before the account is gone: afterwards nobody could tell whose sessions they were. */
    static void ofRemoved(KeycloakSession session, RealmModel realm, UserModel user) {
        List<String> sessions = new RealmSessions(session, realm)
                .of(user)
                .map(UserSessionModel::getId)
                .distinct()
                .toList();
        Cause cause = new Cause("account_removed", "account", "");
        sessions.forEach(id -> new SessionEnd(session, realm).end(id, cause, ""));
    }
}
