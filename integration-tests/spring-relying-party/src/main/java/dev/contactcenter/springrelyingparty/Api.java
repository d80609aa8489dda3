package dev.contactcenter.springrelyingparty;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.ClientAuthorizationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.TokenExchangeOAuth2AuthorizedClientProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What other applications see: resources behind tokens. */
@RestController
class Api {

    private final AuthorizedClientServiceOAuth2AuthorizedClientManager exchanging;

    Api(ClientRegistrationRepository registrations, OAuth2AuthorizedClientService authorized) {
        var provider = new TokenExchangeOAuth2AuthorizedClientProvider();
        provider.setSubjectTokenResolver(
                context -> accessToken(context.getPrincipal().getPrincipal()));
        this.exchanging = new AuthorizedClientServiceOAuth2AuthorizedClientManager(registrations, authorized);
        exchanging.setAuthorizedClientProvider(provider);
    }

    /** Keycloak exchanges access tokens, as which it wants them named; Spring calls each JWT a JWT. */
    private static OAuth2AccessToken accessToken(@Nullable Object who) {
        if (!(who instanceof Jwt token)) {
            throw new IllegalStateException("Nothing can be exchanged, because the request came without a JWT");
        }
        return new OAuth2AccessToken(
                OAuth2AccessToken.TokenType.BEARER, token.getTokenValue(), token.getIssuedAt(), token.getExpiresAt());
    }

    /** Behind a scope of the token. */
    @GetMapping("/api/queues")
    Map<String, Object> queues(@AuthenticationPrincipal Jwt token) {
        return Map.of("acr", token.getClaimAsString("acr"), "told", token.getClaimAsMap("contact_center"));
    }

    /** The token that is had for the one of the request (RFC 8693). */
    @GetMapping("/api/exchanged")
    Map<String, Object> exchanged(JwtAuthenticationToken who, @RequestParam("registration") String registration) {
        OAuth2AuthorizeRequest order = OAuth2AuthorizeRequest.withClientRegistrationId(registration)
                .principal(who)
                .build();
        try {
            OAuth2AuthorizedClient client = exchanging.authorize(order);
            return client == null
                    ? Map.of("error", "none")
                    : Map.of("access_token", client.getAccessToken().getTokenValue());
        } catch (ClientAuthorizationException e) {
            return Map.of("error_description", String.valueOf(e.getError().getDescription()));
        }
    }

    /** Behind what Keycloak says of the token, which is asked once for each request (RFC 7662). */
    @GetMapping("/evidence/call")
    Map<String, Object> evidence(@AuthenticationPrincipal OAuth2AuthenticatedPrincipal token) {
        return Map.of("details", String.valueOf(token.getAttributes().get("authorization_details")));
    }
}
