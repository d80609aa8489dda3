package dev.contactcenter.mappers.lastline;

import dev.contactcenter.engine.decision.Bound;
import dev.contactcenter.engine.decision.Decision;
import dev.contactcenter.engine.decision.Grounds;
import dev.contactcenter.engine.decision.Obligations;
import dev.contactcenter.engine.decision.WouldBe;
import dev.contactcenter.engine.request.Subject;
import dev.contactcenter.kit.decision.DecisionPoint;
import dev.contactcenter.kit.decision.GrantEvent;
import dev.contactcenter.kit.decision.Inquiry;
import dev.contactcenter.kit.decision.RevokedDevice;
import dev.contactcenter.kit.decision.Ruling;
import dev.contactcenter.kit.details.BoundDetails;
import dev.contactcenter.kit.details.LoginDetails;
import dev.contactcenter.kit.policy.PolicyInForce;
import dev.contactcenter.kit.record.Hook;
import dev.contactcenter.kit.session.GraceNote;
import dev.contactcenter.kit.session.RequestedAccess;
import dev.contactcenter.mappers.details.TokenDetails;
import dev.contactcenter.mappers.told.ToldClaims;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.token.TokenInterceptorException;
import org.keycloak.protocol.oidc.token.TokenPostProcessor;
import org.keycloak.protocol.oidc.token.TokenPostProcessorContext;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.RefreshToken;
import org.keycloak.util.TokenUtil;

/**
 * Decides about every token that carries an action, just before it is signed: code, refresh, password, device, backchannel,
 * exchange and service grants all pass here, so that no grant is a way around the login flow. A refusal of an implicit or
 * hybrid response, which the realm's client policy refuses before, ends in Keycloak's error page.
 */
final class LastLineCheck implements TokenPostProcessor {

    private static final long PART_OF_A_SECOND = 999_999_999;

    private final KeycloakSession session;

