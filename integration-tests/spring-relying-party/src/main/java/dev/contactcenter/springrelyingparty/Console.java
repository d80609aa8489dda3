package dev.contactcenter.springrelyingparty;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.client.ClientAuthorizationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.annotation.RegisteredOAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;
import org.springframework.web.util.UriComponentsBuilder;

/** What the supervisor sees: the queues, recordings, and, for tests, what Spring holds. */
@RestController
class Console {

    /** So far before its end a token is refreshed: always. */
    private static final Duration AT_ONCE = Duration.ofDays(1);

    private static final Pattern PARAMETER = Pattern.compile("(\\w+)=\"([^\"]*)\"");

    private final RestClient http = RestClient.create();
    private final String recordings;
    private final DefaultOAuth2AuthorizedClientManager refreshing;

    Console(
            @Value("${recordings}") String recordings,
            ClientRegistrationRepository registrations,
            OAuth2AuthorizedClientRepository authorized) {
        this.recordings = recordings;
        this.refreshing = new DefaultOAuth2AuthorizedClientManager(registrations, authorized);
        refreshing.setAuthorizedClientProvider(OAuth2AuthorizedClientProviderBuilder.builder()
                .refreshToken(refresh -> refresh.clockSkew(AT_ONCE))
                .build());
    }

    /** Who is signed in. */
    @GetMapping("/")
    Map<String, Object> home(@AuthenticationPrincipal OidcUser user) {
        return Map.of("subject", user.getSubject(), "acr", user.getClaimAsString("acr"));
    }

    /** What Spring holds for the person. */
    @GetMapping("/token")
    Map<String, Object> token(@RegisteredOAuth2AuthorizedClient("console") OAuth2AuthorizedClient client) {
        return told(client);
    }

    /** The same after a refresh. */
    @GetMapping("/refreshed")
    Map<String, Object> refreshed(
            @RegisteredOAuth2AuthorizedClient("console") OAuth2AuthorizedClient client,
            Authentication who,
            HttpServletRequest request,
            HttpServletResponse response) {
        OAuth2AuthorizeRequest order = OAuth2AuthorizeRequest.withAuthorizedClient(client)
                .principal(who)
                .attribute(HttpServletRequest.class.getName(), request)
                .attribute(HttpServletResponse.class.getName(), response)
                .build();
        try {
            OAuth2AuthorizedClient refreshed = refreshing.authorize(order);
            return told(refreshed == null ? client : refreshed);
        } catch (ClientAuthorizationException e) {
            return Map.of(
                    "error",
                    e.getError().getErrorCode(),
                    "error_description",
                    String.valueOf(e.getError().getDescription()));
        }
    }

    /** Asks the API of recordings, and does what its challenge says (RFC 9470 §4). */
    @GetMapping("/recordings/{id}")
    ResponseEntity<String> recording(
            @PathVariable("id") String id, @RegisteredOAuth2AuthorizedClient("console") OAuth2AuthorizedClient client) {
        return http.get()
                .uri(recordings + "/recordings/{id}/audio", id)
                .headers(
                        headers -> headers.setBearerAuth(client.getAccessToken().getTokenValue()))
                .exchange((request, answer) -> answered(
                        answer.getStatusCode().value(), answer.getHeaders().getFirst(HttpHeaders.WWW_AUTHENTICATE)));
    }

    private static ResponseEntity<String> answered(int status, @Nullable String challenge) {
        if (challenge == null) {
            return ResponseEntity.status(status).body("played");
        }
        Map<String, String> said = new LinkedHashMap<>();
        Matcher parameter = PARAMETER.matcher(challenge);
        while (parameter.find()) {
            said.put(parameter.group(1), parameter.group(2));
        }
        if (!"insufficient_user_authentication".equals(said.get("error"))) {
            return ResponseEntity.status(status).body(challenge);
        }
        URI login = UriComponentsBuilder.fromPath("/oauth2/authorization/console")
                .queryParam("scope", "openid mode:supervisor queue:monitor " + said.get("scope"))
                .queryParam("acr_values", said.get("acr_values"))
                .queryParam("max_age", said.get("max_age"))
                .build()
                .encode()
                .toUri();
        return ResponseEntity.status(HttpStatus.FOUND).location(login).build();
    }

    private static Map<String, Object> told(OAuth2AuthorizedClient client) {
        return Map.of(
                "scope",
                client.getAccessToken().getScopes(),
                "access_token",
                client.getAccessToken().getTokenValue(),
                "can_refresh",
                client.getRefreshToken() != null);
    }
}
