package dev.contactcenter.it.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.contactcenter.it.client.Person;
import dev.contactcenter.it.oidc.TestApp;
import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.Admin;
import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.RealmFixture;
import dev.contactcenter.it.server.WithKeycloak;
import dev.contactcenter.it.services.Connector;
import dev.contactcenter.it.services.ServiceAccount;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Tried with the telephony system as it ships, which has a key, and with one that somebody gave a secret. */
@Tag("attack")
@Tag("modes")
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("A service")
final class ServiceIT {

    private static final String EXPORT = "export:create";
    private static final String[] TOO_MUCH = {EXPORT, "billing:edit", "record:edit", "mode:agent", "mode:supervisor"};

    private final Scene keyed;
    private final Scene secret;
    private final Connector connector;

    ServiceIT(KeycloakServer server) {
        this.keyed = Scene.of(server, "service-key", plan -> exchanging(Connector.keyed(plan)));
        this.secret = Scene.of(
                server, "service-secret", plan -> exchanging(plan).client(Connector.CLIENT, Clients::greedyService));
        this.connector = new Connector(keyed.realm());
    }

    /** A policy that lets the service export, on the grounds of nothing but its key. */
    private static RealmFixture.Plan exchanging(RealmFixture.Plan plan) {
        RealmFixture.Plan asking = Connector.asking(plan.withoutEnrolment().policy(ServiceIT::exporting), TOO_MUCH);
        return Connector.exchanging(Connector.exchanging(asking, "agent-desktop"), "supervisor-console");
    }

    private static String exporting(String policy) {
        return policy.substring(0, policy.indexOf("\nrules:"))
                .replace(
                        "    actions: [record:view, note:write]\n    fields:",
                        "    actions: [record:view, note:write, export:create]\n    fields:");
    }

    @AfterAll
    void close() {
        keyed.close();
        secret.close();
    }

    private Answer bySecret(Map<String, String> form) {
        Map<String, String> all = new HashMap<>(form);
        all.put("client_secret", Clients.SECRET);
        return secret.app(Connector.CLIENT).token(all);
    }

    private static Tokens signedIn(Scene scene, String user, String app, String scope) {
        return new Person(user).signIn(new TestApp(scene.realm(), app), scope);
    }

    @Test
    void is_given_no_action_that_is_not_its_own() {
        keyed.assertDenied(connector.ask("record:view record:edit"), "action_not_granted");
        keyed.assertDenied(connector.ask("billing:edit"), "action_not_granted");
    }

    @Test
    void is_told_of_no_field_that_is_not_its_own_whatever_it_asks_for() {
        String claims =
                "{\"access_token\":{\"contact_center\":{\"value\":{\"fields\":{\"record\":[\"billing.iban\"]}}}}}";

        Tokens tokens = new Tokens(connector
                .ask("record:view", Map.of("claims", claims, "fields", "billing.iban"))
                .orFail());

        assertThat(tokens.claims().at("/contact_center/fields").toString())
                .isEqualTo("{\"record\":[\"id\",\"language\",\"status\"]}");
    }

    @Test
    void is_given_nothing_privileged_for_a_secret() {
        Answer answer = bySecret(Map.of("grant_type", "client_credentials", "scope", EXPORT));

        secret.assertDenied(answer, "client_key_required");
        assertThat(new Tokens(connector.ask(EXPORT).orFail()).scope()).contains(EXPORT);
    }

    @Test
    void with_a_secret_still_has_what_is_everyday() {
        Answer answer = bySecret(Map.of("grant_type", "client_credentials", "scope", "record:view"));

        assertThat(new Tokens(answer.orFail()).scope()).contains("record:view");
    }

