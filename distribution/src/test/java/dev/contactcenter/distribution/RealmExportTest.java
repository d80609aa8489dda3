package dev.contactcenter.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What must hold for the realm file before any server sees it. */
@DisplayName("The realm")
final class RealmExportTest {

    private static final Set<String> PUBLIC_CLIENTS =
            Set.of("agent-desktop", "supervisor-console", "analyst-workbench");

    private RealmExport export;

    @BeforeEach
    void read() throws IOException {
        export = new RealmExport();
    }

    @Test
    void holds_the_policy_that_stands_in_the_policy_file() throws IOException {
        String file = Files.readString(RealmExport.POLICY);
        if (Boolean.getBoolean("docs.refresh")) {
            export.embed(file);
            read();
        }

        assertThat(export.embeddedPolicy())
                .as(
                        "%s lacks the latest %s. Put it in with: mvn -pl distribution -am test -Ddocs.refresh=true"
                                + " -Dtest=RealmExportTest -Dsurefire.failIfNoSpecifiedTests=false",
                        Checkout.ROOT.relativize(RealmExport.FILE), Checkout.ROOT.relativize(RealmExport.POLICY))
                .isEqualTo(file);
    }

    @Test
    void has_no_user_secret_key_or_id() {
        assertThat(export.realm().has("users")).isFalse();
        assertThat(everyKey(export.realm(), new TreeSet<>()))
                .doesNotContain("id", "secret", "privateKey", "credentials", "smtpServer", "password", "containerId");
        assertThat(RealmExport.keys(export.realm().get("components")))
                .containsExactly("dev.contactcenter.kit.policy.PolicyProvider");
    }

    @Test
    void saves_the_events_of_what_is_decided_and_who_changes_what() {
        JsonNode realm = export.realm();

        assertThat(realm.path("eventsEnabled").asBoolean()).isTrue();
        assertThat(realm.path("adminEventsEnabled").asBoolean()).isTrue();
        assertThat(realm.path("adminEventsDetailsEnabled").asBoolean()).isTrue();
        assertThat(RealmExport.texts(realm.path("enabledEventTypes")))
                .contains("LOGIN", "CODE_TO_TOKEN", "REFRESH_TOKEN", "TOKEN_EXCHANGE", "CLIENT_LOGIN", "LOGOUT")
                .contains("LOGIN_ERROR", "CODE_TO_TOKEN_ERROR", "REFRESH_TOKEN_ERROR", "TOKEN_EXCHANGE_ERROR")
                .contains(
                        "CLIENT_REGISTER", "CLIENT_UPDATE", "CLIENT_DELETE", "UPDATE_CREDENTIAL", "REMOVE_CREDENTIAL");
    }

    @Test
    void has_a_scope_for_every_action_and_an_action_for_every_scope() {
        assertThat(export.scopes(name -> name.contains(":") && !name.startsWith("mode:")))
                .isEqualTo(RealmExport.keys(export.policy().get("actions")));
    }

    @Test
    void addresses_every_action_to_the_audience_that_the_policy_names() {
        export.policy()
                .get("actions")
                .properties()
                .forEach(action -> assertThat(audience(action.getKey()))
                        .as(action.getKey())
                        .isEqualTo(RealmExport.texts(action.getValue().get("audience"))));
    }

    @Test
    void has_a_scope_and_the_roles_of_every_mode() {
        JsonNode modes = export.policy().get("modes");

        assertThat(export.scopes(name -> name.startsWith("mode:")))
                .containsExactlyInAnyOrder("mode:agent", "mode:supervisor", "mode:analyst");
        assertThat(RealmExport.keys(modes)).containsExactly("agent", "analyst", "supervisor");
        modes.forEach(mode -> assertThat(RealmExport.names(export.realm().at("/roles/realm"), "name"))
                .containsAll(RealmExport.texts(mode.get("roles"))));
    }

    @Test
    void orders_the_levels_as_the_policy_does() throws IOException {
        var map = new ObjectMapper()
                .readTree(export.realm().at("/attributes/acr.loa.map").textValue());

        int level = 0;
        for (JsonNode acr : export.policy().get("assurance")) {
            level++;
            assertThat(map.get(acr.textValue()).intValue()).as(acr.textValue()).isEqualTo(level);
        }
        assertThat(map.size()).isEqualTo(level);
    }

    @Test
    void lets_every_client_ask_for_the_claims_and_opens_no_way_around_the_login() {
        export.realm().get("clients").forEach(client -> {
            String id = client.get("clientId").textValue();
            assertThat(client.get("directAccessGrantsEnabled").booleanValue())
                    .as(id)
                    .isFalse();
            assertThat(client.get("implicitFlowEnabled").booleanValue()).as(id).isFalse();
            assertThat(client.get("fullScopeAllowed").booleanValue()).as(id).isFalse();
            for (String grant : Set.of(
                    "oauth2.device.authorization.grant.enabled",
                    "oidc.ciba.grant.enabled",
                    "standard.token.exchange.enabled")) {
                assertThat(client.get("attributes").get(grant).textValue())
                        .as(id + " " + grant)
                        .isEqualTo("false");
            }
            assertThat(RealmExport.texts(client.get("optionalClientScopes"))).doesNotContain("offline_access");
        });
        for (String id : PUBLIC_CLIENTS) {
            JsonNode client = export.client(id);
            assertThat(client.at("/attributes/pkce.code.challenge.method").textValue())
                    .isEqualTo("S256");
            assertThat(RealmExport.texts(client.get("defaultClientScopes"))).contains("contact-center");
        }
    }

    private Set<String> audience(String action) {
        var audience = new TreeSet<String>();
        export.scope(action)
                .get("protocolMappers")
                .forEach(mapper -> audience.add(
                        mapper.at("/config/included.client.audience").textValue()));
        return audience;
    }

    private static Set<String> everyKey(JsonNode node, Set<String> found) {
        found.addAll(RealmExport.keys(node));
        node.forEach(child -> everyKey(child, found));
        return found;
    }
}
