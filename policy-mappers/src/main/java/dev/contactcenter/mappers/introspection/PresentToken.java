package dev.contactcenter.mappers.introspection;

import dev.contactcenter.engine.decision.Decision;
import dev.contactcenter.kit.decision.DecisionPoint;
import dev.contactcenter.kit.decision.Inquiry;
import dev.contactcenter.kit.details.ActionDetail;
import dev.contactcenter.kit.details.DetailReader;
import dev.contactcenter.kit.details.LoginDetails;
import dev.contactcenter.kit.policy.PolicyInForce;
import dev.contactcenter.kit.record.DecisionRecorder.Keep;
import dev.contactcenter.kit.record.Hook;
import dev.contactcenter.kit.session.RequestedAccess;
import dev.contactcenter.mappers.lastline.LeftMode;
import dev.contactcenter.mappers.lastline.SessionInquiry;
import dev.contactcenter.mappers.remainder.Remainder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.representations.AccessToken;

/**
 * What a token is worth now: its mode and its actions decided anew for its session as it is.
 *
 * @param carried what the token was issued for
 * @param inquiry what was asked about it
 */
record PresentToken(DecisionPoint point, RequestedAccess carried, Inquiry inquiry, Remainder remainder) {

    /** Nothing where the policy has nothing to say about the token. */
    static Optional<PresentToken> of(
            KeycloakSession session, Hook hook, AccessToken token, UserSessionModel userSession, ClientModel client) {
        DecisionPoint point = DecisionPoint.of(session);
        RequestedAccess carried = RequestedAccess.ofNames(names(token, client), point.policy())
                .and(ActionDetail.actionsOf(DetailReader.of(token)));
        if (carried.isNothing()) {
            return Optional.empty();
        }
        Inquiry inquiry = SessionInquiry.of(session, point, hook, userSession, client, carried)
                .telling(LoginDetails.about(DetailReader.of(token), ""));
        Remainder remainder = LeftMode.denial(point, inquiry.request().subject(), userSession, client, carried, token)
                .map(denial -> Remainder.nothing(inquiry, denial))
                .orElseGet(() -> Remainder.of(point, inquiry));
        return Optional.of(new PresentToken(point, carried, inquiry, remainder));
    }

    /** The same once the session remembers what a later grace depends on. */
    PresentToken remembered(UserSessionModel userSession) {
        remainder.remember(point, userSession, inquiry);
        return this;
    }

    /** Records that a resource server has used it, which it can only once. */
    void recordUse(String by) {
        Map<String, String> about = new TreeMap<>(inquiry.about());
        about.put("used_by", by);
        point.record(inquiry.telling(about), point.weigh(inquiry.request()), Keep.WITH_REQUEST);
    }

    /** Default client scopes are always granted, also those that the scope claim does not name. */
    private static Set<String> names(AccessToken token, ClientModel client) {
        Set<String> names = new TreeSet<>(client.getClientScopes(true).keySet());
        Optional.ofNullable(token.getScope())
                .map(scope -> scope.split(" "))
                .ifPresent(all -> names.addAll(List.of(all)));
        return names;
    }

    /** Whether all of it still stands. */
    boolean stands() {
        return remainder.refusals().isEmpty();
    }

    /** The decision that makes it worth nothing at all. */
    Optional<Decision> refusal() {
        return remainder.refusal();
    }

    /**
     * The same at a resource server, which may look at nothing but whether the token is active (RFC 7662 §2.2, §4): none of the
     * actions that the policy lets it receive is left.
     */
    Optional<Decision> refusalAt(String resourceServer) {
        Set<String> served = served(resourceServer);
        boolean nothingLeft = !served.isEmpty() && served.stream().noneMatch(remainder.kept()::contains);
        return refusal().or(() -> nothingLeft ? first(served) : Optional.empty());
    }

    private Optional<Decision> first(Set<String> served) {
        Stream<Decision> reasons = new TreeSet<>(served).stream().map(remainder.withheld()::get);
        return reasons.findFirst();
    }

    /** The actions that name it. One that none names serves those that name nobody. */
    private Set<String> served(String resourceServer) {
        Set<String> named = carried.actions().stream()
                .filter(action -> audience(action).contains(resourceServer))
                .collect(Collectors.toSet());
        return named.isEmpty()
                ? carried.actions().stream()
                        .filter(action -> audience(action).isEmpty())
                        .collect(Collectors.toSet())
                : named;
    }

    private Set<String> audience(String action) {
        return switch (point.policy()) {
            case PolicyInForce.Active active ->
                Optional.ofNullable(active.policy().policy().actions().get(action))
                        .map(known -> Set.copyOf(known.audience()))
                        .orElse(Set.of());
            case PolicyInForce.Unusable ignored -> Set.of();
            case PolicyInForce.NotGoverned ignored -> Set.of();
        };
    }
}
