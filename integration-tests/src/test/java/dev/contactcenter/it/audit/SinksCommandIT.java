package dev.contactcenter.it.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contactcenter.it.attack.Clients;
import dev.contactcenter.it.audit.Receiver.Mood;
import dev.contactcenter.it.server.Admin;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.RealmAdmin;
import dev.contactcenter.it.server.WithKeycloak;
import dev.contactcenter.it.services.CommandLine;
import dev.contactcenter.it.services.CommandLine.Ran;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@Tag("audit")
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("contact-center audit sinks, at a real server,")
final class SinksCommandIT {

    private static final String OPERATOR = "audit-desk";
    private static final String STRANGER = "nosy-desk";

    private final Receiver receiver = new Receiver();
    private final SinkRealm realm;

    SinksCommandIT(KeycloakServer server) {
        realm = new SinkRealm(server);
        service(OPERATOR, List.of("view-realm", "manage-realm"));
        service(STRANGER, List.of());
        realm.webhook(receiver, Map.of());
    }

    @AfterAll
    void close() {
        realm.close();
        receiver.close();
    }

    /** A service with roles of {@code realm-management}. */
    private void service(String clientId, List<String> roles) {
        RealmAdmin admin = realm.fixture().admin();
        ObjectNode client = Clients.confidential(clientId).put("serviceAccountsEnabled", true);
        client.set("defaultClientScopes", Admin.array("basic", "roles"));
        admin.post("/clients", client).orFail();
        String id = admin.clientId(clientId);
        String account =
                admin.get("/clients/" + id + "/service-account-user").orFail().text("id");
        String management = admin.clientId("realm-management");
        for (String name : roles) {
            JsonNode role = admin.get("/clients/" + management + "/roles/" + name)
                    .orFail()
                    .json();
            admin.post(
                            "/users/" + account + "/role-mappings/clients/" + management,
                            Admin.array().add(role))
                    .orFail();
            admin.post(
                            "/clients/" + id + "/scope-mappings/clients/" + management,
                            Admin.array().add(role))
                    .orFail();
        }
    }

    private Ran sinks(String client, String... arguments) throws IOException, InterruptedException {
        String[] all = new String[arguments.length + 2];
        all[0] = "audit";
        all[1] = "sinks";
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return new CommandLine(realm.fixture(), client).run(all);
    }

    @Test
    void tests_a_sink_and_says_what_is_wrong_with_it() throws IOException, InterruptedException {
        receiver.is(Mood.WELL);
        Ran taken = sinks(OPERATOR, SinkRealm.NAME, "--test");
        receiver.is(Mood.REFUSING);
        Ran refused = sinks(OPERATOR, SinkRealm.NAME, "--test");

        assertThat(taken.exitCode()).as(taken.said()).isZero();
        assertThat(receiver.everyLine()).anyMatch(line -> line.contains("sink_test"));
        assertThat(refused.exitCode()).as(refused.said()).isEqualTo(1);
        assertThat(refused.said()).contains("it answers with the status 503");
    }

    @Test
    void tells_how_sinks_are_doing() throws IOException, InterruptedException {
        Ran told = sinks(OPERATOR);

        assertThat(told.exitCode()).as(told.said()).isZero();
        assertThat(told.said()).contains(SinkRealm.NAME, "waiting", "dead_letters", "lost");
    }

    @Test
    @Tag("attack")
    void does_nothing_for_a_client_without_the_role() throws IOException, InterruptedException {
        Ran ran = sinks(STRANGER, SinkRealm.NAME, "--test");

        assertThat(ran.exitCode()).as(ran.said()).isEqualTo(1);
        assertThat(ran.said()).contains("The server does not do it");
    }
}
