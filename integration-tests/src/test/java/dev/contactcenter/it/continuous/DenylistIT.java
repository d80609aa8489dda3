package dev.contactcenter.it.continuous;

import static dev.contactcenter.it.signals.DeviceRealm.supervisor;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@Tag("continuous")
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("The denylist")
final class DenylistIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int ORDERERS = 6;
    private static final int ORDERS_EACH = 12;

    private final PostureIssuer issuer = new PostureIssuer();
    private final DeviceRealm realm;
    private final DenylistReader gateway;

    DenylistIT(KeycloakServer server) {
        this.realm = DeviceRealm.of(server, "denylist");
        this.gateway = DenylistReader.of(realm.fixture(), "gateway", List.of(DenylistReader.ROLE));
    }

    @BeforeAll
    void configure() {
        realm.trust(issuer, Map.of()).orFail();
    }

    @AfterAll
    void close() {
        realm.close();
        issuer.close();
    }

    private Tokens on(String device) {
        return realm.granted(supervisor(issuer.token(device).signed()));
    }

    private static String session(Tokens tokens) {
        return tokens.claims().path("sid").asText();
    }

    private Answer order(String kind, String id) {
        ObjectNode body = Admin.object();
        body.put("reason", "reported_lost");
        body.put(kind, id);
        return realm.fixture().admin().post("/contact-center/revocations", body).orFail();
    }

    private JsonNode await(long after, String kind, String value) {
        Predicate<JsonNode> wanted = entry -> entry.path("kind").asText().equals(kind)
                && entry.path("value").asText().equals(value);
        return Waiting.until(
                PATIENCE,
                () -> gateway.after(after).stream().filter(wanted).findFirst(),
                () -> "No " + kind + " " + value + " among " + gateway.after(after));
    }

    @Test
    void tells_a_device_that_is_revoked_and_the_session_on_it_with_why_and_until_when() {
        long before = gateway.end();
        Tokens tokens = on("d-1");

        order("device", "d-1");

        JsonNode device = await(before, "device", "d-1");
        assertThat(device.path("reason").asText()).isEqualTo("reported_lost");
        assertThat(device.has("until")).as("it counts until it is reinstated").isFalse();
        JsonNode ended = await(before, "sid", session(tokens));
        assertThat(ended.path("reason").asText()).isEqualTo("reported_lost");
        assertThat(Instant.parse(ended.path("until").asText()))
                .as("no token of it is alive then")
                .isAfterOrEqualTo(
                        Instant.ofEpochSecond(tokens.claims().path("exp").asLong()));
    }

    @Test
    void lifts_a_device_that_is_reinstated_and_forgets_that_it_was_revoked() {
        long before = gateway.end();
        order("device", "d-2");
        JsonNode revoked = await(before, "device", "d-2");

        realm.fixture()
                .admin()
                .delete("/contact-center/revocations/devices/d-2")
                .orFail();

        JsonNode lifted = await(revoked.path("cursor").asLong(), "device", "d-2");
        assertThat(lifted.path("until").asText()).isEqualTo(lifted.path("at").asText());
        assertThat(gateway.after(before))
                .filteredOn(entry -> entry.path("value").asText().equals("d-2"))
                .as("what was lifted must not count again once the lifting is forgotten")
                .containsExactly(lifted);
    }

    @Test
    void answers_a_reader_that_waits_as_soon_as_there_is_something() {
        long before = gateway.end();
        CompletableFuture<Answer> waiting =
                CompletableFuture.supplyAsync(() -> gateway.ask("?wait=PT30S&after=" + before));
        long begun = System.nanoTime();

        order("device", "d-3");

        Answer answer = waiting.join().orFail();
        assertThat(answer.json().at("/entries/0/value").asText()).isEqualTo("d-3");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void tells_a_reader_that_waited_in_vain_to_ask_again() {
        long before = gateway.end();

        Answer answer = gateway.ask("?wait=PT0.5S&after=" + before).orFail();

        assertThat(answer.json().path("entries")).isEmpty();
        assertThat(answer.json().path("next").asLong()).isEqualTo(before);
        assertThat(gateway.events(before, "?wait=PT0.5S").body()).contains(": nothing new");
    }

    @Test
    void is_read_as_events_by_who_asks_for_events() {
        long before = gateway.end();
        order("device", "d-4");
        JsonNode entry = await(before, "device", "d-4");

        Answer answer = gateway.events(entry.path("cursor").asLong() - 1, "").orFail();

        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(DenylistReader.EVENTS);
        assertThat(answer.body()).contains("event: entry\nid: " + entry.path("cursor") + "\ndata: " + entry + "\n\n");
    }

    @Test
    void tells_what_keycloak_itself_ended() {
        long before = gateway.end();
        Tokens loggedOut = on("d-5");
        Tokens deleted = on("d-5");
        Tokens revoked = on("d-5");
        String endpoints = realm.fixture().url() + "/protocol/openid-connect";
        String client = realm.console().clientId();

        Http.post(endpoints + "/logout", Map.of("client_id", client, "refresh_token", loggedOut.refresh()))
                .orFail();
        realm.fixture().admin().delete("/sessions/" + session(deleted)).orFail();
        Http.post(endpoints + "/revoke", Map.of("client_id", client, "token", revoked.access()))
                .orFail();

        assertThat(await(before, "sid", session(loggedOut)).path("reason").asText())
                .isEqualTo("logged_out");
        await(before, "sid", session(deleted));
        await(before, "jti", revoked.claims().path("jti").asText());
        realm.fixture().admin().logOut("supervisor");
        await(before, "sub", realm.fixture().admin().userId("supervisor"));
    }

    @Test
    void loses_nothing_for_a_reader_while_many_enter_at_once() {
        long before = gateway.end();
        List<String> devices = IntStream.range(0, ORDERERS * ORDERS_EACH)
                .mapToObj(number -> "crowd-" + number)
                .toList();
        List<CompletableFuture<Void>> orderers = IntStream.range(0, ORDERERS)
                .mapToObj(number -> CompletableFuture.runAsync(
                        () -> devices.subList(number * ORDERS_EACH, (number + 1) * ORDERS_EACH)
                                .forEach(device -> order("device", device)),
                        task -> Thread.ofVirtual().start(task)))
                .toList();

        List<JsonNode> read = readUntil(before, devices.size());

        orderers.forEach(CompletableFuture::join);
        assertThat(read).extracting(entry -> entry.path("value").asText()).containsExactlyInAnyOrderElementsOf(devices);
        assertThat(read).extracting(entry -> entry.path("cursor").asLong()).isSorted();
    }

    /** As a gateway does: from cursor to cursor, never back. */
    private List<JsonNode> readUntil(long after, int wanted) {
        List<JsonNode> read = new ArrayList<>();
        long[] cursor = {after};
        return Waiting.until(
                PATIENCE.multipliedBy(3),
                () -> {
                    JsonNode page = gateway.ask("?wait=PT1S&after=" + cursor[0])
                            .orFail()
                            .json();
                    page.path("entries")
                            .valueStream()
                            .filter(entry -> entry.path("value").asText().startsWith("crowd-"))
                            .forEach(read::add);
                    cursor[0] = page.path("next").asLong();
                    return Optional.of(read).filter(all -> all.size() >= wanted);
                },
                () -> "Only " + read.size() + " of " + wanted + " entries came");
    }

    @Test
    void tells_a_reader_with_a_cursor_that_it_never_gave_out_to_start_over() {
        Answer answer = gateway.ask("?after=987654321");

        assertThat(answer.status()).isEqualTo(410);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.text("detail")).contains("ask with after=0");
        assertThat(gateway.events(987654321, "").orFail().body()).contains("event: start-over\nid: 0\n");
    }

    @Test
    void refuses_a_question_that_it_cannot_answer() {
        Stream.of("?after=-1", "?after=x", "?wait=soon", "?wait=PT31S", "?wait=-PT1S")
                .forEach(query ->
                        assertThat(gateway.ask(query).status()).as(query).isEqualTo(400));
    }

    @Test
    @Tag("attack")
    void is_told_to_nobody_without_the_role() {
        DenylistReader stranger = DenylistReader.of(realm.fixture(), "nosy-gateway", List.of());
        DenylistReader person = DenylistReader.with(realm.fixture(), on("d-6").access());

        assertThat(stranger.ask("").status()).isEqualTo(403);
        assertThat(stranger.events(0, "").status()).isEqualTo(403);
        assertThat(person.ask("?wait=PT5S").status()).isBetween(401, 403);
        assertThat(DenylistReader.with(realm.fixture(), "").ask("").status()).isEqualTo(401);
    }

    @Test
    @Tag("attack")
    void of_another_realm_says_nothing_of_this_one() {
        try (DeviceRealm other = DeviceRealm.of(realm.fixture().server(), "denylist-other")) {
            DenylistReader neighbour = DenylistReader.of(other.fixture(), "neighbour", List.of(DenylistReader.ROLE));
            order("device", "d-7");

            assertThat(neighbour.after(0)).isEmpty();
        }
    }
}
