package dev.contactcenter.it.continuous;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactcenter.it.client.Person;
import dev.contactcenter.it.oidc.TestApp;
import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.RealmFixture;
import dev.contactcenter.it.server.WithKeycloak;
import dev.contactcenter.it.services.CommandLine;
import dev.contactcenter.it.services.CommandLine.Ran;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@Tag("continuous")
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("contact-center revoke, at a real server,")
final class RevokeCommandIT {

    private final RealmFixture realm;
    private final TestApp console;

    RevokeCommandIT(KeycloakServer server) {
        this.realm =
                RealmFixture.plan(server, "revoke-command").withoutEnrolment().create();
        this.console = new TestApp(realm, "supervisor-console");
        DenylistReader.of(realm, "help-desk", List.of("contact-center-revoker"));
        DenylistReader.of(realm, "nosy-desk", List.of());
    }

    @AfterAll
    void close() {
        realm.close();
    }

    private Ran revoke(String client, String kind, String id) throws IOException, InterruptedException {
        return new CommandLine(realm, client).run("revoke", "--reason=reported_lost", kind, id);
    }

    private Tokens signIn(String name) {
        return new Person(name).signIn(console, "");
    }

    @Test
    void has_stopped_a_person_when_it_ends() throws IOException, InterruptedException {
        Tokens tokens = signIn("supervisor");

        Ran ran = revoke("help-desk", "user", "supervisor");

        assertThat(ran.exitCode()).as(ran.said()).isZero();
        assertThat(ran.said()).contains("user supervisor: done, 1 sessions ended");
        Answer refused = console.refresh(tokens.refresh());
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("error")).isEqualTo("invalid_grant");
    }

    @Test
    @Tag("attack")
    void stops_nothing_for_a_client_without_the_role() throws IOException, InterruptedException {
        Tokens tokens = signIn("agent");

        Ran ran = revoke("nosy-desk", "session", tokens.claims().path("sid").asText());

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.said()).contains("does not carry the realm role contact-center-revoker");
        console.refresh(tokens.refresh()).orFail();
    }
}