    LastLineCheck(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void process(TokenPostProcessorContext context) {
        if (context.accessToken() == null) {
            return;
        }
        DecisionPoint point = DecisionPoint.of(session);
        switch (point.policy()) {
            case PolicyInForce.Active ignored -> check(context, point);
            case PolicyInForce.Unusable ignored -> check(context, point);
            case PolicyInForce.NotGoverned ignored -> {
                // The realm never had a policy: its tokens are not this pack's business.
            }
        }
    }

    private void check(TokenPostProcessorContext context, DecisionPoint point) {
        DetailsOfGrant.refuseStray(session);
        BoundDetails bound = BoundDetails.of(session);
        RequestedAccess granted = granted(context, point.policy()).and(bound.actions());
        new TokenRateCheck(session, point, () -> inquiry(context, point, granted))
                .hold(context.clientSessionCtx().getClientSession().getClient());
        TokenDetails.write(bound, context, point.policy());
        var cap = new SessionCap(session, point, context);
        if (!granted.isNothing()) {
            Ruling ruling = decide(context, point, granted, cap);
            GrantEvent.tell(
                    session,
                    ruling,
                    granted.actions(),
                    context.clientSessionCtx().getClientSession());
            carryOut(ruling, context.accessToken(), point.now());
            tellChange(context, granted, Optional.of(ruling.id()));
        } else {
            plain(context, point, cap)
                    .ifPresent(denial -> refuse(point.record(inquiry(context, point, granted), denial)
                            .decision()));
            tellChange(context, granted, Optional.empty());
        }
        cap.shorten();
    }

    /** An exchanged token is one more of what the session carries, and changes nothing about that. */
    private void tellChange(TokenPostProcessorContext context, RequestedAccess granted, Optional<String> decision) {
        if (ExchangedToken.of(session).isEmpty()) {
            var told = new ToldClaims(session, context.clientSessionCtx().getClientSession());
            String scope = Objects.requireNonNullElse(context.accessToken().getScope(), "");
            if (hook(context) == Hook.REFRESH) {
                told.atRefresh(scope, decision);
            } else {
                told.atGrant(granted, scope, decision);
            }
        }
    }

    /** The denial of a token without mode or action: its session has ended, or it is exchanged for one whose mode was left. */
    private Optional<Decision> plain(TokenPostProcessorContext context, DecisionPoint point, SessionCap cap) {
        Decision permit = new Decision.Permit(Obligations.NONE, Grounds.none(point.revision()));
        UserSessionModel of = context.clientSessionCtx().getClientSession().getUserSession();
        return ExchangedToken.of(session)
                .flatMap(subject -> subject.left(point, point.subject(of.getUser()), of.getRealm()))
                .or(() -> Optional.of(cap.hold(permit)).filter(Decision.Deny.class::isInstance));
    }

    /**
     * What the token carries. On the refresh of an offline token, Keycloak 26.7.3 puts the refresh token's whole scope back
     * into the context after it made the access token (TokenManager, generateRefreshToken): there the token itself tells.
     */
    private static RequestedAccess granted(TokenPostProcessorContext context, PolicyInForce policy) {
        RefreshToken used = context.requestRefreshToken();
        boolean offline = used != null && TokenUtil.TOKEN_TYPE_OFFLINE.equals(used.getType());
        String scope = context.accessToken().getScope();
        if (offline && scope != null) {
            // Default client scopes are always granted, also those that the scope claim does not name.
            Stream<String> byDefault =
                    context.clientSessionCtx().getClientSession().getClient().getClientScopes(true).keySet().stream();
            return RequestedAccess.ofNames(
                    Stream.concat(Stream.of(scope.split(" ")), byDefault).toList(), policy);
        }
        return RequestedAccess.of(context.clientSessionCtx().getClientScopesStream(), policy);
    }

    private Ruling decide(
            TokenPostProcessorContext context, DecisionPoint point, RequestedAccess granted, SessionCap cap) {
        Inquiry inquiry = inquiry(context, point, granted);
        Subject who = inquiry.request().subject();
        Decision decision = ofExchanged(context, point, granted, inquiry)
                .or(() -> leftMode(context, point, granted, who))
                .or(() -> AddressedToken.of(context.accessToken()).mismatch(granted, point.policy(), who))
                .or(() -> ofRevokedDevice(point, inquiry))
                .orElseGet(() -> cap.hold(point.weigh(inquiry.request())));
        if (decision instanceof Decision.Permit) {
            BegunMode.remember(context, point, who, granted);
        }
        if (decision.grounds().isGrace()) {
            UserSessionModel of = context.clientSessionCtx().getClientSession().getUserSession();
            GraceNote.used(session, of, inquiry.request().facts(), granted.actions());
        }
        return point.record(inquiry, decision);
    }

    /** A code may be redeemed, or a token exchanged, after the person has changed the mode. */
    private Optional<Decision> ofExchanged(
            TokenPostProcessorContext context, DecisionPoint point, RequestedAccess granted, Inquiry inquiry) {
        RealmModel realm = context.clientSessionCtx().getClientSession().getRealm();
        return ExchangedToken.of(session)
                .flatMap(subject -> subject.left(point, inquiry.request().subject(), realm)
                        .or(() -> subject.refusal(granted, point, inquiry.request())));
    }

    private static Optional<Decision> leftMode(
            TokenPostProcessorContext context, DecisionPoint point, RequestedAccess granted, Subject who) {
        AuthenticatedClientSessionModel of = context.clientSessionCtx().getClientSession();
        return LeftMode.denial(point, who, of.getUserSession(), of.getClient(), granted, context.accessToken());
    }

    private Inquiry inquiry(TokenPostProcessorContext context, DecisionPoint point, RequestedAccess granted) {
        AuthenticatedClientSessionModel clientSession =
                context.clientSessionCtx().getClientSession();
        return SessionInquiry.of(
                        session,
                        point,
                        hook(context),
                        clientSession.getUserSession(),
                        clientSession.getClient(),
                        granted)
                .telling(LoginDetails.about(BoundDetails.of(session).details(), ""));
    }

    /** A service has no session that could have ended with its device. */
    private Optional<Decision> ofRevokedDevice(DecisionPoint point, Inquiry inquiry) {
        return switch (inquiry.request().subject()) {
            case Subject.Service ignored -> RevokedDevice.denial(session, point, inquiry);
            case Subject.Person ignored -> Optional.empty();
        };
    }

    /** A refresh is told apart, because nobody was there when it happened. */
    private static Hook hook(TokenPostProcessorContext context) {
        return context.requestRefreshToken() == null ? Hook.TOKEN : Hook.REFRESH;
    }

    private void carryOut(Ruling ruling, AccessToken token, Instant now) {
        switch (ruling.decision()) {
            case Decision.Permit permit -> {
                if (permit.grounds().told().wouldBe().stream().noneMatch(WouldBe::isOfWholePolicy)) {
                    token.setOtherClaims("txn", ruling.id());
                }
                shorten(token, permit.obligations(), now);
            }
            case Decision.StepUp stepUp -> refuse(stepUp);
            case Decision.Deny deny -> refuse(deny);
        }
    }

    private void refuse(Decision decision) {
        TokenRefusal refusal = TokenRefusal.of(decision);
        TokenRefusal.challenge(session, decision);
        RefusalEvent.send(session, refusal);
        throw new TokenInterceptorException(refusal.error(), refusal.description());
    }

    /** An elevated token never outlives the freshness of the proof that it rests on. */
    private static void shorten(AccessToken token, Obligations obligations, Instant now) {
        switch (obligations.tokenLifespan().tighter(obligations.freshFor())) {
            case Bound.Unbounded ignored -> {
                // Keycloak's own lifespan stands.
            }
            case Bound.AtMost limit -> {
                // Proofs are told in whole seconds, so the last moment is one. Counted from the moment of the decision:
                // the token is made a little later. Rounded up, and a second at least: a token that has ended when it
                // is
                // issued is an error to the application, which then ends the person's session.
                long last = now.getEpochSecond()
                        + Math.max(
                                1, limit.duration().plusNanos(PART_OF_A_SECOND).toSeconds());
                if (token.getExp() == null || token.getExp() == 0 || token.getExp() > last) {
                    token.exp(last);
                }
            }
        }
    }
}
