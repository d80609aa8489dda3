package dev.contactcenter.mappers.refresh;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuth2Constants;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;

/**
 * The scope of a refresh: never more than the refresh token carries (RFC 6749 §6).
 *
 * @param names in the order of the refresh token
 */
record RequestedScope(List<String> names) {

    private static final String[] NONE = {};

    static RequestedScope of(@Nullable String refreshToken, @Nullable String parameter) {
        List<String> granted = split(refreshToken);
        if (parameter == null || parameter.isBlank()) {
            return new RequestedScope(granted);
        }
        Set<String> asked = Set.copyOf(split(parameter));
        return new RequestedScope(granted.stream().filter(asked::contains).toList());
    }

    RequestedScope without(Collection<String> withheld) {
        return new RequestedScope(
                names.stream().filter(name -> !withheld.contains(name)).toList());
    }

    /** What of it an access token names: a refresh token names also what its client's scopes keep out of the claim. */
    RequestedScope inTokens(ClientModel client) {
        Map<String, ClientScopeModel> scopes = new HashMap<>(client.getClientScopes(false));
        scopes.putAll(client.getClientScopes(true));
        return new RequestedScope(names.stream()
                .filter(name -> Optional.ofNullable(scopes.get(name))
                        .filter(scope -> !scope.isIncludeInTokenScope())
                        .isEmpty())
                .toList());
    }

    /** Whether it names nothing but client scopes of these. */
    boolean isOf(Set<String> byDefault, Set<String> optional) {
        return names.stream()
                .allMatch(name -> byDefault.contains(name)
                        || optional.contains(name)
                        || name.equals(OAuth2Constants.SCOPE_OPENID));
    }

    String text() {
        return names.stream().collect(Collectors.joining(" "));
    }

    /** As a parameter of the refresh: never empty, because Keycloak takes an empty one for all that was granted. */
    String parameter() {
        return names.isEmpty() ? "openid" : text();
    }

    private static List<String> split(@Nullable String scope) {
        Set<String> names = new LinkedHashSet<>(Arrays.asList(scope == null ? NONE : scope.split(" ")));
        names.removeIf(String::isBlank);
        return List.copyOf(names);
    }
}
