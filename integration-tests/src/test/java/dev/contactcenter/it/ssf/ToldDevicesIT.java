package dev.contactcenter.it.ssf;

import static dev.contactcenter.it.ssf.KeycloakStream.body;
import static dev.contactcenter.it.ssf.KeycloakStream.device;
import static dev.contactcenter.it.ssf.KeycloakStream.session;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.contactcenter.it.client.Person;
import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.Admin;
import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.BesideOthers;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.RealmFixture;
import dev.contactcenter.it.server.Waiting;
import dev.contactcenter.it.signals.DeviceRealm;
import dev.contactcenter.it.signals.PostureIssuer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@Tag("continuous")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@BesideOthers
@DisplayName("A receiver of CAEP events, told of devices and of what tokens carry because of them,")
final class ToldDevicesIT {

    private static final String COMPLIANCE = "device-compliance-change";
    private static final String CLAIMS = "token-claims-change";
    private static final String BOTH = "mode:supervisor queue:monitor record:view";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final KeycloakServer server = KeycloakStream.server();
    private final PostureIssuer agent = new PostureIssuer();
    private final DeviceRealm realm = transmitting("told-devices", "ALL");
    private final KeycloakStream stream = KeycloakStream.of(realm.fixture(), COMPLIANCE, CLAIMS);
    private final DeviceRealm other = transmitting("told-elsewhere", "ALL");
    private final KeycloakStream ofOther = KeycloakStream.of(other.fixture(), COMPLIANCE, CLAIMS);
    private final DeviceRealm choosy = transmitting("told-of-nobody", "NONE");
    private final KeycloakStream ofNobody = KeycloakStream.of(choosy.fixture(), COMPLIANCE, CLAIMS);

    ToldDevicesIT() {
        KeycloakStream between = KeycloakStream.ofRealm(realm.fixture(), COMPLIANCE);
        other.source("told", StreamRealm.PROVIDER, between.receiving("told")).orFail();
    }

    private DeviceRealm transmitting(String name, String subjects) {
        DeviceRealm made = DeviceRealm.of(
                server, name, "device.compliance != \"compliant\"", plan -> KeycloakStream.plan(plan, subjects));
        made.trust(agent, Map.of()).orFail();
        made.source("registry", "contact-center-device-registry", Map.of()).orFail();
        return made;
    }

    @AfterAll
    void close() {
        server.close();
        agent.close();
    }

    private static void tell(RealmFixture at, String device, String compliance) {
        at.admin()
                .post(
                        "/contact-center/devices",
                        Admin.object().put("id", device).put("compliance", compliance))
                .orFail();
    }

    private Tokens signIn(String device) {
        Person person = DeviceRealm.supervisor(agent.token(device).signed());
        Tokens tokens = Person.tokens(realm.console(), person.goOn(person.open(realm.console(), BOTH)));
        Waiting.until(
                PATIENCE,
                () -> Optional.of(registered(realm.fixture(), device)).filter(answer -> answer.status() == 200),
                () -> "The registry does not have " + device);
        return tokens;
    }

    private static Answer registered(RealmFixture at, String device) {
        return at.admin().get("/contact-center/devices/" + device);
    }

    private static String sid(Tokens tokens) {
        return tokens.claims().path("sid").asText();
    }

    private static boolean isAbout(JsonNode claims, String device) {
        return device(claims).filter(device::equals).isPresent();
    }

    /** Everything that was told of a device, once something that comes after it was told as well. */
    private List<JsonNode> toldOf(KeycloakStream told, RealmFixture at, String device) {
        String last = "last-" + UUID.randomUUID();
        tell(at, last, "noncompliant");
        told.await(COMPLIANCE, claims -> isAbout(claims, last));
        return told.told(COMPLIANCE).stream()
                .filter(claims -> isAbout(claims, device))
                .toList();
    }

