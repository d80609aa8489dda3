package dev.contactcenter.it.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contactcenter.demo.server.DemoRealm;
import dev.contactcenter.it.client.Person;
import dev.contactcenter.it.client.Screen;
import dev.contactcenter.it.oidc.TestApp;
import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.Admin;
import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.BesideOthers;
import dev.contactcenter.it.server.Http;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.OwnServer;
import dev.contactcenter.it.server.RealmAdmin;
import dev.contactcenter.it.server.Waiting;
import dev.contactcenter.it.server.WithKeycloak;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("audit")
@WithKeycloak
@BesideOthers
@DisplayName("A database that takes all but decision records")
final class UnstoredRecordsIT {

    private static final String EVERYDAY = "mode:supervisor queue:monitor";
    private static final String PRIVILEGED = "mode:supervisor recording:play";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final KeycloakServer common;
    private Optional<OwnServer> running = Optional.empty();
    private Person supervisor = new Person("supervisor");

    UnstoredRecordsIT(KeycloakServer common) {
        this.common = common;
    }

    @AfterEach
    void stop() {
        running.ifPresent(OwnServer::close);
    }

    @Test
    @Tag("attack")
    void lets_nobody_pass_by_default() {
        OwnServer server = withoutRoomForRecords(List.of());

        assertThat(end(server, "").status()).as("what is no decision").isEqualTo(200);
        assertThat(end(server, EVERYDAY)).satisfies(UnstoredRecordsIT::isRefused);
        assertThat(end(server, PRIVILEGED)).satisfies(UnstoredRecordsIT::isRefused);
        assertThat(server).satisfies(UnstoredRecordsIT::changesNothing);
    }

    @Test
    void lets_everyday_work_go_on_where_that_is_configured_and_tells_the_log() {
        OwnServer server =
                withoutRoomForRecords(List.of("--spi-contact-center-recorder--outbox--unstored=log-everyday"));

        Answer everyday = end(server, EVERYDAY);
        Answer privileged = end(server, PRIVILEGED);

        Tokens tokens = new Tokens(everyday.orFail());
        String id = tokens.claims().path("txn").asText();
        assertThat(server.keycloak().logText())
                .contains("[dev.contactcenter.unstored]")
                .contains("\"id\":\"" + id + "\"");
        assertThat(app(server).refresh(tokens.refresh()).status()).isEqualTo(200);
        assertThat(Http.get(server.keycloak().managementUrl() + "/metrics")
                        .orFail()
                        .body())
                .contains("contact_center_audit_unstored_total{realm=\"" + DemoRealm.NAME + "\"}");
        assertThat(privileged).satisfies(UnstoredRecordsIT::isRefused);
        assertThat(server).satisfies(UnstoredRecordsIT::changesNothing);
        revoke(server, tokens);

        server.keycloak().stop();
        server.change(List.of("alter table CONTACT_CENTER_RECORD drop constraint NO_ROOM"));
        server.keycloak().start();
        String later = new Tokens(end(server, PRIVILEGED).orFail())
                .claims()
                .path("txn")
                .asText();
        Waiting.until(
                PATIENCE,
                () -> ids(server).contains(later) ? Optional.of(later) : Optional.empty(),
                () -> "Nothing is on record since there is room again, but " + ids(server));
        assertThat(ids(server)).as("What was not stored is in no trail").doesNotContain(id);
    }

    private OwnServer withoutRoomForRecords(List<String> options) {
        OwnServer server = OwnServer.start(
                common,
                "keycloak-no-room",
                "drain-interval-millis=100",
                Stream.concat(OwnServer.OPEN_DATABASE.stream(), options.stream())
                        .toList());
        running = Optional.of(server);
        RealmAdmin admin = server.admin(DemoRealm.NAME);
        admin.change(
                        "/clients/" + admin.clientId("supervisor-console"),
                        client -> client.set("redirectUris", Admin.array(TestApp.CALLBACK)))
                .orFail();
        supervisor.signIn(app(server), EVERYDAY);
        server.keycloak().stop();
        server.change(
                List.of("alter table CONTACT_CENTER_RECORD add constraint NO_ROOM check (PAYLOAD is null) nocheck"));
        server.keycloak().start();
        return server;
    }

    private static TestApp app(OwnServer server) {
        return new TestApp(server.keycloak().realmUrl(DemoRealm.NAME), "supervisor-console");
    }

    /** The answer to a code, or to what came in its place. */
    private Answer end(OwnServer server, String scope) {
        supervisor = supervisor.elsewhere();
        Screen end = supervisor.goOn(supervisor.open(app(server), scope));
        return Optional.ofNullable(end.callback().get("code"))
                .map(app(server)::redeem)
                .orElse(end.answer());
    }

    /** Keycloak's login answers whatever fails in it with 400 and a page of its own. */
    private static void isRefused(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isGreaterThanOrEqualTo(400);
        assertThat(answer.body()).doesNotContain("access_token");
        assertThat(answer.headers().firstValue("Location")).isEmpty();
    }

    /** What an administrator changes is not done without being on record. */
    private static void changesNothing(OwnServer server) {
        RealmAdmin admin = server.admin(DemoRealm.NAME);

        Answer changed = admin.put("", Admin.object().put("displayName", "Off the record"));

        assertThat(changed.status()).as(changed.body()).isGreaterThanOrEqualTo(400);
        assertThat(admin.get("").orFail().text("displayName")).isNotEqualTo("Off the record");
    }

    /** An outage must not be what keeps a thief in. */
    private static void revoke(OwnServer server, Tokens tokens) {
        ObjectNode order = Admin.object();
        order.put("session", tokens.claims().path("sid").asText()).put("reason", "reported_lost");
        server.admin(DemoRealm.NAME).post("/contact-center/revocations", order).orFail();
        Waiting.until(
                PATIENCE,
                () -> Optional.of(app(server).refresh(tokens.refresh())).filter(answer -> answer.status() == 400),
                () -> "The revoked session goes on");
        assertThat(server.keycloak().logText()).contains("\"event\":\"session_ended\"");
    }

    private static List<String> ids(OwnServer server) {
        return server.records().all().stream()
                .map((JsonNode record) -> record.path("id").asText())
                .toList();
    }
}
