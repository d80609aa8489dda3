package dev.contactcenter.kit.session;

import java.time.Instant;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.UserSessionModel;

/**
 * When something happened in a session last: a sign-in, a code that was redeemed, or a refresh, of any of its clients. That somebody
 * looked at a token is none.
 */
@SuppressWarnings(
        "removal") // Keycloak considers to do without a client's moment of use, and has nothing in its place yet.
final class SessionActivity {

    private SessionActivity() {}

    /** Of all its clients. */
    static Instant of(UserSessionModel session) {
        // Keycloak sets an online session's own last refresh whenever a browser shows the cookie, before any step of
        // the login could
        // look at it (AuthenticationManager, authenticateIdentityCookie): only its clients tell when it was used. An
        // offline session has
        // no cookie, and its clients are not told of a second offline token.
        int last = session.isOffline()
                ? session.getLastSessionRefresh()
                : session.getAuthenticatedClientSessions().values().stream()
                        .mapToInt(AuthenticatedClientSessionModel::getTimestamp)
                        .reduce(session.getStarted(), Math::max);
        return Instant.ofEpochSecond(last);
    }

    /** Of the client alone if that is recent enough, else of all: the others have to be read first. */
    static Instant of(UserSessionModel session, ClientModel client, Instant recent) {
        AuthenticatedClientSessionModel own = session.getAuthenticatedClientSessionByClient(client.getId());
        Instant last = own == null ? Instant.MIN : Instant.ofEpochSecond(own.getTimestamp());
        return last.isAfter(recent) ? last : of(session);
    }
}
