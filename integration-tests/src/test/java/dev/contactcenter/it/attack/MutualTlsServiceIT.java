package dev.contactcenter.it.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.BesideOthers;
import dev.contactcenter.it.server.Http;
import dev.contactcenter.it.server.RealmFixture;
import dev.contactcenter.it.services.Connector;
import dev.contactcenter.it.services.ServiceAccount;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Keycloak ends TLS itself. The telephony system proves itself with a certificate (RFC 8705 §2), and its tokens are bound to it (§3). */
@Tag("attack")
@Tag("modes")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@BesideOthers
@DisplayName("A service with a certificate")
final class MutualTlsServiceIT {

    private static final String OWN = "connector.services.example.test";
    private static final String OTHER = "reports.services.example.test";
    private static final String FEED = "contact-center-interaction-feed";
    private static final String ACTIONS = "record:view note:write";
    private static final int TWO_MINUTES = 120;

    private final TlsServer server = TlsServer.start(OWN, OTHER);
    private final RealmFixture realm = RealmFixture.plan(server.keycloak(), "service-tls")
            .client(Connector.CLIENT, MutualTlsServiceIT::proves)
            .create();

    private static void proves(ObjectNode client) {
        client.put("clientAuthenticatorType", "client-x509");
        client.remove("secret");
        client.withObject("/attributes")
                .put("x509.subjectdn", "CN=" + OWN)
                .put("x509.allow.regex.pattern.comparison", "false")
                .put("contact-center.service", "certificate")
                .put("tls.client.certificate.bound.access.tokens", "true")
                .put("dpop.bound.access.tokens", "false");
    }

    @AfterAll
    void close() {
        realm.close();
        server.close();
    }

    @Test
    void is_given_a_short_token_for_its_fields_and_one_audience_that_is_bound_to_the_certificate() {
        JsonNode claims = given(ACTIONS).claims();

        assertThat(claims.path("cnf").path("x5t#S256").asText()).isNotEmpty();
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(TWO_MINUTES);
        assertThat(claims.path("aud").asText()).isEqualTo("crm-api");
        assertThat(claims.at("/contact_center/fields/record").toString()).isEqualTo("[\"id\",\"language\",\"status\"]");
    }

    @Test
    void is_refused_without_it_with_that_of_another_and_with_one_that_a_stranger_issued() {
        assertThat(ask(server.withoutCertificate(), ACTIONS).status()).isEqualTo(401);
        assertThat(ask(server.withCertificate(OTHER), ACTIONS).status()).isEqualTo(401);
        assertThat(ask(server.withoutCertificate(), ACTIONS).body()).contains("invalid_client");
        assertThatThrownBy(() -> ask(server.withStrangersCertificate(OWN), ACTIONS))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void is_not_set_to_a_secret_and_gets_no_token_that_is_bound_to_nothing() {
        String client = "/clients/" + realm.admin().clientId(Connector.CLIENT);

        assertThat(realm.admin()
                        .change(client, one -> one.put("clientAuthenticatorType", "client-secret"))
                        .status())
                .isEqualTo(400);
        realm.admin()
                .change(
                        client,
                        one -> one.withObject("/attributes").put("tls.client.certificate.bound.access.tokens", "false"))
                .orFail();
        assertThat(given(ACTIONS).claims().path("cnf").path("x5t#S256").asText())
                .as("the client policy binds it again")
                .isNotEmpty();
    }

    @Test
    void is_given_nothing_that_is_not_its_own() {
        Answer refused = ask(server.withCertificate(OWN), "record:view record:edit");

        assertThat(refused.status()).isEqualTo(400);
    }

    @Test
    void has_a_token_that_is_worth_nothing_on_a_connection_of_anybody_else() {
        ServiceAccount.admit(realm.admin(), Connector.CLIENT, FEED);
        String token = given("openid roles").access();

        assertThat(tell(server.withCertificate(OWN), token).status())
                .as("there is no such session, which is more than strangers are told")
                .isEqualTo(404);
        for (HttpClient thief : new HttpClient[] {server.withoutCertificate(), server.withCertificate(OTHER)}) {
            Answer refused = tell(thief, token);
            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.body()).contains("certificate that it is bound to");
        }
    }

    private Tokens given(String scope) {
        return new Tokens(ask(server.withCertificate(OWN), scope).orFail());
    }

    private Answer ask(HttpClient by, String scope) {
        return server.post(
                realm,
                by,
                "/token",
                Map.of("grant_type", "client_credentials", "client_id", Connector.CLIENT, "scope", scope));
    }

    private Answer tell(HttpClient by, String token) {
        String path = "/contact-center/interactions/00000000-0000-4000-8000-000000000000";
        return Http.send(
                by,
                HttpRequest.newBuilder(server.secure(URI.create(realm.url() + path)))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString("{\"state\":\"idle\",\"sequence\":1}")));
    }
}
