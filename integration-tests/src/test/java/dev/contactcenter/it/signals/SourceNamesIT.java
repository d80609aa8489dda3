package dev.contactcenter.it.signals;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contactcenter.it.server.Admin;
import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.RealmFixture;
import dev.contactcenter.it.server.WithKeycloak;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Records, sessions and the registry know sources by their names. */
@Tag("signals")
@Tag("attack")
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("A second source with the name of another")
final class SourceNamesIT {

    private static final String REGISTRY = "contact-center-device-registry";
    private static final String RISK = "contact-center-risk";
    private static final String REFUSAL =
            "Setting 'displayName' cannot be used: 'engine' is the name of a source of kind"
                    + " contact-center-risk already, and records and sessions tell sources apart by it; give this one a name of its"
                    + " own";

    private final KeycloakServer server;
    private final DeviceRealm realm;

    SourceNamesIT(KeycloakServer server) {
        this.server = server;
        this.realm = DeviceRealm.of(server, "names");
        realm.source("engine", RISK, Map.of()).orFail();
    }

    @AfterAll
    void close() {
        realm.close();
    }

    @Test
    void is_refused_whatever_kind_it_is_of() {
        assertThat(realm.source("engine", REGISTRY, Map.of()).text("errorMessage"))
                .isEqualTo(REFUSAL);
        assertThat(realm.source("engine", RISK, Map.of()).text("errorMessage")).isEqualTo(REFUSAL);
        assertThat(realm.source("another", RISK, Map.of("displayName", "engine"))
                        .text("errorMessage"))
                .isEqualTo(REFUSAL);
    }

    @Test
    void is_refused_when_it_gets_the_name_later() {
        String path = "/components/"
                + realm.source("renamed", REGISTRY, Map.of())
                        .orFail()
                        .headers()
                        .firstValue("Location")
                        .orElseThrow()
                        .replaceFirst(".*/", "");

        Answer renamed = realm.fixture()
                .admin()
                .change(path, found -> found.withObject("/config").set("displayName", Admin.array("engine")));

        assertThat(renamed.status()).isEqualTo(400);
        assertThat(renamed.text("errorMessage")).isEqualTo(REFUSAL);
        realm.fixture()
                .admin()
                .change(path, found -> found.withObject("/config").set("cacheFor", Admin.array("PT1S")))
                .orFail();
    }

    @Test
    void is_refused_with_the_realm_that_brings_both() {
        ObjectNode both = Admin.object();
        both.put("realm", "names-import");
        for (String kind : new String[] {REGISTRY, RISK}) {
            both.withArray("/components/org.keycloak.services.ui.extend.UiPageProvider")
                    .addObject()
                    .put("name", "engine")
                    .put("providerId", kind);
        }

        Answer imported = server.admin().post("", both);

        // Keycloak answers whatever ends an import with its own words and says in the log which it was.
        assertThat(imported.status()).as(imported.toString()).isEqualTo(500);
        assertThat(server.log()).contains("'engine' is the name of a source of kind");
        assertThat(server.admin().get("/names-import").status()).isEqualTo(404);
    }

    @Test
    void is_not_one_if_it_belongs_to_another_realm() {
        try (RealmFixture other = RealmFixture.plan(server, "names-other").create()) {
            ObjectNode source = Admin.object();
            source.put("name", "engine");
            source.put("providerId", RISK);
            source.put("providerType", "org.keycloak.services.ui.extend.UiPageProvider");

            other.admin().post("/components", source).orFail();
        }
    }
}
