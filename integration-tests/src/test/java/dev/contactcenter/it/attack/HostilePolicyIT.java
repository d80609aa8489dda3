package dev.contactcenter.it.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.contactcenter.it.client.Person;
import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.Admin;
import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.Http;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.WithKeycloak;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Policies that are meant to harm the server, and people who may not write any. */
@Tag("attack")
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("A hostile policy")
final class HostilePolicyIT {

    private static final int TEN_MEGABYTES = 10 << 20;

    private final Scene scene;
    private final String shipped;

    HostilePolicyIT(KeycloakServer server) {
        this.scene = Scene.of(server, "hostile", plan -> plan.withoutEnrolment());
        this.shipped = scene.realm().admin().policy();
    }

    @AfterAll
    void close() {
        scene.close();
    }

    static Stream<Arguments> hostile() {
        return Stream.of(
                Arguments.of("100,000 brackets", "(".repeat(100_000) + "true" + ")".repeat(100_000)),
                Arguments.of("100,000 negations", "!".repeat(100_000) + "true"),
                Arguments.of("as many brackets as fit", "(".repeat(1_990) + "true" + ")".repeat(1_990)),
                Arguments.of(
                        "nested macros",
                        "user.groups.all(a, user.groups.all(b, user.groups.all(c, a == b && b == c)))"),
                Arguments.of("a bomb of a regular expression", "user.id.matches('(a{1000}){1000}')"),
                Arguments.of(
                        "alternatives by multiplication", "true" + " && (mode == 'agent' || now > now)".repeat(90)),
                Arguments.of("half a megabyte", "user.id == '" + "a".repeat(TEN_MEGABYTES / 20) + "'"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void is_answered_with_a_problem_while_the_server_serves(String name, String condition) {
        Answer answer = putWith(condition);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.body()).hasSizeLessThan(20_000);
        assertServes();
    }

    @Test
    void of_ten_megabytes_is_not_taken_and_the_server_serves() {
        // Keycloak's HTTP server ends a connection whose body is too long, and often before anybody has read its 413.
        Throwable cut = catchThrowable(() -> assertThat(putWith("user.id == '" + "a".repeat(TEN_MEGABYTES) + "'")
                        .status())
                .isIn(400, 413));

        assertThat(cut)
                .satisfiesAnyOf(
                        none -> assertThat(none).isNull(),
                        one -> assertThat(one).isInstanceOf(UncheckedIOException.class));

        assertServes();
    }

    private Answer putWith(String condition) {
        return scene.realm()
                .admin()
                .putPolicy(shipped.stripTrailing() + "\n  - id: hostile\n    when: \"" + condition
                        + "\"\n    deny: { reason: hostile }\n");
    }

    @Test
    void cannot_be_stored_without_the_right_to_manage_the_realm() {
        Tokens supervisor = new Person("supervisor").signIn(scene.console(), Scene.EVERYDAY);

        assertThat(put(supervisor.access()).status()).isEqualTo(403);
        assertThat(put(tokenOfAnAdministratorOf("manage-users", "manage-clients", "view-realm"))
                        .status())
                .isEqualTo(403);
        assertThat(put("nonsense").status()).isEqualTo(401);
        assertThat(scene.realm().admin().policy()).isEqualTo(shipped);
    }

    private void assertServes() {
        assertThat(scene.realm().admin().policy()).isEqualTo(shipped);
        assertThat(new Person("supervisor")
                        .signIn(scene.console(), Scene.EVERYDAY)
                        .scope())
                .contains("queue:monitor");
    }

    private Answer put(String token) {
        var component = scene.realm().admin().policyComponent();
        component.withObject("/config").set("policy", Admin.array("contactCenterPolicy: 1\nenforcement: off\n"));
        URI server = scene.realm().server().baseUrl();
        return Http.send(HttpRequest.newBuilder(
                        URI.create(server + "/admin/realms/" + scene.realm().name() + "/components/"
                                + component.path("id").asText()))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(component.toString())));
    }

    /** Somebody in the master realm with some rights over this realm. */
    private String tokenOfAnAdministratorOf(String... rights) {
        Admin admin = scene.realm().server().admin();
        var user = Admin.object();
        user.put("username", scene.realm().name());
        user.put("enabled", true);
        user.put("email", scene.realm().name() + "@example.test");
        user.put("firstName", "Helper");
        user.put("lastName", "Demo");
        user.withArray("/credentials").addObject().put("type", "password").put("value", "demo");
        String location = admin.post("/master/users", user)
                .orFail()
                .headers()
                .firstValue("Location")
                .orElseThrow();
        String id = location.substring(location.lastIndexOf('/') + 1);
        String client = admin.get("/master/clients?clientId=" + scene.realm().name() + "-realm")
                .orFail()
                .json()
                .path(0)
                .path("id")
                .asText();
        var roles = Admin.array();
        for (String right : rights) {
            roles.add(admin.get("/master/clients/" + client + "/roles/" + right)
                    .orFail()
                    .json());
        }
        admin.post("/master/users/" + id + "/role-mappings/clients/" + client, roles)
                .orFail();
        return Http.post(
                        scene.realm().server().realmUrl("master") + "/protocol/openid-connect/token",
                        Map.of(
                                "grant_type", "password",
                                "client_id", "admin-cli",
                                "username", scene.realm().name(),
                                "password", "demo"))
                .orFail()
                .text("access_token");
    }
}
