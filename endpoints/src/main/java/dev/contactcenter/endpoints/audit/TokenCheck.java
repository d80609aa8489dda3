package dev.contactcenter.endpoints.audit;

import dev.contactcenter.kit.details.ActionDetail;
import dev.contactcenter.kit.revocation.Revocations;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.AuthorizationDetailsJSONRepresentation;
import org.keycloak.services.Urls;
import org.keycloak.util.TokenUtil;

/**
 * Holds what an application tells against the token that it was done on. The token's own signature is what counts, also after it has ended:
 * so nothing needs to be remembered of a decision for what rests on it to be checked, and nobody can tell of a token that he never saw.
 */
final class TokenCheck {

    private static final Set<String> KINDS = Set.of(TokenUtil.TOKEN_TYPE_BEARER, TokenUtil.TOKEN_TYPE_DPOP);

    private final KeycloakSession session;
    private final Teller teller;

    TokenCheck(KeycloakSession session, Teller teller) {
        this.session = session;
        this.teller = teller;
    }

    Finding of(ToldAction told) {
        Optional<AccessToken> token = token(told);
        if (token.isEmpty()) {
            return new Finding.NoToken();
        }
        return dispute(told, token.get())
                .<Finding>map(why -> new Finding.Disputed(token.get(), why))
                .orElseGet(() -> new Finding.Borne(token.get()));
    }

    private Optional<AccessToken> token(ToldAction told) {
        return switch (teller) {
            case Teller.Bearer(AccessToken own) -> Optional.of(own);
            case Teller.Service ignored -> genuine(told.token());
            case Teller.Refused ignored -> Optional.empty();
        };
    }

    private Optional<AccessToken> genuine(String token) {
        return Optional.ofNullable(session.tokens().decode(token, AccessToken.class))
                .filter(decoded -> issuer().equals(decoded.getIssuer()) && KINDS.contains(decoded.getType()));
    }

    private String issuer() {
        return Urls.realmIssuer(
                session.getContext().getUri().getBaseUri(),
                session.getContext().getRealm().getName());
    }

    private Optional<String> dispute(ToldAction told, AccessToken token) {
        if (differs(told.claimed(), token)) {
            return Optional.of("token_mismatch");
        }
        if (!isForTeller(token)) {
            return Optional.of("not_for_teller");
        }
        if (told.at().isBefore(Instant.ofEpochSecond(token.getIat()).minus(ToldAction.SKEW))
                || told.at().isAfter(Instant.ofEpochSecond(token.getExp()).plus(ToldAction.SKEW))) {
            return Optional.of("outside_token_life");
        }
        if (isAfterEnd(told, token)) {
            return Optional.of("session_over");
        }
        // That an application refused what the token does not permit is as it should be.
        return told.result() == ToldAction.Result.DENIED ? Optional.empty() : unpermitted(told, token);
    }

    private static boolean differs(ToldAction.Claimed claimed, AccessToken token) {
        return differs(claimed.jti(), token.getId())
                || differs(claimed.sid(), token.getSessionId())
                || differs(claimed.txn(), TokenClaims.decision(token));
    }

    private static boolean differs(String claimed, @Nullable String told) {
        return !claimed.isEmpty() && !claimed.equals(told);
    }

    private boolean isForTeller(AccessToken token) {
        return switch (teller) {
            case Teller.Bearer ignored -> true;
            case Teller.Service(String clientId) ->
                clientId.equals(token.getIssuedFor())
                        || (token.getAudience() != null
                                && Arrays.asList(token.getAudience()).contains(clientId));
            case Teller.Refused ignored -> false;
        };
    }

    private boolean isAfterEnd(ToldAction told, AccessToken token) {
        return token.getSessionId() != null
                && session.getProvider(Revocations.class)
                        .ending(session.getContext().getRealm(), token.getSessionId())
                        .filter(ending -> told.at().isAfter(ending.at().plus(ToldAction.SKEW)))
                        .isPresent();
    }

    private static Optional<String> unpermitted(ToldAction told, AccessToken token) {
        List<AuthorizationDetailsJSONRepresentation> about = TokenClaims.details(token).stream()
                .filter(detail -> ActionDetail.TYPE.equals(detail.getType())
                        && detail.getActions() != null
                        && detail.getActions().contains(told.action()))
                .toList();
        // Whoever has the action as a scope has it of every resource.
        if (TokenClaims.scope(token).contains(told.action())
                || about.stream().anyMatch(detail -> isAbout(detail, told))) {
            return Optional.empty();
        }
        return Optional.of(about.isEmpty() ? "action_not_in_token" : "resource_not_in_token");
    }

    /** What is told of a resource that is no interaction does not say which one that belongs to: there only the identifier counts. */
    private static boolean isAbout(AuthorizationDetailsJSONRepresentation detail, ToldAction told) {
        Object interaction = detail.getCustomData().get(ActionDetail.INTERACTION);
        if (interaction != null && told.resourceType().equals(ActionDetail.INTERACTION)) {
            return interaction.equals(told.resourceId());
        }
        return detail.getIdentifier() == null || detail.getIdentifier().equals(told.resourceId());
    }
}
