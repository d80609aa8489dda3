package dev.contactcenter.it.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contactcenter.demo.server.KeycloakDistribution;
import dev.contactcenter.it.attack.Registration;
import dev.contactcenter.it.server.Admin;
import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.RealmFixture;
import dev.contactcenter.it.server.RealmKey;
import dev.contactcenter.it.server.WithKeycloak;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@Tag("audit")
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("What an administrator changes is on record with the old value and the new")
final class ConfigurationRecordsIT {

    private final KeycloakServer server;
    private final RealmFixture realm;

    ConfigurationRecordsIT(KeycloakServer server) {
        this.server = server;
        this.realm = RealmFixture.plan(server, "configuration").create();
    }

    @AfterAll
    void close() {
        realm.close();
    }

    private JsonNode record(String type, String operation, String part) {
        return server.records()
                .await(
                        realm.name(),
                        one -> one.path("event").asText().equals("configuration_changed")
                                && one.path("about").path("type").asText().equals(type)
                                && one.path("about").path("operation").asText().equals(operation)
                                && one.toString().contains(part));
    }

    @Test
    void of_a_policy() {
        String before = realm.admin().policy();
        realm.admin()
                .putPolicy(before.replaceFirst("(?m)^revision: .*$", "revision: changed.1"))
                .orFail();

        JsonNode record = record("policy", "update", "changed.1");

        assertThat(record.path("about").path("old").asText())
                .contains("revision: ")
                .doesNotContain("changed.1");
        assertThat(record.path("about").path("new").asText()).contains("revision: changed.1");
        assertThat(record.path("actor").path("username").asText()).isNotEmpty();
        assertThat(record.path("actor").path("client").asText()).isEqualTo("admin-cli");
        assertThat(record.path("privileged").asBoolean()).isTrue();
    }

    @Test
    @Tag("attack")
    void of_a_policy_that_is_switched_off_and_of_what_is_changed_meanwhile() {
        String before = realm.admin().policy();
        realm.admin()
                .putPolicy(before.replaceFirst("(?m)^enforcement: .*$", "enforcement: off # for a while"))
                .orFail();
        realm.admin()
                .change("/clients/" + realm.admin().clientId("crm-api"), client -> client.put("name", "Unwatched"))
                .orFail();

        assertThat(record("policy", "update", "off # for a while")
                        .path("about")
                        .path("new")
                        .asText())
                .contains("off # for a while");
        assertThat(record("client", "update", "Unwatched").path("privileged").asBoolean())
                .isTrue();
        realm.admin().putPolicy(before).orFail();
    }

    @Test
    void of_a_client_without_its_secrets() {
        String id = realm.admin().clientId("crm-api");
        realm.admin()
                .change(
                        "/clients/" + id,
                        client -> client.put("description", "Something else").put("secret", "a-secret-nobody-may-read"))
                .orFail();

        JsonNode record = record("client", "update", "Something else");

        assertThat(record.path("about").path("entity").asText()).isEqualTo("crm-api");
        assertThat(record.path("about").path("old").asText()).contains("Serves customer records");
        assertThat(record.path("about").path("new").asText()).contains("Something else");
        assertThat(record.toString()).doesNotContain("a-secret-nobody-may-read");
    }

    @Test
    @Tag("attack")
    void of_a_client_that_registers_itself_and_goes() {
        ObjectNode asked = Admin.object().put("client_name", "Registers itself");
        asked.set("redirect_uris", Admin.array("https://app.example.test/callback"));
        var registration = new Registration(realm);

        Answer registered = registration.post("openid-connect", asked).orFail();

        String clientId = registered.text("client_id");
        assertThat(record("client", "create", clientId).at("/about/new").asText())
                .contains("https://app.example.test/callback");
        registration.delete(registered).orFail();
        JsonNode gone = record("client", "delete", clientId);
        assertThat(gone.at("/about/old").asText()).contains("Registers itself");
        assertThat(gone.at("/actor/client").asText()).isEqualTo(clientId);
    }

    @Test
    @Tag("attack")
    void of_a_scope_that_a_client_is_given() {
        String scope = scope("recording:play");

        realm.admin()
                .put(
                        "/clients/" + realm.admin().clientId("analyst-workbench") + "/optional-client-scopes/" + scope,
                        Admin.object())
                .orFail();

        JsonNode about = record("client_scope_client_mapping", "create", "recording:play")
                .path("about");
        assertThat(about.path("entity").asText()).isEqualTo("analyst-workbench");
        assertThat(about.path("new").asText()).contains("recording:play");
    }

    @Test
    @Tag("attack")
    void of_a_secret_that_a_client_is_given_without_the_secret() {
        String client = "/clients/" + realm.admin().clientId("crm-api");

        String secret = realm.admin()
                .post(client + "/client-secret", Admin.object())
                .orFail()
                .text("value");

        JsonNode record = record("client", "update", "client-secret");
        assertThat(record.at("/about/entity").asText()).isEqualTo("crm-api");
        assertThat(record.at("/about/detail").asText()).isEqualTo("client-secret");
        assertThat(record.toString()).doesNotContain(secret);
    }

