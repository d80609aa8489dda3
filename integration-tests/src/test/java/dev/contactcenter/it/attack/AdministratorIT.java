package dev.contactcenter.it.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactcenter.it.server.Administrator;
import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.RealmFixture;
import dev.contactcenter.it.server.WithKeycloak;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever may do something in the admin console, and not this. */
@Tag("attack")
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("An administrator")
final class AdministratorIT {

    private static final Map<String, Set<String>> MAY = Map.of(
            "view-realm", Set.of("view-realm", "manage-realm"),
            "manage-realm", Set.of("manage-realm"),
            "view-users", Set.of("view-users", "manage-users"),
            "manage-users", Set.of("manage-users"));
    private static final List<String> ROLES = List.of(
            "view-realm",
            "manage-realm",
            "view-users",
            "manage-users",
            "view-clients",
            "manage-clients",
            "view-events");
    private static final String DEVICE = "{\"id\":\"desk-1\",\"compliance\":\"compliant\"}";
    private static final String ORDER = "{\"user\":\"agent\",\"reason\":\"reported_lost\"}";
    private static final String SOURCE = "{\"name\":\"risk\",\"providerId\":\"contact-center-risk\","
            + "\"providerType\":\"org.keycloak.services.ui.extend.UiPageProvider\"}";

    private final RealmFixture realm;
    private final RealmFixture another;
    private final Map<String, Administrator> administrators = new TreeMap<>();

    AdministratorIT(KeycloakServer server) {
        realm = RealmFixture.plan(server, "administered").create();
        another = RealmFixture.plan(server, "administered-elsewhere").create();
    }

    @BeforeAll
    void appoint() {
        ROLES.forEach(role -> administrators.put(role, Administrator.with(realm, role)));
    }

    @AfterAll
    void close() {
        administrators.values().forEach(Administrator::close);
        another.close();
        realm.close();
    }

    private static String body(String method, String path) {
        return switch (method + " " + path) {
            case "POST /contact-center/devices" -> DEVICE;
            case "POST /contact-center/revocations" -> ORDER;
            case "POST /components" -> SOURCE;
            default -> "";
        };
    }

    @ParameterizedTest(name = "who may {2}: {0} {1}")
    @CsvSource({
        "GET,    /contact-center/devices,              view-realm",
        "GET,    /contact-center/devices/desk-1,       view-realm",
        "POST,   /contact-center/devices,              manage-realm",
        "DELETE, /contact-center/devices/desk-1,       manage-realm",
        "GET,    /contact-center/audit/sinks,          view-realm",
        "GET,    /contact-center/audit/sinks/server,   view-realm",
        "POST,   /contact-center/audit/sinks/x/test,   manage-realm",
        "POST,   /contact-center/audit/sinks/x/redrive,manage-realm",
        "GET,    /contact-center/audit/chain,          view-realm",
        "GET,    /contact-center/streams,              view-realm",
        "GET,    /contact-center/streams/x,            view-realm",
        "POST,   /contact-center/streams/x/verification,manage-realm",
        "GET,    /contact-center/revocations,          view-users",
        "GET,    /contact-center/revocations/x,        view-users",
        "POST,   /contact-center/revocations,          manage-users",
        "DELETE, /contact-center/revocations/devices/x,manage-users",
        "GET,    /components,                          view-realm",
        "POST,   /components,                          manage-realm",
    })
    void is_let_in_by_the_right_role_only(String method, String path, String right) {
        administrators.forEach((role, administrator) -> {
            Answer answer = administrator.send(realm, method, path, body(method, path));
            if (MAY.getOrDefault(right, Set.of()).contains(role)) {
                assertThat(answer.status()).as(role + ": " + answer).isNotIn(401, 403);
            } else {
                assertThat(answer.status()).as(role + ": " + answer).isEqualTo(403);
            }
        });
    }

    @Test
    void of_one_realm_is_nobody_in_another() {
        Stream.of("/devices", "/audit/sinks", "/audit/chain", "/streams")
                .forEach(path -> assertThat(administrators
                                .get("manage-realm")
                                .send(another, "GET", "/contact-center" + path, "")
                                .status())
                        .as(path)
                        .isEqualTo(403));
        assertThat(administrators
                        .get("manage-users")
                        .send(another, "POST", "/contact-center/revocations", ORDER)
                        .status())
                .isEqualTo(403);
    }
}
