package dev.contactcenter.mappers.lastline;

import dev.contactcenter.engine.decision.Decision;
import dev.contactcenter.engine.decision.Obligations;
import dev.contactcenter.engine.decision.Reason;
import dev.contactcenter.kit.decision.DecisionPoint;
import dev.contactcenter.kit.session.LimitedSession;
import dev.contactcenter.kit.session.SessionStanding;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.UserSessionModel.SessionPersistenceState;
import org.keycloak.protocol.oidc.token.TokenPostProcessorContext;
import org.keycloak.representations.JsonWebToken;
import org.keycloak.representations.RefreshToken;
import org.keycloak.util.TokenUtil;

/** Holds tokens to the limits of their session: none for a session that is past one, none that outlives one. */
final class SessionCap {

    private final KeycloakSession session;
    private final DecisionPoint point;
    private final TokenPostProcessorContext context;
    private final Optional<ExchangedToken> exchanged;
    private LimitedSession limited;

    SessionCap(KeycloakSession session, DecisionPoint point, TokenPostProcessorContext context) {
        this.session = session;
        this.point = point;
        this.context = context;
        this.exchanged = ExchangedToken.of(session);
        this.limited = point.limited(userSession());
    }

    /** The decision, or the denial that it turns into because the session is past a limit; then the session is ended. */
    Decision hold(Decision decision) {
        return switch (decision) {
            case Decision.Permit permit -> hold(permit);
            case Decision.StepUp stepUp -> stepUp;
            case Decision.Deny deny -> deny;
        };
    }

    private Decision hold(Decision.Permit permit) {
        LimitedSession noted = limited;
        limited = limited.with(permit.obligations());
        return switch (standing(limited)) {
            case SessionStanding.GoesOn ignored -> {
                remember(permit.obligations());
                yield permit;
            }
            case SessionStanding.Revoked ignored -> new Decision.Deny(Reason.SESSION_REVOKED, permit.grounds());
            case SessionStanding.Over over -> {
                if (exchanged.isEmpty() || standing(noted) instanceof SessionStanding.Over) {
                    end(over);
                }
                yield new Decision.Deny(over.reason(), permit.grounds());
            }
        };
    }

    /** A refresh token was already made, which counted as use of the session: of a refresh, only what stood before it knew more. */
    private SessionStanding standing(LimitedSession asked) {
        return exchanged.isPresent() && !isTransient() ? asked.rested() : asked.standing();
    }

    private void end(SessionStanding.Over over) {
        if (!isTransient()) {
            limited.end(over);
        }
    }

    /** Who exchanges is another client, often a server elsewhere: what binds it says nothing about where the person is. */
    private void remember(Obligations permit) {
        if (exchanged.isEmpty()) {
            limited.remember();
            begunOffline()
                    .ifPresent(offline ->
                            point.limited(offline).with(permit).within(limited).remember());
        }
    }

    /** The offline session that this request began or renewed, which has limits of its own from then on. */
    private Optional<UserSessionModel> begunOffline() {
        RefreshToken given = context.refreshToken();
        UserSessionModel online = userSession();
        return given == null || online.isOffline() || !TokenUtil.TOKEN_TYPE_OFFLINE.equals(given.getType())
                ? Optional.empty()
                : Optional.ofNullable(session.sessions().getOfflineUserSession(online.getRealm(), online.getId()));
    }

    /** Neither token lives on when the session has ended. */
    void shorten() {
        Instant until = limited.limits().until(point.now());
        if (until.equals(Instant.MAX)) {
            return;
        }
        // The token that is exchanged tells how long its session could rest: an exchange is no use of it.
        long last = exchanged
                .map(subject -> Math.min(subject.expires(), until.getEpochSecond()))
                .orElse(until.getEpochSecond());
        shorten(context.accessToken(), last);
        shorten(context.refreshToken(), last);
    }

    private static void shorten(@Nullable JsonWebToken token, long last) {
        if (token != null && (token.getExp() == null || token.getExp() == 0 || token.getExp() > last)) {
            token.exp(last);
        }
    }

    private UserSessionModel userSession() {
        return context.clientSessionCtx().getClientSession().getUserSession();
    }

    /** Made for one exchange, in the likeness of a session that goes on elsewhere. */
    private boolean isTransient() {
        return userSession().getPersistenceState() == SessionPersistenceState.TRANSIENT;
    }
}