    @Test
    void of_a_device_that_an_administrator_tells_of_and_lets_in_again() {
        String device = "audited-1";
        realm.admin()
                .post("/contact-center/devices", Admin.object().put("id", device))
                .orFail();
        ObjectNode order = Admin.object();
        order.put("device", device).put("reason", "reported_lost");
        realm.admin().post("/contact-center/revocations", order).orFail();

        realm.admin().delete("/contact-center/revocations/devices/" + device).orFail();

        assertThat(record("device", "update", "contact-center/devices")
                        .path("privileged")
                        .asBoolean())
                .isTrue();
        JsonNode let = record("device", "delete", device);
        assertThat(let.at("/about/entity").asText()).endsWith("revocations/devices/" + device);
        assertThat(let.at("/actor/username").asText()).isEqualTo(KeycloakDistribution.ADMINISTRATOR);
    }

    @Test
    void of_a_clients_mapper() {
        ObjectNode mapper = mapper("shows too much", "everything");
        String client = "/clients/" + realm.admin().clientId("crm-api");

        realm.admin().post(client + "/protocol-mappers/models", mapper).orFail();

        JsonNode about = record("protocol_mapper", "create", "shows too much").path("about");
        assertThat(about.path("entity").asText()).isEqualTo("crm-api");
        assertThat(about.path("new").asText()).contains("everything");
        assertThat(about.path("old").asText()).doesNotContain("shows too much");
    }

    @Test
    @Tag("attack")
    void of_a_step_of_the_login_that_is_switched_off() {
        JsonNode step = realm.admin()
                .get("/authentication/flows/contact-center%20browser/executions")
                .orFail()
                .json()
                .valueStream()
                .filter(one -> one.path("providerId").asText().equals("contact-center-access-decision"))
                .findFirst()
                .orElseThrow();

        realm.admin()
                .put(
                        "/authentication/flows/contact-center%20browser/executions",
                        ((ObjectNode) step).put("requirement", "DISABLED"))
                .orFail();

        JsonNode about = record("auth_execution", "update", "DISABLED").path("about");
        assertThat(about.path("old").asText()).contains("REQUIRED");
        assertThat(about.path("new").asText()).contains("DISABLED");
    }

    @Test
    void of_a_role_that_comes_to_contain_another() {
        JsonNode supervisor =
                realm.admin().get("/roles/contact-center-supervisor").orFail().json();

        realm.admin()
                .post("/roles/contact-center-agent/composites", Admin.array().add(supervisor))
                .orFail();

        JsonNode about =
                record("realm_role", "create", "contact-center-supervisor").path("about");
        assertThat(about.path("entity").asText()).isEqualTo("contact-center-agent");
        assertThat(about.path("new").asText()).contains("contact-center-supervisor");
    }

    @Test
    void of_a_role_that_somebody_is_given() {
        String account = realm.admin()
                .get("/clients/" + realm.admin().clientId("cti-connector") + "/service-account-user")
                .orFail()
                .text("id");
        JsonNode role =
                realm.admin().get("/roles/contact-center-agent").orFail().json();

        realm.admin()
                .post(
                        "/users/" + account + "/role-mappings/realm",
                        Admin.array().add(role))
                .orFail();

        JsonNode about = record("realm_role_mapping", "create", account).path("about");
        assertThat(about.path("roles").asText()).isEqualTo("contact-center-agent");
        assertThat(about.path("user_id").asText()).isEqualTo(account);
        assertThat(about.path("entity").asText()).isEqualTo("role-mappings/realm");
    }

    @Test
    @Tag("attack")
    void of_a_key_that_the_realm_is_given_without_the_key() {
        String key = RealmKey.made();
        ObjectNode component = Admin.object()
                .put("name", "brought along")
                .put("providerId", "rsa")
                .put("providerType", "org.keycloak.keys.KeyProvider");
        component.withObject("/config").set("privateKey", Admin.array(key));

        realm.admin().post("/components", component).orFail();

        JsonNode record = record("component", "create", "brought along");
        assertThat(record.at("/about/entity").asText()).isEqualTo("brought along");
        assertThat(record.toString()).doesNotContain(key.substring(key.length() / 2));
    }

    @Test
    @Tag("attack")
    void of_a_required_action_that_is_switched_off() {
        String action = "/authentication/required-actions/webauthn-register-passwordless";

        realm.admin()
                .change(action, required -> required.put("enabled", false).put("name", "Switched off"))
                .orFail();

        JsonNode about = record("required_action", "update", "Switched off").path("about");
        assertThat(about.path("old").asText()).doesNotContain("Switched off");
        assertThat(about.path("new").asText()).contains("Switched off");
    }

    @Test
    void of_a_mapper_of_a_client_scope() {
        ObjectNode mapper = mapper("tells more", "much");

        realm.admin()
                .post("/client-scopes/" + scope("recording:play") + "/protocol-mappers/models", mapper)
                .orFail();

        JsonNode about = record("protocol_mapper", "create", "tells more").path("about");
        assertThat(about.path("entity").asText()).isEqualTo("recording:play");
        assertThat(about.path("new").asText()).contains("much");
        assertThat(about.path("old").asText()).doesNotContain("tells more");
    }

    private static ObjectNode mapper(String name, String claim) {
        ObjectNode mapper = Admin.object()
                .put("name", name)
                .put("protocol", "openid-connect")
                .put("protocolMapper", "oidc-usermodel-attribute-mapper");
        mapper.withObject("/config").put("claim.name", claim);
        return mapper;
    }

    private String scope(String name) {
        return realm.admin()
                .get("/client-scopes")
                .orFail()
                .json()
                .valueStream()
                .filter(one -> one.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
    }
}