    @Test
    void learns_of_a_device_alone_and_of_each_session_on_it() {
        Tokens tokens = signIn("d-1");

        tell(realm.fixture(), "d-1", "noncompliant");

        List<JsonNode> told = toldOf(stream, realm.fixture(), "d-1");
        assertThat(told).hasSize(2);
        assertThat(told).extracting(KeycloakStream::session).containsExactlyInAnyOrder("", sid(tokens));
        assertThat(told).allSatisfy(claims -> {
            JsonNode event = body(claims, COMPLIANCE);
            assertThat(event.path("previous_status").asText()).isEqualTo("compliant");
            assertThat(event.path("current_status").asText()).isEqualTo("not-compliant");
            assertThat(event.path("initiating_entity").asText()).isEqualTo("admin");
            assertThat(event.path("event_timestamp").isIntegralNumber()).isTrue();
            assertThat(event.properties()).hasSize(4);
            assertThat(claims.path("iss").asText())
                    .isEqualTo(realm.fixture().url().toString());
        });
        JsonNode ofSession = told.stream()
                .filter(claims -> session(claims).equals(sid(tokens)))
                .findFirst()
                .orElseThrow();
        assertThat(ofSession.at("/sub_id/user/sub").asText())
                .isEqualTo(tokens.claims().path("sub").asText());
    }

    @Test
    void learns_nothing_where_nothing_changed() {
        tell(realm.fixture(), "new-and-compliant", "compliant");
        tell(realm.fixture(), "new-and-compliant", "compliant");
        tell(realm.fixture(), "bad-as-before", "noncompliant");
        tell(realm.fixture(), "bad-as-before", "noncompliant");

        assertThat(toldOf(stream, realm.fixture(), "new-and-compliant")).isEmpty();
        assertThat(toldOf(stream, realm.fixture(), "bad-as-before")).hasSize(1);
    }

    @Test
    void learns_of_each_device_of_a_bulk_feed_that_changed_and_of_no_other() {
        tell(realm.fixture(), "bulk-worse", "compliant");
        tell(realm.fixture(), "bulk-same", "compliant");
        tell(realm.fixture(), "bulk-better", "noncompliant");
        ArrayNode feed = Admin.object().putArray("devices");
        feed.addObject().put("id", "bulk-worse").put("compliance", "noncompliant");
        feed.addObject().put("id", "bulk-same").put("compliance", "compliant");
        feed.addObject().put("id", "bulk-better").put("compliance", "compliant");

        realm.fixture().admin().post("/contact-center/devices", feed).orFail();

        assertThat(statuses("bulk-worse")).containsExactly("not-compliant");
        assertThat(statuses("bulk-same")).isEmpty();
        assertThat(statuses("bulk-better")).containsExactly("not-compliant", "compliant");
    }

    private List<String> statuses(String device) {
        return toldOf(stream, realm.fixture(), device).stream()
                .map(claims -> body(claims, COMPLIANCE).path("current_status").asText())
                .toList();
    }

    @Test
    void learns_what_the_agent_of_a_device_reports_at_a_sign_in_that_is_refused_for_it() {
        signIn("d-5");

        realm.refused(DeviceRealm.supervisor(
                agent.token("d-5").compliance("noncompliant").signed()));

        JsonNode told = stream.await(COMPLIANCE, claims -> isAbout(claims, "d-5"));
        assertThat(body(told, COMPLIANCE).path("current_status").asText()).isEqualTo("not-compliant");
        assertThat(body(told, COMPLIANCE).path("initiating_entity").asText()).isEqualTo("system");
    }

    @Test
    void learns_that_nobody_vouches_for_a_device_any_more() {
        tell(realm.fixture(), "removed", "compliant");

        realm.fixture().admin().delete("/contact-center/devices/removed").orFail();

        List<JsonNode> told = toldOf(stream, realm.fixture(), "removed");
        assertThat(told).hasSize(1);
        assertThat(body(told.getFirst(), COMPLIANCE).path("current_status").asText())
                .isEqualTo("not-compliant");
    }

