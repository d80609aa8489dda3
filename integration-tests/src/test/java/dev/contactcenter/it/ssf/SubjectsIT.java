package dev.contactcenter.it.ssf;

import static dev.contactcenter.it.ssf.StreamRealm.sid;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.Admin;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.WithKeycloak;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@Tag("continuous")
@Tag("attack")
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("The subject of a security event")
final class SubjectsIT {

    private static final String STREAM = "subjects";

    private final Transmitter transmitter = new Transmitter("https://transmitter.example.test");
    private final StreamRealm realm;
    private final StreamRealm neighbour;

    SubjectsIT(KeycloakServer server) {
        realm = StreamRealm.of(server, "subjects", transmitter);
        neighbour = StreamRealm.of(server, "subjects-next", transmitter);
    }

    @BeforeAll
    void configure() {
        realm.pushed(STREAM, Map.of("criticalMembers", "tenant")).orFail();
    }

    @AfterAll
    void close() {
        realm.close();
        neighbour.close();
        transmitter.close();
    }

    private SetText revoked() {
        return transmitter.set("session-revoked");
    }

    private void assertNoEffect(SetText set, String reason) {
        realm.take(STREAM, set);
        assertThat(realm.record(set).path("outcome").asText()).isEqualTo("no_subject");
        assertThat(realm.record(set).path("reason").asText()).isEqualTo(reason);
    }

    @Test
    void may_be_an_address_that_was_verified() {
        Tokens tokens = realm.signIn("supervisor");

        realm.take(STREAM, revoked().aboutEmail("Supervisor@example.test"));

        realm.awaitEnd(tokens);
    }

    @Test
    void may_be_the_id_of_an_account() {
        Tokens tokens = realm.signIn("supervisor");

        realm.take(STREAM, revoked().about("{\"format\":\"opaque\",\"id\":\"" + realm.account("supervisor") + "\"}"));

        realm.awaitEnd(tokens);
    }

    @Test
    void may_be_who_an_identity_provider_knows_under_another_id() {
        String issuer = "https://partner.example.test";
        realm.fixture()
                .admin()
                .post("/identity-provider/instances", Admin.object("""
                        {"alias": "partner", "providerId": "oidc", "enabled": true, "config": {
                          "clientId": "realm", "clientSecret": "secret",
                          "authorizationUrl": "https://partner.example.test/auth",
                          "tokenUrl": "https://partner.example.test/token"}}"""))
                .orFail();
        realm.fixture()
                .admin()
                .post(
                        "/users/" + realm.account("supervisor") + "/federated-identity/partner",
                        Admin.object("{\"userId\":\"ext-1\",\"userName\":\"ext\"}"))
                .orFail();
        realm.pushed("linked", Map.of("identityProviders", issuer + "=partner")).orFail();
        String linked = "{\"format\":\"iss_sub\",\"iss\":\"" + issuer + "\",\"sub\":\"ext-1\"}";
        Tokens tokens = realm.signIn("supervisor");

        assertNoEffect(revoked().about(linked), "unknown_subject");
        realm.assertGoesOn(tokens);
        realm.take("linked", revoked().about(linked.replace("ext-1", "ext-2")));
        realm.assertGoesOn(tokens);
        realm.take("linked", revoked().about(linked));

        realm.awaitEnd(tokens);
    }

    @Test
    void is_no_address_that_nobody_verified() {
        Tokens tokens = realm.signIn("supervisor");
        verified("supervisor", false);

        assertNoEffect(revoked().aboutEmail("supervisor@example.test"), "unverified_email");

        verified("supervisor", true);
        realm.assertGoesOn(tokens);
    }

