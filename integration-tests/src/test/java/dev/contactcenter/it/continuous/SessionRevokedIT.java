package dev.contactcenter.it.continuous;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contactcenter.demo.server.KeycloakOptions;
import dev.contactcenter.it.attack.Clients;
import dev.contactcenter.it.client.Person;
import dev.contactcenter.it.oidc.TestApp;
import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.Admin;
import dev.contactcenter.it.server.BesideOthers;
import dev.contactcenter.it.server.Http;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.RealmFixture;
import dev.contactcenter.it.server.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** All other tests run with the feature off. */
@Tag("continuous")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@BesideOthers
@DisplayName("A receiver of CAEP events, with Keycloak's feature ssf,")
final class SessionRevokedIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String RECEIVER = "events-receiver";
    private static final String SESSION_REVOKED = "https://schemas.openid.net/secevent/caep/event-type/session-revoked";
    private static final String EVERYDAY = "mode:supervisor queue:monitor";

    private final KeycloakServer server = KeycloakServer.own(
            "keycloak-ssf",
            new KeycloakOptions.Launch(
                    List.of("--features=ssf"),
                    List.of(
                            "--spi-ssf-transmitter--default--allow-insecure-push-targets=true",
                            "--spi-ssf-transmitter--default--outbox-drainer-interval=300ms"),
                    Map.of()));
    private final EventReceiver receiver = new EventReceiver();
    private final RealmFixture realm = RealmFixture.plan(server, "caep")
            .withoutEnrolment()
            .addClient(receiving())
            .change(one -> one.withObject("/attributes").put("ssf.transmitterEnabled", "true"))
            .create();
    private final TestApp console = new TestApp(realm, "supervisor-console");

    SessionRevokedIT() {
        ObjectNode stream = Admin.object();
        stream.set("events_requested", Admin.array(SESSION_REVOKED));
        stream.withObject("/delivery").put("method", "urn:ietf:rfc:8935").put("endpoint_url", receiver.url());
        realm.admin().post("/ssf/clients/" + RECEIVER + "/stream", stream).orFail();
    }

    private ObjectNode receiving() {
        ObjectNode client = Clients.confidential(RECEIVER);
        client.put("serviceAccountsEnabled", true);
        client.withObject("/attributes")
                .put("ssf.enabled", "true")
                .put("ssf.allowedDeliveryMethods", "push")
                .put("ssf.validPushUrls", receiver.url())
                .put("ssf.defaultSubjects", "ALL")
                .put("ssf.autoVerifyStream", "false");
        return client;
    }

    @AfterAll
    void close() {
        server.close();
        receiver.close();
    }

    private Tokens signIn() {
        return new Person("supervisor").signIn(console, EVERYDAY);
    }

    private static String session(Tokens tokens) {
        return tokens.claims().path("sid").asText();
    }

    private void revoke(Tokens tokens) {
        ObjectNode order = Admin.object();
        order.put("session", session(tokens)).put("reason", "reported_lost").put("detail", "left in a taxi");
        String id = realm.admin()
                .post("/contact-center/revocations", order)
                .orFail()
                .text("id");
        Waiting.until(
                PATIENCE,
                () -> Optional.of(realm.admin().get("/contact-center/revocations/" + id))
                        .filter(answer -> answer.text("state").equals("done")),
                () -> "The order is not done");
    }

    private List<JsonNode> await(Tokens tokens) {
        return Waiting.until(
                PATIENCE,
                () -> Optional.of(receiver.about(realm, session(tokens))).filter(told -> !told.isEmpty()),
                () -> "Nothing came about session " + session(tokens) + "\n" + complaints());
    }

    private String complaints() {
        return server.log()
                .lines()
                .filter(line -> line.contains("ERROR") || line.contains("WARN"))
                .toList()
                .toString();
    }

    @Test
    void is_told_of_a_session_that_is_revoked_with_who_and_why() {
        Tokens tokens = signIn();

        revoke(tokens);

        JsonNode told = await(tokens).getFirst();
        assertThat(told.path("iss").asText()).isEqualTo(realm.url().toString());
        assertThat(told.path("sub_id").path("user").path("sub").asText())
                .isEqualTo(tokens.claims().path("sub").asText());
        assertThat(told.path("sub_id").path("user").path("iss").asText())
                .isEqualTo(realm.url().toString());
        JsonNode event = told.path("events").path(SESSION_REVOKED);
        assertThat(event.path("initiating_entity").asText()).isEqualTo("admin");
        assertThat(event.path("reason_admin").path("en").asText()).isEqualTo("reported_lost: left in a taxi");
    }

    @Test
    void is_told_once_whether_we_end_a_session_or_keycloak() {
        Tokens revoked = signIn();
        Tokens loggedOut = signIn();

        revoke(revoked);
        Http.post(
                        realm.url() + "/protocol/openid-connect/logout",
                        Map.of("client_id", console.clientId(), "refresh_token", loggedOut.refresh()))
                .orFail();

        await(revoked);
        await(loggedOut);
        Tokens last = signIn();
        revoke(last);
        await(last);
        assertThat(receiver.about(realm, session(revoked))).hasSize(1);
        assertThat(receiver.about(realm, session(loggedOut))).hasSize(1);
    }

    @Test
    void that_paused_its_stream_is_told_when_it_goes_on() {
        Tokens tokens = signIn();
        status("paused");

        revoke(tokens);

        assertThat(receiver.about(realm, session(tokens))).isEmpty();
        status("enabled");
        assertThat(await(tokens)).hasSize(1);
    }

    private void status(String status) {
        realm.admin()
                .post(
                        "/ssf/clients/" + RECEIVER + "/stream/status",
                        Admin.object().put("status", status))
                .orFail();
    }
}
