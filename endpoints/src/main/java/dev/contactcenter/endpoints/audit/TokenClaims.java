package dev.contactcenter.endpoints.audit;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.AuthorizationDetailsJSONRepresentation;

/** What the tokens of the realm say of what they permit. */
final class TokenClaims {

    private TokenClaims() {}

    /** The id of the decision that it rests on; empty if it rests on none. */
    static String decision(AccessToken token) {
        return text(token.getOtherClaims().get("txn"));
    }

    /** The mode; empty if it has none. */
    static String mode(AccessToken token) {
        return token.getOtherClaims().get("contact_center") instanceof Map<?, ?> ours ? text(ours.get("mode")) : "";
    }

    static Set<String> scope(AccessToken token) {
        return token.getScope() == null
                ? Set.of()
                : new HashSet<>(Arrays.asList(token.getScope().strip().split("\\s+", -1)));
    }

    static List<AuthorizationDetailsJSONRepresentation> details(AccessToken token) {
        @Nullable List<AuthorizationDetailsJSONRepresentation> details = token.getAuthorizationDetails();
        return details == null ? List.of() : details;
    }

    private static String text(@Nullable Object claim) {
        return claim instanceof String text ? text : "";
    }
}