    @Test
    void is_the_one_who_verified_an_address_and_not_who_typed_it_as_well() {
        shared(true);
        fixtureUser(
                "analyst", user -> user.put("email", "supervisor@example.test").put("emailVerified", false));
        Tokens owner = realm.signIn("supervisor");

        realm.take(STREAM, revoked().aboutEmail("supervisor@example.test"));
        realm.awaitEnd(owner);

        fixtureUser("analyst", user -> user.put("emailVerified", true));
        assertNoEffect(revoked().aboutEmail("supervisor@example.test"), "ambiguous_subject");
        fixtureUser("analyst", user -> user.put("email", "analyst@example.test"));
    }

    @Test
    void is_nobody_of_another_realm() {
        Tokens theirs = neighbour.signIn("supervisor");

        assertNoEffect(revoked().aboutSession(sid(theirs)), "unknown_subject");
        assertNoEffect(revoked().aboutAccount(neighbour.account("supervisor")), "unknown_subject");

        neighbour.assertGoesOn(theirs);
    }

    @Test
    void is_nobody_of_an_issuer_that_is_not_known() {
        assertNoEffect(
                revoked()
                        .about("{\"format\":\"iss_sub\",\"iss\":\"https://elsewhere.example.test\",\"sub\":\""
                                + realm.account("supervisor") + "\"}"),
                "unknown_subject");
    }

    @Test
    void of_several_members_must_be_right_in_all_of_them() {
        Tokens agent = realm.signIn("supervisor");
        String session = "\"session\":{\"format\":\"opaque\",\"id\":\"" + sid(agent) + "\"}";
        String other = "\"user\":{\"format\":\"opaque\",\"id\":\"" + realm.account("analyst") + "\"}";
        SetText set = revoked().about("{\"format\":\"complex\"," + session + "," + other + "}");

        realm.take(STREAM, set);

        assertThat(realm.record(set).path("outcome").asText()).isEqualTo("noted");
        realm.assertGoesOn(agent);
        String own = "\"user\":{\"format\":\"opaque\",\"id\":\"" + realm.account("supervisor") + "\"}";
        realm.take(STREAM, revoked().about("{\"format\":\"complex\"," + session + "," + own + "}"));
        realm.awaitEnd(agent);
    }

    @Test
    void with_a_critical_member_that_nobody_understands_has_no_effect() {
        Tokens tokens = realm.signIn("supervisor");

        assertNoEffect(
                revoked()
                        .about("{\"format\":\"complex\",\"session\":{\"format\":\"opaque\",\"id\":\"" + sid(tokens)
                                + "\"},\"tenant\":{\"format\":\"opaque\",\"id\":\"1\"}}"),
                "critical_member");

        realm.assertGoesOn(tokens);
    }

    @Test
    void may_have_several_names_if_they_mean_the_same() {
        Tokens tokens = realm.signIn("supervisor");
        String id = "{\"format\":\"opaque\",\"id\":\"" + realm.account("supervisor") + "\"}";
        String agent = "{\"format\":\"email\",\"email\":\"agent@example.test\"}";

        SetText both = transmitter
                .set("credential-change")
                .with("credential_type", "password")
                .with("change_type", "revoke")
                .about("{\"format\":\"aliases\",\"identifiers\":[" + id + "," + agent + "]}");

        assertNoEffect(both, "ambiguous_subject");
        realm.assertGoesOn(tokens);
        String own = "{\"format\":\"email\",\"email\":\"supervisor@example.test\"}";

        realm.take(STREAM, revoked().about("{\"format\":\"aliases\",\"identifiers\":[" + id + "," + own + "]}"));

        realm.awaitEnd(tokens);
    }

    private void verified(String name, boolean verified) {
        fixtureUser(name, user -> user.put("emailVerified", verified));
    }

    private void fixtureUser(String name, Consumer<ObjectNode> change) {
        realm.fixture().admin().change("/users/" + realm.account(name), change).orFail();
    }

    private void shared(boolean allowed) {
        realm.fixture()
                .admin()
                .change(
                        "",
                        found -> found.put("duplicateEmailsAllowed", allowed).put("loginWithEmailAllowed", !allowed))
                .orFail();
    }
}
