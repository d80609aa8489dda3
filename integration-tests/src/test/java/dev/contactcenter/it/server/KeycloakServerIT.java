package dev.contactcenter.it.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactcenter.demo.server.DemoRealm;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("story")
@WithKeycloak
@DisplayName("The server of the tests")
final class KeycloakServerIT {

    @Test
    void has_imported_the_production_realm_at_its_start(KeycloakServer server) {
        Answer realm = Http.get(server.realmUrl(DemoRealm.NAME).toString());

        assertThat(realm.text("realm")).isEqualTo(DemoRealm.NAME);
    }

    @Test
    void gives_each_test_class_a_realm_of_its_own(KeycloakServer server) {
        RealmFixture realm = RealmFixture.plan(server, "own").create();

        assertThat(realm.admin().policy()).contains("contactCenterPolicy: 1");
        realm.close();
        assertThat(Http.get(realm.url().toString()).status()).isEqualTo(404);
    }
}
