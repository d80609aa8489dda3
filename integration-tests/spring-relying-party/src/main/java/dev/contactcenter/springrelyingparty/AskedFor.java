package dev.contactcenter.springrelyingparty;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/** Adds to Spring's authorization request what this request of the person takes: a proof, or one thing in detail. */
final class AskedFor implements OAuth2AuthorizationRequestResolver {

    /** RFC 9470 §4, RFC 9396 §3. */
    private static final List<String> PARAMETERS = List.of("acr_values", "max_age", "authorization_details");

    private final OAuth2AuthorizationRequestResolver standard;

    AskedFor(ClientRegistrationRepository registrations) {
        this.standard = new DefaultOAuth2AuthorizationRequestResolver(registrations, "/oauth2/authorization");
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        return withMore(request, standard.resolve(request));
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
        return withMore(request, standard.resolve(request, registration));
    }

    private static @Nullable OAuth2AuthorizationRequest withMore(
            HttpServletRequest request, @Nullable OAuth2AuthorizationRequest usual) {
        if (usual == null) {
            return null;
        }
        Map<String, Object> parameters = new LinkedHashMap<>(usual.getAdditionalParameters());
        for (String name : PARAMETERS) {
            String value = request.getParameter(name);
            if (value != null) {
                parameters.put(name, value);
            }
        }
        OAuth2AuthorizationRequest.Builder more =
                OAuth2AuthorizationRequest.from(usual).additionalParameters(parameters);
        String scope = request.getParameter("scope");
        if (scope != null) {
            more.scopes(new LinkedHashSet<>(Arrays.asList(scope.split(" ", -1))));
        }
        return more.build();
    }
}
