package dev.contactcenter.authenticators.access;

import dev.contactcenter.kit.session.BrowserFacts;
import dev.contactcenter.kit.session.PasskeyFacts;
import dev.contactcenter.kit.session.ProvenLevels;
import dev.contactcenter.kit.session.Restriction;
import dev.contactcenter.kit.session.SessionFacts;
import dev.contactcenter.kit.signal.Notes;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.common.util.Time;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.LoginProtocol;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Who is signing in, as far as this login or the session cookie tells. */
sealed interface LoginPerson {

    /**
     * Somebody.
     *
     * @param session id of the session that the login continues, or will have
     * @param continued that session, or null if this login begins it
     * @param passkeyNote facts of the passkey used last, or null
     */
    record Known(
            UserModel user,
            ProvenLevels proven,
            String session,
            @Nullable UserSessionModel continued,
            @Nullable String passkeyNote)
            implements LoginPerson {

        /** What the browser said in this login, or else in the session that it continues; null if nothing. */
        @Nullable
        String browserNote(AuthenticationSessionModel login) {
            return new Notes.OfLogin(login, Optional.ofNullable(continued))
                    .read(BrowserFacts.NOTE)
                    .orElse(null);
        }

        /** What the signals can be asked about it. */
        SessionFacts facts(AuthenticationSessionModel login) {
            return new SessionFacts(
                    session,
                    user.getId(),
                    new Notes.OfLogin(login, Optional.ofNullable(continued)),
                    started(continued),
                    false,
                    continued == null ? Restriction.NONE : Restriction.of(continued),
                    "",
                    PasskeyFacts.told(passkeyNote));
        }
    }

    /** Nobody yet. */
    record Nobody() implements LoginPerson {}

    static LoginPerson of(AuthenticationFlowContext context) {
        return context.getUser() == null ? fromCookie(context) : known(context);
    }

    /** The person of a login that has got as far as knowing one. */
    static Known known(AuthenticationFlowContext context) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        @Nullable
        UserSessionModel session = SessionOfLogin.of(context.getSession(), context.getRealm(), login)
                .orElse(null);
        String id = session == null ? login.getParentSession().getId() : session.getId();
        String fresh = login.getUserSessionNotes().get(PasskeyFacts.NOTE);
        String passkey = fresh == null && session != null ? session.getNote(PasskeyFacts.NOTE) : fresh;
        ProvenLevels proven = ProvenLevels.of(login);
        return new Known(context.getUser(), session == null ? proven : proven.since(session), id, session, passkey);
    }

    /** Looks at the cookie as the cookie step will, and changes nothing. */
    private static LoginPerson fromCookie(AuthenticationFlowContext context) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        AuthenticationManager.AuthResult known =
                AuthenticationManager.authenticateIdentityCookie(context.getSession(), context.getRealm(), true);
        if (known == null) {
            return new Nobody();
        }
        UserSessionModel session = known.session();
        LoginProtocol protocol = context.getSession().getProvider(LoginProtocol.class, login.getProtocol());
        // prompt=login or max_age: what was proven before does not count, Keycloak will ask for it again.
        ProvenLevels proven =
                protocol.requireReauthentication(session, login) ? ProvenLevels.NONE : ProvenLevels.of(session);
        return new Known(known.user(), proven, session.getId(), session, session.getNote(PasskeyFacts.NOTE));
    }

    private static Instant started(@Nullable UserSessionModel session) {
        return session == null
                ? Instant.ofEpochMilli(Time.currentTimeMillis())
                : Instant.ofEpochSecond(session.getStarted());
    }
}
