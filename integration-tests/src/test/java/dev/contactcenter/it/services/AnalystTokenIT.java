package dev.contactcenter.it.services;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.contactcenter.it.client.Person;
import dev.contactcenter.it.oidc.TestApp;
import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.RealmFixture;
import dev.contactcenter.it.server.WithKeycloak;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@Tag("story")
@Tag("modes")
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("An analyst's token for reports")
final class AnalystTokenIT {

    private static final int THREE_MINUTES = 180;
    private static final String REPORT = "mode:analyst report:query";

    private final RealmFixture realm;
    private final TestApp workbench;

    AnalystTokenIT(KeycloakServer server) {
        this.realm = CustomerRecords.keyed(RealmFixture.plan(server, "analyst").withoutEnrolment(), "reporting-api")
                .create();
        this.workbench = new TestApp(realm, "analyst-workbench");
    }

    @AfterAll
    void close() {
        realm.close();
    }

    @Test
    void is_short_for_the_reporting_api_alone_and_tells_what_may_be_queried() {
        Tokens tokens = new Person("analyst").signIn(workbench, REPORT);

        JsonNode claims = tokens.claims();
        assertThat(claims.path("aud").asText()).isEqualTo("reporting-api");
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isBetween(1L, (long) THREE_MINUTES);
        JsonNode told = claims.path("contact_center");
        assertThat(told.path("datasets").toString()).isEqualTo("[\"call-outcomes\",\"queue-times\"]");
        assertThat(told.path("row_limit").asInt()).isEqualTo(5000);
        assertThat(told.path("rate_limit").asInt()).isEqualTo(60);
        JsonNode introspected = CustomerRecords.of(realm, "reporting-api").introspect(tokens.access());
        assertThat(introspected.path("active").asBoolean()).isTrue();
        assertThat(introspected.path("contact_center").path("datasets")).isEqualTo(told.path("datasets"));
        assertThat(introspected.path("contact_center").path("row_limit")).isEqualTo(told.path("row_limit"));
    }

    @Test
    void shrinks_with_the_next_refresh_when_the_policy_allows_less() {
        Tokens tokens = new Person("analyst").signIn(workbench, REPORT);
        String before = realm.admin().policy();
        realm.admin()
                .putPolicy(before.replace("rowLimit: 5000,", "rowLimit: 100, datasets: [queue-times],"))
                .orFail();

        Tokens refreshed = new Tokens(workbench.refresh(tokens.refresh()).orFail());

        realm.admin().putPolicy(before).orFail();
        JsonNode told = refreshed.claims().path("contact_center");
        assertThat(told.path("datasets").toString()).isEqualTo("[\"queue-times\"]");
        assertThat(told.path("row_limit").asInt()).isEqualTo(100);
    }
}
