package dev.contactcenter.it.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactcenter.it.client.Person;
import dev.contactcenter.it.client.Screen;
import dev.contactcenter.it.oidc.TestApp;
import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.Admin;
import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.Http;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.RealmAdmin;
import dev.contactcenter.it.server.WithKeycloak;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ways to be excused that are nobody's, and to be somewhere else. */
@Tag("attack")
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("An exception")
final class ExceptionIT {

    private static final String POLICY = """
            contactCenterPolicy: 1
            revision: attack.1
            assurance: [password, phr, phrh]
            zones:
              corporate: { trust: high, cidrs: [10.20.0.0/16] }
            actions:
              record:view:     { tier: 0 }
              queue:monitor:   { tier: 1 }
              transcript:view: { tier: 2 }
            modes:
              supervisor: { roles: [contact-center-supervisor], actions: [queue:monitor, transcript:view] }
            services:
              cti-connector: { actions: [record:view] }
            rules:
            """;

    private final Scene scene;
    private final Person supervisor = new Person("supervisor");

    ExceptionIT(KeycloakServer server) {
        this.scene = Scene.of(
                server,
                "exception",
                plan -> plan.withoutEnrolment()
                        .addClient(Clients.allGrants())
                        .client("supervisor-console", Clients::exchangeable)
                        .client("cti-connector", Clients::greedyService));
    }

    @AfterAll
    void close() {
        scene.close();
    }

    private void close(String exception) {
        rule("""
                  - id: closed
                    actions: [queue:monitor, transcript:view]
                    deny: { reason: closed }
                    except:
                      - { %s, until: 2999-01-31, reason: a test, approvedBy: the tests }
                """.formatted(exception));
    }

    private void rule(String rule) {
        scene.realm().admin().putPolicy(POLICY + rule).orFail();
    }

    @Test
    void of_a_group_is_not_for_the_member_of_another_of_that_name() {
        close("groups: [/wing-b]");
        RealmAdmin admin = scene.realm().admin();
        String teams = made(admin, "/groups", "of-another-house");
        String hotel = made(admin, "/groups/" + teams + "/children", "wing-b");
        admin.put("/users/" + admin.userId("supervisor") + "/groups/" + hotel, Admin.object())
                .orFail();

        scene.assertRefused(signIn(Map.of()), "closed");
    }

    @Test
    void of_a_group_is_not_for_who_claims_to_be_in_it() {
        close("groups: [/hotel-desk]");
        scene.realm()
                .admin()
                .change(
                        "/users/" + scene.realm().admin().userId("supervisor"),
                        user -> user.withObject("/attributes").set("groups", Admin.array("/hotel-desk")));

        scene.assertRefused(
                signIn(Map.of(
                        "groups", "/hotel-desk",
                        "claims", "{\"id_token\":{\"groups\":{\"value\":\"/hotel-desk\"}}}")),
                "closed");
    }

    @Test
    void of_a_client_is_not_for_another_that_names_it() {
        close("clients: [analyst-workbench]");
        Screen foreign =
                supervisor.elsewhere().open(scene.console(), Scene.EVERYDAY, Map.of("client_id", "analyst-workbench"));
        assertThat(foreign.callback()).doesNotContainKey("code");

        scene.assertRefused(signIn(Map.of("azp", "analyst-workbench", "client", "analyst-workbench")), "closed");
    }

    @Test
    void of_a_client_is_not_handed_on_in_an_exchange() {
        close("clients: [supervisor-console]");
        Tokens subject = supervisor.elsewhere().signIn(scene.console(), Scene.EVERYDAY);
        assertThat(subject.scope()).contains("queue:monitor");

        Answer exchanged = scene.app(Clients.ALL_GRANTS)
                .token(Map.of(
                        "grant_type",
                        "urn:ietf:params:oauth:grant-type:token-exchange",
                        "client_secret",
                        Clients.SECRET,
                        "subject_token",
                        subject.access(),
                        "subject_token_type",
                        "urn:ietf:params:oauth:token-type:access_token",
                        "scope",
                        "openid " + Scene.EVERYDAY));

        scene.assertDenied(exchanged, "closed");
    }

    @Test
    void for_one_action_does_not_excuse_another_that_is_asked_for_beside_it() {
        close("when: 'action.name == \"queue:monitor\"'");
        assertThat(supervisor
                        .elsewhere()
                        .signIn(scene.console(), Scene.EVERYDAY)
                        .scope())
                .contains("queue:monitor");

        TestApp console = scene.console();
        Person person = supervisor.elsewhere();
        Screen both = person.goOn(person.open(console, Scene.EVERYDAY + " transcript:view", Map.of()));

        scene.assertRefused(both, "closed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-For", "Forwarded", "X-Real-IP", "True-Client-IP", "CF-Connecting-IP"})
    void from_a_network_is_not_for_who_claims_to_be_there(String header) {
        rule("""
                  - id: from-the-office
                    actions: [record:view]
                    when: network.zone != "corporate"
                    deny: { reason: not_in_the_office }
                """);
        String address = header.equals("Forwarded") ? "for=10.20.0.1" : "10.20.0.1";
        Map<String, String> form = new HashMap<>(Map.of(
                "client_id", "cti-connector",
                "client_secret", Clients.SECRET,
                "grant_type", "client_credentials",
                "scope", "record:view"));

        Answer answer =
                Http.send(HttpRequest.newBuilder(URI.create(scene.realm().url() + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header(header, address)
                        .POST(BodyPublishers.ofString(Http.encode(form))));

        scene.assertDenied(answer, "not_in_the_office");
    }

    private Screen signIn(Map<String, String> more) {
        Person person = supervisor.elsewhere();
        return person.goOn(person.open(scene.console(), Scene.EVERYDAY, more));
    }

    private static String made(RealmAdmin admin, String path, String name) {
        var group = Admin.object();
        group.put("name", name);
        Answer answer = admin.post(path, group).orFail();
        String location = answer.headers().firstValue("Location").orElseThrow();
        return location.substring(location.lastIndexOf('/') + 1);
    }
}
