package dev.contactcenter.it.continuous;

import static dev.contactcenter.it.signals.DeviceRealm.MONITOR;
import static dev.contactcenter.it.signals.DeviceRealm.supervisor;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.contactcenter.demo.server.KeycloakDistribution;
import dev.contactcenter.it.client.Person;
import dev.contactcenter.it.client.Screen;
import dev.contactcenter.it.oidc.TestApp;
import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.Admin;
import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.Waiting;
import dev.contactcenter.it.server.WithKeycloak;
import dev.contactcenter.it.signals.DeviceRealm;
import dev.contactcenter.it.signals.PostureIssuer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@Tag("continuous")
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("An order to stop something")
final class RevocationIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final PostureIssuer issuer = new PostureIssuer();
    private final DeviceRealm realm;
    private final RevocationOrders orders;

    RevocationIT(KeycloakServer server) {
        this.realm = DeviceRealm.of(server, "revocation");
        this.orders = new RevocationOrders(realm.fixture().admin());
    }

    @BeforeAll
    void configure() {
        realm.trust(issuer, Map.of()).orFail();
        realm.fixture().admin().allowOptionalScope("mode:supervisor", "agent-desktop");
    }

    @AfterAll
    void close() {
        realm.close();
        issuer.close();
    }

    private Tokens on(String device) {
        return realm.granted(supervisor(issuer.token(device).signed()));
    }

    private Answer refresh(Tokens tokens) {
        return realm.console().refresh(tokens.refresh());
    }

    private void awaitEnd(Tokens tokens) {
        Waiting.until(
                PATIENCE,
                () -> Optional.of(refresh(tokens)).filter(answer -> answer.status() == 400),
                () -> "The session goes on: " + tokens.claims());
    }

    @Test
    void about_a_device_ends_the_sessions_on_it_and_no_other() {
        Tokens one = on("lost-1");
        Tokens two = on("lost-1");
        Tokens elsewhere = on("kept-1");

        JsonNode order = orders.carryOut(Map.of("device", "lost-1", "detail", "left in a taxi"));

        assertThat(order.path("sessions_ended").asInt()).isEqualTo(2);
        for (Tokens ended : List.of(one, two)) {
            Answer refused = refresh(ended);
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.text("error")).isEqualTo("invalid_grant");
        }
        assertThat(refresh(elsewhere).orFail().text("scope")).contains("queue:monitor");
    }

    @Test
    void leaves_a_record_of_whoever_ordered_it() {
        JsonNode order = orders.carryOut(Map.of("device", "lost-0", "detail", "left in a taxi"));

        JsonNode about = realm.fixture()
                .server()
                .records()
                .await(
                        realm.fixture().name(),
                        one -> one.path("event").asText().equals("revocation_ordered")
                                && one.at("/about/order")
                                        .asText()
                                        .equals(order.path("id").asText()))
                .path("about");
        assertThat(about.path("ordered_by").asText()).isEqualTo(KeycloakDistribution.ADMINISTRATOR);
        assertThat(about.path("origin").asText()).isEqualTo("administrator");
        assertThat(about.path("device").asText()).isEqualTo("lost-0");
        assertThat(about.path("detail").asText()).isEqualTo("left in a taxi");
    }

    @Test
    void leaves_a_record_of_each_session_that_it_ended() {
        Tokens tokens = on("lost-2");

        JsonNode order = orders.carryOut(Map.of("device", "lost-2", "detail", "left in a taxi"));

        JsonNode record = realm.fixture()
                .server()
                .records()
                .await(
                        realm.fixture().name(),
                        one -> one.path("event").asText().equals("session_ended")
                                && one.path("actor").path("session").asText().equals(session(tokens)));
        assertThat(record.path("reason").asText()).isEqualTo("reported_lost");
        assertThat(record.path("actor").path("username").asText()).isEqualTo("supervisor");
        assertThat(record.path("about"))
                .isEqualTo(Admin.object()
                        .put("detail", "left in a taxi")
                        .put("device", "lost-2")
                        .put("order", order.path("id").asText())
                        .put("origin", "administrator"));
    }

    private static String session(Tokens tokens) {
        return tokens.claims().path("sid").asText();
    }

    @Test
    void about_a_device_lets_nobody_begin_a_session_on_it_until_it_is_reinstated() {
        orders.carryOut(Map.of("device", "lost-3"));
        Person person = supervisor(issuer.token("lost-3").signed());

        Screen refused = realm.attempt(person);

        assertThat(refused.isRefusal()).isTrue();
        assertThat(refused.page().text()).contains("reported lost");
        assertThat(realm.fixture()
                        .admin()
                        .delete("/contact-center/revocations/devices/lost-3")
                        .status())
                .isEqualTo(204);
        assertThat(on("lost-3").scope()).contains("queue:monitor");
    }

    @Test
    void about_a_session_ends_that_one_in_all_of_its_applications_and_its_cookie_signs_nobody_in() {
        Person person = supervisor(issuer.token("shared-1").signed());
        Tokens console = realm.granted(person);
        TestApp desktop = new TestApp(realm.fixture(), "agent-desktop");
        Tokens second = Person.tokens(desktop, person.goOn(person.open(desktop, "mode:supervisor record:view")));
        Tokens other = on("shared-1");
        assertThat(session(second)).isEqualTo(session(console));

        orders.carryOut(Map.of("session", session(console)));

        assertThat(refresh(console).status()).isEqualTo(400);
        assertThat(desktop.refresh(second.refresh()).status()).isEqualTo(400);
        assertThat(person.open(realm.console(), MONITOR).has("kc-form-login")).isTrue();
        assertThat(refresh(other).status()).isEqualTo(200);
    }

    @Test
    void about_a_person_ends_every_session_of_theirs() {
        Tokens one = on("desk-1");
        Tokens two = on("desk-2");

        orders.carryOut(Map.of("user", "supervisor"));

        assertThat(refresh(one).status()).isEqualTo(400);
        assertThat(refresh(two).status()).isEqualTo(400);
    }

    @Test
    void about_a_session_or_a_person_of_another_realm_stops_nothing_there() {
        try (DeviceRealm next = DeviceRealm.of(realm.fixture().server(), "revocation-next")) {
            next.trust(issuer, Map.of()).orFail();
            Tokens theirs = next.granted(supervisor(issuer.token("desk-9").signed()));

            assertThat(orders.carryOut(Map.of("session", session(theirs)))
                            .path("sessions_ended")
                            .asInt())
                    .isZero();
            assertThat(orders.give(Map.of("user", next.fixture().admin().userId("supervisor")))
                            .status())
                    .isEqualTo(404);
            orders.carryOut(Map.of("device", "desk-9"));

            assertThat(next.console().refresh(theirs.refresh()).status()).isEqualTo(200);
        }
    }

    @Test
    void that_is_given_twice_is_one_order() {
        Tokens tokens = on("desk-3");

        Answer first = orders.give(Map.of("session", session(tokens), "key", "ticket-4711"));
        Answer second = orders.give(Map.of("session", session(tokens), "key", "ticket-4711"));

        assertThat(second.text("id")).isEqualTo(first.text("id"));
        assertThat(orders.done(first).path("sessions_ended").asInt()).isEqualTo(1);
        Answer another = orders.give(Map.of("device", "desk-3", "key", "ticket-4711"));
        assertThat(another.status()).isEqualTo(409);
        assertThat(another.text("detail")).contains(first.text("id"), "Nothing was revoked");
    }

    @Test
    void is_not_needed_for_an_account_that_is_disabled() {
        Tokens tokens = on("desk-4");
        String user = realm.fixture().admin().userId("supervisor");
        enable(user, false);
        try {
            JsonNode record = realm.fixture()
                    .server()
                    .records()
                    .await(
                            realm.fixture().name(),
                            one -> one.path("event").asText().equals("session_ended")
                                    && one.path("actor")
                                            .path("session")
                                            .asText()
                                            .equals(session(tokens)));
            assertThat(record.path("reason").asText()).isEqualTo("account_disabled");
        } finally {
            enable(user, true);
        }
        awaitEnd(tokens);
    }

    private void enable(String user, boolean enabled) {
        realm.fixture()
                .admin()
                .change("/users/" + user, one -> one.put("enabled", enabled))
                .orFail();
    }

    @Test
    void that_nobody_can_use_is_refused_with_what_would_be_right() {
        assertThat(orders.give(Map.of()).body()).contains("names one of device, user, session, passkey, token");
        assertThat(orders.give(Map.of("user", "supervisor", "device", "x")).status())
                .isEqualTo(400);
        assertThat(orders.give(Map.of("device", "x", "reason", "Lost!")).body()).contains("lower snake case");
        assertThat(orders.give(Map.of("device", "x", "until", "tomorrow")).body())
                .contains("does not have");
        assertThat(orders.give(Map.of("token", "some-jti")).body()).contains("'exp' is needed");
        assertThat(orders.give(Map.of("user", "nobody")).status()).isEqualTo(404);
    }
}
