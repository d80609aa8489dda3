package dev.contactcenter.it.continuous;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contactcenter.it.client.PasskeyFlags;
import dev.contactcenter.it.client.Person;
import dev.contactcenter.it.oidc.TestApp;
import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.Admin;
import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.Http;
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
@DisplayName("An order about a lost device")
final class RevokedDeviceIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String PASSKEY = "webauthn-register-passwordless";

    private final PostureIssuer issuer = new PostureIssuer();
    private final DeviceRealm realm;
    private final RevocationOrders orders;
    private final TestApp console;

    RevokedDeviceIT(KeycloakServer server) {
        realm = DeviceRealm.of(server, "lost-device", "false");
        orders = new RevocationOrders(realm.fixture().admin());
        console = realm.console();
    }

    @BeforeAll
    void configure() {
        realm.trust(issuer, Map.of()).orFail();
        realm.source("registry", "contact-center-device-registry", Map.of()).orFail();
        realm.fixture().admin().allowOptionalScope("offline_access", console.clientId());
    }

    @AfterAll
    void close() {
        realm.close();
        issuer.close();
    }

    private Person on(String device, String name, PasskeyFlags flags) {
        Person person = new Person(name, flags);
        person.browser()
                .carry(
                        DeviceRealm.HEADER,
                        issuer.token(device).deviceClass("assigned").signed());
        return person;
    }

    private void enrolled(String device, String name, PasskeyFlags flags) {
        ObjectNode known = Admin.object();
        known.put("id", device).put("class", "assigned").put("compliance", "compliant");
        realm.fixture().admin().post("/contact-center/devices", known).orFail();
        realm.fixture()
                .admin()
                .change(user(name), found -> found.set("requiredActions", Admin.array(PASSKEY)))
                .orFail();
        on(device, name, flags).signIn(console, "");
        assertThat(passkeys(name)).hasSize(1);
        Waiting.until(
                PATIENCE,
                () -> Optional.of(realm.fixture().admin().get("/contact-center/devices/" + device))
                        .filter(found -> found.status() == 200
                                && found.json()
                                        .path("passkeys")
                                        .toString()
                                        .contains(passkeys(name).getFirst())),
                () -> "The registry does not know of the passkey of " + name);
    }

    private String user(String name) {
        return "/users/" + realm.fixture().admin().userId(name);
    }

    private List<String> passkeys(String name) {
        return realm.fixture()
                .admin()
                .get(user(name) + "/credentials")
                .orFail()
                .json()
                .valueStream()
                .filter(one -> one.path("type").asText().equals("webauthn-passwordless"))
                .map(one -> one.path("id").asText())
                .toList();
    }

    private JsonNode revoke(String device) {
        return orders.carryOut(Map.of("device", device));
    }

    private Answer refresh(Tokens tokens) {
        return console.refresh(tokens.refresh());
    }

    @Test
    void removes_the_passkeys_that_cannot_leave_it_and_no_others() {
        enrolled("lost-1", "supervisor", PasskeyFlags.DEVICE_BOUND);
        enrolled("lost-1", "agent", PasskeyFlags.SYNCED);
        enrolled("kept-1", "analyst", PasskeyFlags.DEVICE_BOUND);

        revoke("lost-1");

        assertThat(passkeys("supervisor"))
                .as("it is in the hands of whoever has the device")
                .isEmpty();
        assertThat(passkeys("agent")).as("the person has it elsewhere").hasSize(1);
        assertThat(passkeys("analyst")).as("it is on another device").hasSize(1);
    }

    @Test
    void ends_what_goes_on_offline_alone() {
        Tokens lost = offlineAlone("lost-2");
        Tokens kept = offlineAlone("kept-2");

        JsonNode order = revoke("lost-2");

        assertThat(order.path("sessions_ended").asInt()).isEqualTo(1);
        assertThat(refresh(lost).text("error")).isEqualTo("invalid_grant");
        assertThat(refresh(kept).status()).isEqualTo(200);
    }

    @Test
    void is_not_needed_for_an_account_that_is_disabled_to_lose_what_goes_on_offline_alone() {
        Tokens offline = offlineAlone("kept-3");
        enable(false);
        try {
            Waiting.until(
                    PATIENCE,
                    () -> Optional.of(offlineSessions()).filter(found -> found.isEmpty()),
                    () -> "Offline sessions go on: " + offlineSessions());
        } finally {
            enable(true);
        }
        assertThat(refresh(offline).text("error")).isEqualTo("invalid_grant");
    }

    /** A session of which the online half was logged out in another application of the same browser. */
    private Tokens offlineAlone(String device) {
        Person person = on(device, "supervisor", PasskeyFlags.DEVICE_BOUND);
        TestApp desktop = new TestApp(realm.fixture(), "agent-desktop");
        Tokens online = Person.tokens(desktop, person.goOn(person.open(desktop, "")));
        Tokens offline = Person.tokens(console, person.goOn(person.open(console, "offline_access")));
        assertThat(sid(offline)).isEqualTo(sid(online));
        Http.post(
                        realm.fixture().url() + "/protocol/openid-connect/logout",
                        Map.of("client_id", desktop.clientId(), "refresh_token", online.refresh()))
                .orFail();
        assertThat(desktop.refresh(online.refresh()).status()).isEqualTo(400);
        assertThat(refresh(offline).status()).isEqualTo(200);
        return offline;
    }

    private static String sid(Tokens tokens) {
        return tokens.claims().path("sid").asText();
    }

    private JsonNode offlineSessions() {
        return realm.fixture()
                .admin()
                .get(user("supervisor") + "/offline-sessions/"
                        + realm.fixture().admin().clientId(console.clientId()))
                .orFail()
                .json();
    }

    private void enable(boolean enabled) {
        realm.fixture()
                .admin()
                .change(user("supervisor"), found -> found.put("enabled", enabled))
                .orFail();
    }
}