    @Test
    void is_not_given_a_secret_by_an_administrator_while_it_is_marked_as_one() {
        String path = "/clients/" + keyed.realm().admin().clientId(Connector.CLIENT);

        assertThat(keyed.realm()
                        .admin()
                        .change(path, client -> client.put("clientAuthenticatorType", "client-secret"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void is_given_no_token_that_is_bound_to_nothing() {
        Scene.assertRejected(connector.askWithoutProof("record:view"), "invalid_request");
    }

    @Test
    void cannot_be_impersonated_by_whoever_has_its_token_alone() {
        Tokens tokens = connector.given("openid record:view");

        assertThat(connector.userInfo(tokens).status()).isEqualTo(200);
        assertThat(connector.userInfoWithoutProof(tokens, "Bearer").status()).isEqualTo(401);
        assertThat(connector.userInfoWithoutProof(tokens, "DPoP").status()).isEqualTo(401);
        assertThat(new Connector(keyed.realm()).userInfo(tokens).status())
                .as("with a key of the thief's own")
                .isEqualTo(401);
    }

    @Test
    void tells_the_pack_something_with_a_proof_of_its_key_that_counts_once() {
        ServiceAccount.admit(keyed.realm().admin(), Connector.CLIENT, "contact-center-interaction-feed");
        Tokens tokens = connector.given("openid roles");
        String nobody = "00000000-0000-4000-8000-000000000000";
        String idle = "{\"state\":\"idle\",\"sequence\":1}";
        String proof = connector.proofOfTelling(tokens, nobody);

        assertThat(connector.tell(tokens, nobody, proof, idle).status())
                .as("there is no such session, which is more than strangers are told")
                .isEqualTo(404);
        assertThat(connector.tell(tokens, nobody, proof, idle).status()).isEqualTo(401);
        assertThat(connector
                        .tell(tokens, nobody, new Connector(keyed.realm()).proofOfTelling(tokens, nobody), idle)
                        .status())
                .as("with a key of the thief's own")
                .isEqualTo(401);
    }

    @Test
    void that_acts_for_an_agent_has_what_is_both_the_agents_and_its_own() {
        Tokens agent = signedIn(keyed, "agent", "agent-desktop", "mode:agent record:view record:edit");

        Tokens exchanged = new Tokens(
                connector.exchange(agent.access(), "mode:agent record:view").orFail());

        assertThat(exchanged.scope()).contains("record:view").doesNotContain("record:edit");
        JsonNode claims = exchanged.claims();
        assertThat(claims.at("/contact_center/fields").toString())
                .isEqualTo("{\"record\":[\"id\",\"language\",\"status\"]}");
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isLessThanOrEqualTo(120);
        keyed.assertDenied(connector.exchange(agent.access(), "mode:agent record:edit"), "wider_than_service");
    }

    @Test
    void that_acts_for_a_supervisor_with_a_secret_is_given_nothing_privileged() {
        String supervisor = signedIn(secret, "supervisor", "supervisor-console", "mode:supervisor " + EXPORT)
                .access();

        Answer answer = bySecret(Connector.exchanging(supervisor, "mode:supervisor " + EXPORT));

        secret.assertDenied(answer, "client_key_required");
    }

    @Test
    void that_is_marked_as_one_and_has_a_secret_is_let_in_nowhere(KeycloakServer server) {
        try (Scene marked = Scene.of(
                server,
                "service-marked",
                plan -> plan.client(Connector.CLIENT, client -> {
                    Clients.greedyService(client);
                    client.withObject("/attributes").put("contact-center.service", "true");
                }))) {
            Answer answer = marked.app(Connector.CLIENT)
                    .token(Map.of(
                            "grant_type",
                            "client_credentials",
                            "client_secret",
                            Clients.SECRET,
                            "scope",
                            "record:view"));

            Scene.assertRejected(answer, "invalid_request");
        }
    }

    @Test
    void is_not_registered_with_full_scope_by_an_administrator() {
        var client = Clients.confidential("greedy");
        client.put("serviceAccountsEnabled", true);
        client.put("fullScopeAllowed", true);

        keyed.realm().admin().post("/clients", client).orFail();
        assertThat(hasFullScope("greedy")).isFalse();

        String path = "/clients/" + keyed.realm().admin().clientId("greedy");
        keyed.realm()
                .admin()
                .change(path, found -> found.put("fullScopeAllowed", true))
                .orFail();
        assertThat(hasFullScope("greedy")).isFalse();
    }

    @Test
    void is_not_registered_with_full_scope_by_itself() {
        var registration = new Registration(keyed.realm());
        var client = Admin.object();
        client.put("clientId", "self-made").put("fullScopeAllowed", true).put("serviceAccountsEnabled", true);

        registration.post("default", client).orFail();
        assertThat(hasFullScope("self-made")).isFalse();

        var standard = Admin.object().put("client_name", "self-made too");
        standard.set("grant_types", Admin.array("client_credentials"));
        String id = registration.post("openid-connect", standard).orFail().text("client_id");
        assertThat(hasFullScope(id)).isFalse();
    }

    private boolean hasFullScope(String clientId) {
        return keyed.realm()
                .admin()
                .get("/clients/" + keyed.realm().admin().clientId(clientId))
                .orFail()
                .json()
                .path("fullScopeAllowed")
                .asBoolean(true);
    }
}
