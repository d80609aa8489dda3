package dev.contactcenter.it.signals;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contactcenter.it.attack.Clients;
import dev.contactcenter.it.server.Admin;
import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.RealmFixture;
import dev.contactcenter.it.server.WithKeycloak;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever must not read or write the registry. */
@Tag("signals")
@Tag("attack")
@DisplayName("The device registry")
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DeviceFeedAttackIT {

    private static final String DEVICE = "{\"id\":\"victim\",\"compliance\":\"noncompliant\"}";
    private static final int TOO_LARGE = 9 * 1024 * 1024;

    private RealmFixture realm;
    private RealmFixture other;
    private Feed feed;

    @BeforeAll
    void start(KeycloakServer server) {
        realm = plan(RealmFixture.plan(server, "feed-attack")).create();
        other = plan(RealmFixture.plan(server, "feed-other")).create();
        feed = Feed.of(realm);
        feed.post("", DEVICE).orFail();
    }

    private static RealmFixture.Plan plan(RealmFixture.Plan plan) {
        ObjectNode narrow = Clients.confidential("narrow");
        narrow.put("serviceAccountsEnabled", true);
        narrow.set("defaultClientScopes", Admin.array("basic", "roles"));
        ObjectNode foreign = Clients.confidential("foreign-audience");
        foreign.put("serviceAccountsEnabled", true);
        foreign.put("fullScopeAllowed", true);
        foreign.set("defaultClientScopes", Admin.array("basic", "roles"));
        ObjectNode mapper = foreign.withArray("/protocolMappers").addObject();
        mapper.put("name", "audience");
        mapper.put("protocol", "openid-connect");
        mapper.put("protocolMapper", "oidc-audience-mapper");
        mapper.withObject("/config").put("included.client.audience", "crm-api").put("access.token.claim", "true");
        return Feed.plan(plan).addClient(narrow).addClient(foreign).withoutEnrolment();
    }

    @AfterAll
    void stop() {
        realm.close();
        other.close();
    }

    @Test
    void says_nothing_without_a_token() {
        Answer answer = Feed.with(realm, "").get("/victim");

        assertRefused(answer, 401, "Bearer realm=\"" + realm.name() + "\"");
        assertRefused(Feed.with(realm, "").post("", DEVICE), 401, "Bearer realm=\"" + realm.name() + "\"");
        assertRefused(Feed.with(realm, "").delete("/victim"), 401, "Bearer realm=\"" + realm.name() + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "a.b.c", "eyJhbGciOiJub25lIn0.e30."})
    void does_not_take_garbage_for_a_token(String token) {
        assertRefused(Feed.with(realm, token).get("/victim"), 401, "error=\"invalid_token\"");
    }

    @Test
    void does_not_take_a_token_of_another_realm_even_with_the_role_there() {
        Feed.grant(other, Feed.CLIENT);

        assertRefused(Feed.with(realm, Feed.token(other, Feed.CLIENT)).get("/victim"), 401, "error=\"invalid_token\"");
    }

    @Test
    void shows_and_changes_no_row_of_another_realm() {
        Feed neighbour = Feed.of(other);

        assertThat(neighbour.get("/victim").status()).isEqualTo(404);
        assertThat(neighbour.get("?search=victim").json()).isEmpty();
        assertThat(neighbour.delete("/victim").status()).isEqualTo(404);
        neighbour.post("", "{\"id\":\"victim\",\"compliance\":\"compliant\"}").orFail();
        assertThat(feed.get("/victim").json().at("/reports/0/compliance").asText())
                .isEqualTo("noncompliant");
    }

    @Test
    void does_not_serve_a_bearer_without_the_role() {
        String service = Feed.token(realm, "narrow");

        assertRefused(Feed.with(realm, service).get("/victim"), 403, "error=\"insufficient_scope\"");
        assertRefused(Feed.with(realm, service).post("", DEVICE), 403, "error=\"insufficient_scope\"");
    }

    @Test
    void does_not_serve_a_client_whose_scope_leaves_the_role_of_its_bearer_out() {
        Feed.giveRole(other, "narrow");

        assertRefused(
                Feed.with(other, Feed.token(other, "narrow")).get("/victim"), 403, "error=\"insufficient_scope\"");
    }

    @Test
    void does_not_take_a_token_that_is_meant_for_another_resource_server() {
        Feed.grant(realm, "foreign-audience");

        assertRefused(
                Feed.with(realm, Feed.token(realm, "foreign-audience")).get("/victim"), 401, "error=\"invalid_token\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":",
                "[{\"id\":\"a\"}",
                "not json",
                "[1e999999999999999999999999999999999999999999999999999999999999999999999]"
            })
    void stores_nothing_of_a_body_that_is_no_json(String body) {
        Answer answer = feed.post("", body);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(feed.get("/a").status()).isEqualTo(404);
    }

    @Test
    void does_not_go_deeper_into_a_body_than_any_record_is() {
        assertThat(feed.post("", "[{\"id\":\"deep\",\"x\":" + "[".repeat(100_000))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void does_not_read_a_body_that_is_too_large() {
        Answer answer = feed.post("", "[{\"id\":\"large\",\"owner\":\"" + "a".repeat(TOO_LARGE) + "\"}]");

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.text("title")).isEqualTo("Too large");
    }

    private static void assertRefused(Answer answer, int status, String challenge) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElse("")).contains(challenge);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.json().path("status").asInt()).isEqualTo(status);
        assertThat(answer.body()).doesNotContain("noncompliant");
    }
}
