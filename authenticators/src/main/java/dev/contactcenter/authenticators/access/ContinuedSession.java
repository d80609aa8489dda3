package dev.contactcenter.authenticators.access;

import dev.contactcenter.engine.decision.Decision;
import dev.contactcenter.engine.decision.Obligations;
import dev.contactcenter.engine.decision.Reason;
import dev.contactcenter.kit.decision.DecisionPoint;
import dev.contactcenter.kit.revocation.Cause;
import dev.contactcenter.kit.revocation.Revocations;
import dev.contactcenter.kit.session.EndedSessions;
import dev.contactcenter.kit.session.LimitedSession;
import dev.contactcenter.kit.session.Restriction;
import dev.contactcenter.kit.session.SessionLimits;
import dev.contactcenter.kit.session.SessionStanding;
import dev.contactcenter.kit.signal.Notes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.UserSessionModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The session that a login continues, or begins, and the limits that rules of the policy set on it. */
final class ContinuedSession {

    private static final String CONTINUES = "contact-center.continues";

    private final AuthenticationFlowContext context;
    private final DecisionPoint point;
    private final LoginPerson.Known person;

    ContinuedSession(AuthenticationFlowContext context, DecisionPoint point, LoginPerson.Known person) {
        this.context = context;
        this.point = point;
        this.person = person;
    }

    /**
     * Ends the session of a cookie if it is past a limit, or if everything was taken from it, so that the cookie signs nobody in.
     *
     * @param decision what the policy says to what is asked for
     * @return whether it ended, and the login starts over
     */
    boolean endsBeforeUse(Decision decision) {
        UserSessionModel session = person.continued();
        if (session == null || context.getUser() != null) {
            return false;
        }
        context.getAuthenticationSession().setAuthNote(CONTINUES, session.getId());
        if (Restriction.of(session) == Restriction.ALL) {
            endRestricted(session);
            return true;
        }
        LimitedSession limited = point.limited(session).with(obligations(decision));
        return startsOver(limited, limited.rested());
    }

    /**
     * Binds the session to what the permit is bound to.
     *
     * @return whether it must not go on: then the login starts over
     */
    boolean endsAtPermit(Decision.Permit permit) {
        UserSessionModel session = person.continued();
        if (session == null) {
            return isGone() || begin(permit.obligations());
        }
        // Whoever came so far has just signed in, or was found to be within the limits when this login began.
        LimitedSession limited = point.limited(session).with(permit.obligations());
        if (startsOver(limited, limited.standing())) {
            return true;
        }
        limited.remember();
        return false;
    }

    /** What a permit of a mode does to it. */
    ModeSwitch modeSwitch() {
        return new ModeSwitch(context, point.now(), person.continued());
    }

    /** Whether a session of this id ended, as one may while its person is asked for more. A new one must not take its id. */
    private boolean isGone() {
        String id = context.getAuthenticationSession().getParentSession().getId();
        @Nullable String continues = context.getAuthenticationSession().getAuthNote(CONTINUES);
        boolean gone = id.equals(continues) || EndedSessions.contains(context.getSession(), id);
        if (gone) {
            NewLogin.begin(context);
        }
        return gone;
    }

    private boolean begin(Obligations permit) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        var notes = new Notes.OfLogin(login, Optional.empty());
        SessionLimits limits = SessionLimits.of(notes).and(permit, point.now());
        if (!limits.equals(SessionLimits.NONE)) {
            limits.put(notes);
        }
        return false;
    }

    private boolean startsOver(LimitedSession limited, SessionStanding standing) {
        return switch (standing) {
            case SessionStanding.GoesOn ignored -> false;
            case SessionStanding.Revoked ignored -> {
                limited.remove();
                NewLogin.begin(context);
                yield true;
            }
            case SessionStanding.Over over -> {
                limited.end(over);
                NewLogin.begin(context);
                yield true;
            }
        };
    }

    /** Nothing may be done in it any more: to sign in anew is the way out. */
    private void endRestricted(UserSessionModel session) {
        context.getSession()
                .getProvider(Revocations.class)
                .end(context.getRealm(), session, new Cause(Reason.SESSION_RESTRICTED.code(), "policy", ""));
        NewLogin.begin(context);
    }

    private static Obligations obligations(Decision decision) {
        return switch (decision) {
            case Decision.Permit permit -> permit.obligations();
            case Decision.StepUp stepUp -> stepUp.obligations();
            case Decision.Deny ignored -> Obligations.NONE;
        };
    }
}
