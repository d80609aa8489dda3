package dev.contactcenter.it.modes;

import static dev.contactcenter.it.modes.ModeRealm.AGENT;
import static dev.contactcenter.it.modes.ModeRealm.SUPERVISOR;
import static dev.contactcenter.it.modes.ModeRealm.SUPERVISORS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contactcenter.demo.drill.CountryDatabase;
import dev.contactcenter.it.client.Person;
import dev.contactcenter.it.client.Screen;
import dev.contactcenter.it.oidc.TestApp;
import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.Admin;
import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.WithKeycloak;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@Tag("modes")
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("A mode that asks for more than a role")
final class EligibilityIT {

    private final ModeRealm stage;
    private final TestApp console;
    private Person enrolled = new Person("supervisor");

    EligibilityIT(KeycloakServer server) {
        this.stage = ModeRealm.of(server, "mode-eligibility");
        this.console = stage.console();
    }

    @BeforeAll
    void enrol() {
        enrolled = stage.enrolled();
        var team = Admin.object();
        team.put("name", "billing");
        stage.realm().admin().post("/groups", team).orFail();
    }

    @AfterEach
    void anySupervisor() {
        stage.supervisors(SUPERVISORS);
    }

    @AfterAll
    void close() {
        stage.close();
    }

    @Test
    void is_had_in_the_team_only_and_lost_with_it() {
        stage.supervisors(SUPERVISORS + ", groups: [/billing]");
        Person person = enrolled.elsewhere();
        stage.assertRefused(person.goOn(person.open(console, SUPERVISOR)), "mode_not_eligible");
        String membership = "/users/" + stage.realm().admin().userId("supervisor") + "/groups/"
                + stage.realm()
                        .admin()
                        .get("/group-by-path/billing")
                        .orFail()
                        .json()
                        .path("id")
                        .asText();
        stage.realm().admin().put(membership, Admin.object()).orFail();

        Tokens tokens = person.signIn(console, SUPERVISOR);
        stage.assertAlive(console, tokens);
        stage.realm().admin().delete(membership).orFail();

        Answer refreshed = console.refresh(tokens.refresh());
        assertThat(refreshed.text("error_description")).startsWith("mode_not_eligible: ");
        assertThat(stage.isActive(tokens)).isFalse();
    }

    @Test
    void ends_with_its_hours() {
        stage.supervisors(SUPERVISORS + ", when: now < timestamp(\"2100-01-01T00:00:00Z\")");
        Person person = enrolled.elsewhere();
        Tokens tokens = person.signIn(console, SUPERVISOR);
        stage.assertAlive(console, tokens);

        stage.supervisors(SUPERVISORS + ", when: now < timestamp(\"2020-01-01T00:00:00Z\")");

        assertThat(console.refresh(tokens.refresh()).text("error_description")).startsWith("mode_not_eligible: ");
        assertThat(stage.isActive(tokens)).isFalse();
        // The choice is then no choice any more.
        Screen next = person.open(console, "record:view");
        assertThat(Person.tokens(console, next).mode()).isEqualTo("agent");
    }

    @Test
    void is_had_in_its_region_only(@TempDir Path folder) {
        var countries = new CountryDatabase(folder.resolve("country.mmdb"));
        countries.write();
        String source = source(countries.file());
        try {
            stage.supervisors(SUPERVISORS + ", when: location.country == \"DE\"");
            Tokens tokens = enrolled.elsewhere().signIn(console, SUPERVISOR);
            assertThat(tokens.mode()).isEqualTo("supervisor");
            stage.assertAlive(console, tokens);

            stage.supervisors(SUPERVISORS + ", when: location.country == \"FR\"");

            assertThat(console.refresh(tokens.refresh()).text("error_description"))
                    .startsWith("mode_not_eligible: ");
            assertThat(stage.isActive(tokens)).isFalse();
        } finally {
            stage.realm().admin().delete("/components/" + source).orFail();
        }
    }

    /** Has the realm know countries; gives the id of the source. */
    private String source(Path countries) {
        ObjectNode source = Admin.object();
        source.put("name", "countries").put("providerId", "contact-center-location");
        source.put("providerType", "org.keycloak.services.ui.extend.UiPageProvider");
        source.withObject("/config").set("countryDatabase", Admin.array(countries.toString()));
        stage.realm().admin().post("/components", source).orFail();
        return stage.realm()
                .admin()
                .get("/components?name=countries")
                .orFail()
                .json()
                .path(0)
                .path("id")
                .asText();
    }

    @Test
    void is_not_had_from_nobody_knows_where() {
        stage.supervisors(SUPERVISORS + ", when: location.country != \"XX\"");
        Person person = enrolled.elsewhere();

        stage.assertRefused(person.goOn(person.open(console, SUPERVISOR)), "mode_not_eligible");
        assertThat(person.signIn(console, AGENT).mode()).isEqualTo("agent");
    }
}
