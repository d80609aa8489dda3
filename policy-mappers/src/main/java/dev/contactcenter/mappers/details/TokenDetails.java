package dev.contactcenter.mappers.details;

import dev.contactcenter.engine.policy.Action;
import dev.contactcenter.kit.details.ActionDetail;
import dev.contactcenter.kit.details.BoundDetails;
import dev.contactcenter.kit.policy.PolicyInForce;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.Constants;
import org.keycloak.protocol.oidc.token.TokenPostProcessorContext;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.AuthorizationDetailsJSONRepresentation;

/** Writes the details that a token is bound to into it, and into the answer that brings it (RFC 9396 §7, §9.1). */
public final class TokenDetails {

    private TokenDetails() {}

    /** Writes these and no others of the pack's type. The token is for the resource servers that the policy names for their actions. */
    public static void write(BoundDetails bound, TokenPostProcessorContext context, PolicyInForce policy) {
        AccessToken token = context.accessToken();
        Optional<List<AuthorizationDetailsJSONRepresentation>> told = told(token, bound.details());
        if (told.isPresent()) {
            token.setAuthorizationDetails(told.get().isEmpty() ? null : told.get());
            context.clientSessionCtx().setAttribute(Constants.AUTHORIZATION_DETAILS_RESPONSE, told.get());
        }
        Set<String> audience = new TreeSet<>(audience(bound, policy));
        if (token.getAudience() != null) {
            audience.removeAll(Arrays.asList(token.getAudience()));
        }
        audience.forEach(token::addAudience);
    }

    /** The same in what introspection tells (RFC 9396 §9.2). */
    public static void write(BoundDetails bound, AccessToken from, AccessToken told) {
        told(from, bound.details()).filter(all -> !all.isEmpty()).ifPresent(told::setAuthorizationDetails);
    }

    /** Nothing if there is nothing to change. */
    private static Optional<List<AuthorizationDetailsJSONRepresentation>> told(
            AccessToken token, List<ActionDetail> details) {
        @Nullable List<AuthorizationDetailsJSONRepresentation> carried = token.getAuthorizationDetails();
        if (carried == null && details.isEmpty()) {
            return Optional.empty();
        }
        List<AuthorizationDetailsJSONRepresentation> told = new ArrayList<>();
        if (carried != null) {
            carried.stream()
                    .filter(one -> !ActionDetail.TYPE.equals(one.getType()))
                    .forEach(told::add);
        }
        details.stream().map(ActionDetail::told).forEach(told::add);
        return Optional.of(told);
    }

    private static List<String> audience(BoundDetails bound, PolicyInForce policy) {
        return switch (policy) {
            case PolicyInForce.Active active ->
                bound.actions().stream()
                        .flatMap(action -> Stream.ofNullable(
                                active.policy().policy().actions().get(action)))
                        .map(Action::audience)
                        .flatMap(Set::stream)
                        .toList();
            case PolicyInForce.Unusable ignored -> List.of();
            case PolicyInForce.NotGoverned ignored -> List.of();
        };
    }
}
