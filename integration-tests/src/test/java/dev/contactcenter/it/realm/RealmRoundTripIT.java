package dev.contactcenter.it.realm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contactcenter.demo.server.DemoRealm;
import dev.contactcenter.demo.server.KeycloakDistribution;
import dev.contactcenter.it.server.Admin;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.WithKeycloak;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("policy")
@WithKeycloak
@DisplayName("The realm")
final class RealmRoundTripIT {

    private static final String COPY = "round-trip";
    private static final String EXPORT = "/partial-export?exportClients=true&exportGroupsAndRoles=true";

    private final KeycloakServer server;
    private ObjectNode file;

    RealmRoundTripIT(KeycloakServer server) {
        this.server = server;
    }

    @BeforeEach
    void readTheFile() throws IOException {
        file = Admin.object(Files.readString(server.project().realmFile()));
        // An order to the import, which Keycloak carries out and forgets.
        file.withObject("/attributes").remove("CreateDefaultClientScopes");
    }

    @AfterEach
    void leave() {
        server.admin().delete("/" + COPY);
    }

    @Test
    void imported_at_start_is_exported_as_it_was_written() {
        assertThat(RealmDifferences.of(file, export(DemoRealm.NAME))).isEmpty();
    }

    @Test
    void created_with_kcadm_is_exported_as_it_was_written() throws IOException, InterruptedException {
        Process kcadm = new ProcessBuilder(
                        server.project().keycloak().resolve("bin/kcadm.sh").toString(),
                        "create",
                        "realms",
                        "-f",
                        server.project().realmFile().toString(),
                        "-s",
                        "realm=" + COPY,
                        "--no-config",
                        "--server",
                        server.baseUrl().toString(),
                        "--realm",
                        "master",
                        "--user",
                        KeycloakDistribution.ADMINISTRATOR,
                        "--password",
                        KeycloakDistribution.ADMINISTRATOR)
                .redirectErrorStream(true)
                .start();
        String said = new String(kcadm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(kcadm.waitFor()).as(said).isZero();
        file.put("realm", COPY);
        assertThat(RealmDifferences.of(file, export(COPY))).isEmpty();
    }

    @Test
    void survives_being_imported_from_its_own_export() {
        ObjectNode exported = (ObjectNode) withoutIds(export(DemoRealm.NAME));
        exported.put("realm", COPY);

        server.admin().post("", exported).orFail();

        JsonNode again = withoutIds(export(COPY));
        assertThat(RealmDifferences.of(file.put("realm", COPY), again)).isEmpty();
        assertThat(server.admin()
                        .get("/" + COPY)
                        .json()
                        .at("/attributes/contact-center.governed")
                        .asText())
                .isEqualTo("true");
    }

    @Test
    void tells_no_secret_and_no_user() throws IOException {
        String text = Files.readString(server.project().realmFile());

        assertThat(file.has("users")).isFalse();
        assertThat(text).doesNotContain("\"secret\"", "\"privateKey\"", "\"credentials\"", "\"password\" :", "BEGIN ");
    }

    private JsonNode export(String realm) {
        return server.admin()
                .post("/" + realm + EXPORT, Admin.object())
                .orFail()
                .json();
    }

    /** As an administrator would who moves a realm to a server that has it already. */
    private static JsonNode withoutIds(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(List.of("id", "containerId"));
            object.forEach(RealmRoundTripIT::withoutIds);
        } else if (node instanceof ArrayNode array) {
            array.forEach(RealmRoundTripIT::withoutIds);
        }
        return node;
    }
}
