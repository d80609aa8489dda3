package dev.contactcenter.mappers.lastline;

import dev.contactcenter.engine.decision.Decision;
import dev.contactcenter.engine.decision.Grounds;
import dev.contactcenter.engine.decision.Rate;
import dev.contactcenter.engine.decision.Reason;
import dev.contactcenter.engine.policy.Service;
import dev.contactcenter.kit.allowance.Allowance;
import dev.contactcenter.kit.decision.DecisionPoint;
import dev.contactcenter.kit.decision.Inquiry;
import dev.contactcenter.kit.policy.PolicyInForce;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.CorsErrorResponseException;
import org.keycloak.services.cors.Cors;

/** Refuses a service more tokens than its entry in the policy lets it have. */
final class TokenRateCheck {

    private static final long RECORDED_SECONDS = 120;

    private final KeycloakSession session;
    private final DecisionPoint point;
    private final Supplier<Inquiry> asked;

    /** @param asked gathered only for clients that the policy lists as services: most tokens are not theirs */
    TokenRateCheck(KeycloakSession session, DecisionPoint point, Supplier<Inquiry> asked) {
        this.session = session;
        this.point = point;
        this.asked = asked;
    }

    /** Lets the request go on, or refuses it: 429 (RFC 6585 §4), because the same request is welcome a little later. */
    void hold(ClientModel client) {
        if (rate(client) instanceof Rate.PerMinute(int times)) {
            switch (Allowance.take(session, "tokens " + client.getClientId(), times, point.now())) {
                case Allowance.Taken ignored -> {
                    // There is one less for the rest of the minute.
                }
                case Allowance.Spent(long secondsLeft) -> refuse(client, secondsLeft);
            }
        }
    }

    private Rate rate(ClientModel client) {
        return switch (point.policy()) {
            case PolicyInForce.Active active -> {
                @Nullable Service service = active.policy().policy().services().get(client.getClientId());
                yield service == null || !active.binds(asked.get().request().subject())
                        ? new Rate.Unlimited()
                        : service.tokenRate();
            }
            case PolicyInForce.Unusable ignored -> new Rate.Unlimited();
            case PolicyInForce.NotGoverned ignored -> new Rate.Unlimited();
        };
    }

    private void refuse(ClientModel client, long secondsLeft) {
        Inquiry inquiry = asked.get();
        var denial = new Decision.Deny(
                Reason.TOKEN_RATE_EXCEEDED,
                Grounds.none(point.revision(), inquiry.request().modes()));
        if (isFirst(client)) {
            point.record(inquiry, denial);
        }
        TokenRefusal refusal = TokenRefusal.of(denial);
        RefusalEvent.send(session, refusal);
        session.getContext().getHttpResponse().setHeader("Retry-After", String.valueOf(secondsLeft));
        throw new CorsErrorResponseException(
                Cors.builder(), refusal.error(), refusal.description(), Response.Status.TOO_MANY_REQUESTS);
    }

    /** One record a minute: whoever floods Keycloak with requests must not flood the audit trail as well. */
    private boolean isFirst(ClientModel client) {
        return session.singleUseObjects()
                .putIfAbsent(
                        "contact-center.token-rate " + client.getId() + " "
                                + Math.floorDiv(point.now().getEpochSecond(), 60L),
                        RECORDED_SECONDS);
    }
}