    @Test
    void learns_nothing_of_another_realm() {
        tell(choosy.fixture(), "of-another-realm", "noncompliant");

        assertThat(toldOf(stream, realm.fixture(), "of-another-realm")).isEmpty();
    }

    @Test
    void learns_nothing_of_whom_it_did_not_ask_for() {
        tell(choosy.fixture(), "d-7", "noncompliant");

        assertThat(registered(choosy.fixture(), "d-7").status()).isEqualTo(200);
        assertThat(ofNobody.told(COMPLIANCE)).isEmpty();
    }

    @Test
    @Tag("attack")
    void that_is_a_realm_of_ours_believes_it_and_does_not_tell_it_back() {
        tell(realm.fixture(), "d-2", "noncompliant");

        Waiting.until(
                PATIENCE,
                () -> Optional.of(registered(other.fixture(), "d-2"))
                        .filter(answer -> answer.body().contains("\"compliance\":\"noncompliant\"")),
                () -> "The other realm did not take it: "
                        + other.fixture().admin().get("/contact-center/streams/told"));

        assertThat(toldOf(ofOther, other.fixture(), "d-2")).isEmpty();
    }

    @Test
    void learns_once_what_a_refresh_withheld_and_once_that_it_came_back() {
        Tokens tokens = signIn("d-3");
        tell(realm.fixture(), "d-3", "noncompliant");

        Tokens less = new Tokens(realm.console().refresh(tokens.refresh()).orFail());
        Tokens still = new Tokens(realm.console().refresh(less.refresh()).orFail());
        tell(realm.fixture(), "d-3", "compliant");
        Tokens again = new Tokens(realm.console().refresh(still.refresh()).orFail());

        assertThat(less.scope()).doesNotContain("queue:monitor");
        JsonNode back = stream.await(
                CLAIMS,
                claims -> session(claims).equals(sid(tokens)) && scope(claims).contains("queue:monitor"));
        List<JsonNode> told = stream.told(CLAIMS).stream()
                .filter(claims -> session(claims).equals(sid(tokens)))
                .toList();
        assertThat(told).hasSize(2);
        JsonNode withheld = told.getFirst();
        assertThat(scope(withheld)).isEqualTo(less.claims().path("scope").asText());
        assertThat(scope(back)).isEqualTo(again.claims().path("scope").asText());
        assertThat(withheld.path("txn").asText())
                .isEqualTo(less.claims().path("txn").asText());
        assertThat(withheld.at("/sub_id/application/id").asText())
                .isEqualTo(realm.console().clientId());
        assertThat(body(withheld, CLAIMS).path("claims").properties()).hasSize(1);
        assertThat(body(withheld, CLAIMS).path("initiating_entity").asText()).isEqualTo("policy");
    }

    @Test
    void learns_it_also_of_a_refresh_that_was_refused_because_nothing_was_left() {
        Person person = DeviceRealm.supervisor(agent.token("d-4").signed());
        Tokens tokens = realm.granted(person);
        tell(realm.fixture(), "d-4", "noncompliant");

        assertThat(realm.console().refresh(tokens.refresh()).status()).isEqualTo(400);
        assertThat(realm.console().refresh(tokens.refresh()).status()).isEqualTo(400);

        JsonNode told = stream.await(CLAIMS, claims -> session(claims).equals(sid(tokens)));
        assertThat(scope(told)).doesNotContain("queue:monitor").contains("openid");
        JsonNode decision = server.records()
                .await(
                        realm.fixture().name(),
                        record -> record.path("id")
                                .asText()
                                .equals(told.path("txn").asText()));
        assertThat(decision.path("outcome").asText()).isEqualTo("deny");
        assertThat(stream.told(CLAIMS).stream().filter(claims -> session(claims).equals(sid(tokens))))
                .hasSize(1);
    }

    private static String scope(JsonNode claims) {
        return body(claims, CLAIMS).at("/claims/scope").asText();
    }
}
