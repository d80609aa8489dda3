package dev.contactcenter.mappers.lastline;

import dev.contactcenter.engine.decision.Decision;
import dev.contactcenter.engine.decision.Grounds;
import dev.contactcenter.engine.decision.Reason;
import dev.contactcenter.engine.policy.Action;
import dev.contactcenter.engine.policy.Policy;
import dev.contactcenter.engine.request.Subject;
import dev.contactcenter.kit.policy.PolicyInForce;
import dev.contactcenter.kit.session.RequestedAccess;
import java.util.List;
import java.util.Optional;
import org.keycloak.representations.AccessToken;

/**
 * Whom a token is for (RFC 9068 §3). A token that carries an action must name a resource server that the policy lets receive
 * it: a client scope whose audience mapper is missing, or an exchange for another audience, yields no such token.
 *
 * @param audience the {@code aud} claim
 */
record AddressedToken(List<String> audience) {

    static AddressedToken of(AccessToken token) {
        return new AddressedToken(token.getAudience() == null ? List.of() : List.of(token.getAudience()));
    }

    /** The denial of a token that is for none of an action's resource servers. */
    Optional<Decision> mismatch(RequestedAccess granted, PolicyInForce policy, Subject who) {
        return switch (policy) {
            case PolicyInForce.Active active ->
                active.binds(who) ? mismatch(granted, active.policy().policy()) : Optional.empty();
            case PolicyInForce.Unusable ignored -> Optional.empty();
            case PolicyInForce.NotGoverned ignored -> Optional.empty();
        };
    }

    private Optional<Decision> mismatch(RequestedAccess granted, Policy policy) {
        boolean astray = granted.actions().stream()
                .map(policy.actions()::get)
                .anyMatch(action -> action != null && isAstray(action));
        return astray
                ? Optional.of(
                        new Decision.Deny(Reason.AUDIENCE_MISMATCH, Grounds.none(policy.revision(), granted.modes())))
                : Optional.empty();
    }

    private boolean isAstray(Action action) {
        return !action.audience().isEmpty() && audience.stream().noneMatch(action.audience()::contains);
    }
}
