package dev.contactcenter.it.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.Admin;
import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.Http;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.WithKeycloak;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("policy")
@WithKeycloak
@DisplayName("A realm that has nothing to do with the pack")
final class StrangersIT {

    private static final String REALM = "stranger";

    private final KeycloakServer server;

    StrangersIT(KeycloakServer server) {
        this.server = server;
    }

    @BeforeEach
    void aRealmWithAScopeThatLooksLikeAnAction() {
        server.admin().post("", Admin.object("""
                {"realm": "stranger", "enabled": true,
                 "clientScopes": [{"name": "payments:read", "protocol": "openid-connect",
                                   "attributes": {"include.in.token.scope": "true"}}],
                 "clients": [{"clientId": "till", "publicClient": true, "directAccessGrantsEnabled": true,
                              "optionalClientScopes": ["payments:read"]}],
                 "users": [{"username": "clerk", "enabled": true, "email": "clerk@example.test",
                            "emailVerified": true, "firstName": "Clerk", "lastName": "Demo",
                            "credentials": [{"type": "password", "value": "demo"}]}]}
                """)).orFail();
    }

    @AfterEach
    void leave() {
        server.admin().delete("/" + REALM);
    }

    @Test
    void gets_its_tokens_as_ever_and_leaves_no_record() {
        Answer answer = Http.post(
                server.realmUrl(REALM) + "/protocol/openid-connect/token",
                Map.of(
                        "grant_type", "password",
                        "client_id", "till",
                        "username", "clerk",
                        "password", "demo",
                        "scope", "openid payments:read"));

        Tokens tokens = new Tokens(answer.orFail());
        assertThat(tokens.scope()).contains("payments:read");
        assertThat(tokens.claims().has("txn")).isFalse();
        assertThat(tokens.claims().has("contact_center")).isFalse();
        assertThat(server.records().of(REALM)).isEmpty();
        assertThat(server.records().of("master")).isEmpty();
    }

    @Test
    void may_be_given_a_policy_only_if_it_fits() {
        ObjectNode component = Admin.object("""
                {"name": "contact-center-policy", "providerId": "contact-center-policy",
                 "providerType": "dev.contactcenter.kit.policy.PolicyProvider",
                 "config": {"policy": ["contactCenterPolicy: 1"]}}
                """);

        Answer answer = server.admin().post("/" + REALM + "/components", component);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("errorMessage")).contains("record:view: { tier: 0 }");
        assertThat(server.admin().get("/" + REALM).json().at("/attributes").has("contact-center.governed"))
                .as("a refused policy marks nothing")
                .isFalse();
    }
}
