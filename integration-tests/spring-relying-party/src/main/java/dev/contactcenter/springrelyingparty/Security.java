package dev.contactcenter.springrelyingparty;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.server.resource.introspection.SpringOpaqueTokenIntrospector;
import org.springframework.security.web.SecurityFilterChain;

/** Who may ask for what: an API that reads tokens, one that asks Keycloak about them, and an application that signs people in. */
@Configuration(proxyBeanMethods = false)
class Security {

    @Bean
    @Order(1)
    SecurityFilterChain readingTokens(HttpSecurity http) throws Exception {
        return http.securityMatcher("/api/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers("/api/queues", "/api/exchanged")
                        .hasAuthority("SCOPE_queue:monitor")
                        .anyRequest()
                        .denyAll())
                .oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults()))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain askingAboutTokens(
            HttpSecurity http, @Value("${issuer}") String issuer, @Value("${secret}") String secret) throws Exception {
        var introspector = SpringOpaqueTokenIntrospector.withIntrospectionUri(
                        issuer + "/protocol/openid-connect/token/introspect")
                .clientId("recordings-api")
                .clientSecret(secret)
                .build();
        return http.securityMatcher("/evidence/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .oauth2ResourceServer(server -> server.opaqueToken(token -> token.introspector(introspector)))
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain signingIn(HttpSecurity http, ClientRegistrationRepository registrations) throws Exception {
        // A token that serves once must not be shown at the userinfo endpoint, where Spring would go with every one.
        var people = new OidcUserService();
        people.setRetrieveUserInfo(
                request -> request.getAccessToken().getScopes().contains("profile"));
        return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .oauth2Login(login -> login.userInfoEndpoint(endpoint -> endpoint.oidcUserService(people))
                        .authorizationEndpoint(
                                endpoint -> endpoint.authorizationRequestResolver(new AskedFor(registrations))))
                .build();
    }
}
