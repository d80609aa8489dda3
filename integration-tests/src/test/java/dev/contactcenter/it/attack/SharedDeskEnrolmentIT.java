package dev.contactcenter.it.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contactcenter.it.client.Ceremony;
import dev.contactcenter.it.client.PasskeyFlags;
import dev.contactcenter.it.client.Person;
import dev.contactcenter.it.client.Screen;
import dev.contactcenter.it.server.Admin;
import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.WithKeycloak;
import dev.contactcenter.it.signals.DeviceRealm;
import dev.contactcenter.it.signals.PostureIssuer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody who sits at a desk of many would leave their passkey in it. */
@Tag("attack")
@Tag("signals")
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("A passkey that is enrolled")
final class SharedDeskEnrolmentIT {

    private static final String REASON = "platform_enrolment_on_shared_device";
    private static final String SCOPE = "mode:supervisor record:view";
    private static final String ACTION = "webauthn-register-passwordless";
    private static final String CONFIG = "/authentication/required-actions/" + ACTION + "/config";

    private final PostureIssuer issuer = new PostureIssuer();
    private final DeviceRealm realm;
    private final DeviceRealm withoutSource;

    SharedDeskEnrolmentIT(KeycloakServer server) {
        realm = DeviceRealm.of(server, "desks");
        withoutSource = DeviceRealm.of(server, "no-source", "false");
    }

    @BeforeAll
    void configure() {
        realm.trust(issuer, Map.of()).orFail();
    }

    @BeforeEach
    void nobodyHasAPasskey() {
        for (DeviceRealm one : new DeviceRealm[] {realm, withoutSource}) {
            String user = "/users/" + one.fixture().admin().userId("supervisor");
            credentials(one)
                    .forEach(credential -> one.fixture()
                            .admin()
                            .delete(user + "/credentials/" + credential)
                            .orFail());
            one.fixture()
                    .admin()
                    .change(user, found -> found.set("requiredActions", Admin.array(ACTION)))
                    .orFail();
        }
    }

    @AfterAll
    void close() {
        realm.close();
        withoutSource.close();
        issuer.close();
    }

    @ParameterizedTest(name = "on a device of class {0}")
    @ValueSource(strings = {"shared", "kiosk", "vdi", "unknown"})
    void on_the_desk_of_many_is_refused_if_it_stays_there(String deviceClass) {
        Registration begun = begun(on(deviceClass));

        assertThat(begun.page().answer().body()).contains("\"cross-platform\"");
        assertThat(begun.page().page().text()).contains("use your security key or your phone");
        assertRefused(begun.end("platform", "internal"));
    }

    @ParameterizedTest(name = "that says ''{0}'' and ''{1}''")
    @CsvSource({"'', usb", "'', ''", "cross-platform, internal", "platform, hybrid", "nonsense, usb"})
    void on_the_desk_of_many_is_refused_if_anything_says_that_it_stays(String attachment, String transports) {
        assertRefused(begun(on("shared")).end(attachment, transports));
    }

    @ParameterizedTest(name = "by way of ''{0}''")
    @ValueSource(strings = {"usb", "nfc,usb", "hybrid,internal", ""})
    void on_the_desk_of_many_is_taken_if_it_leaves_with_its_person(String transports) {
        assertTaken(begun(on("shared")).end("cross-platform", transports));
    }

    @Test
    void can_be_tried_again_after_a_refusal() {
        Registration begun = begun(on("shared"));
        Screen refused = begun.end("platform", "internal");

        Screen again =
                begun.person().browser().submit(refused, "form:has([name=isSetRetry])", Map.of("isSetRetry", "retry"));

        assertThat(again.has("register")).as(again.toString()).isTrue();
        assertTaken(new Registration(begun.person(), again).end("cross-platform", "usb"));
    }

    @ParameterizedTest(name = "on a device of class {0}")
    @ValueSource(strings = {"assigned", "personal"})
    void on_ones_own_device_may_stay_there(String deviceClass) {
        assertTaken(begun(on(deviceClass)).end("platform", "internal"));
    }

    @Test
    void where_the_desk_was_kept_from_reporting_is_refused_as_on_a_desk_of_many() {
        assertRefused(begun(new Person("supervisor")).end("platform", "internal"));
    }

    @Test
    void with_a_forged_report_of_ones_own_device_is_refused_as_on_a_desk_of_many() {
        String forged = issuer.token("own")
                .deviceClass("assigned")
                .key(PostureIssuer.FIRST_KEY, PostureIssuer.newKey())
                .signed();

        assertRefused(begun(DeviceRealm.supervisor(forged)).end("platform", "internal"));
    }

    @Test
    void in_a_realm_without_any_source_of_devices_is_what_the_realm_lets_it_be() {
        Screen end = begun(withoutSource, new Person("supervisor")).end("platform", "internal");

        assertThat(end.callback()).as(end.toString()).containsKey("code");
    }

    @Test
    void is_what_the_realm_says() {
        assertThat(configure("kiosk##desk").status()).isEqualTo(400);
        configure("kiosk").orFail();
        try {
            assertTaken(begun(on("shared")).end("platform", "internal"));
        } finally {
            configure("shared##kiosk##vdi##unknown").orFail();
        }
    }

    /** Somebody at the page that registers a passkey. */
    private record Registration(Person person, Screen page) {

        /** Sends a passkey of which the browser says this. */
        Screen end(String attachment, String transports) {
            Map<String, String> fields = new HashMap<>(
                    person.passkey().register(Ceremony.on(page), Ceremony.userId(page), PasskeyFlags.DEVICE_BOUND));
            fields.put("authenticatorAttachment", attachment);
            fields.put("transports", transports);
            return person.browser().submit(page, "#register", fields);
        }
    }

    private Registration begun(Person person) {
        return begun(realm, person);
    }

    private static Registration begun(DeviceRealm at, Person person) {
        Screen page = person.typePassword(person.open(at.console(), SCOPE));
        assertThat(page.has("register")).as(page.toString()).isTrue();
        return new Registration(person, page);
    }

    private Person on(String deviceClass) {
        return DeviceRealm.supervisor(
                issuer.token("desk-" + deviceClass).deviceClass(deviceClass).signed());
    }

    private void assertTaken(Screen end) {
        assertThat(end.callback()).as(end.toString()).containsKey("code");
        assertThat(credentials(realm)).hasSize(1);
    }

    private Answer configure(String classes) {
        ObjectNode config = Admin.object();
        config.withObject("/config").put("noPlatformOn", classes);
        return realm.fixture().admin().put(CONFIG, config);
    }

    private void assertRefused(Screen refused) {
        assertThat(refused.has("contact-center-enrolment"))
                .as(refused.toString())
                .isTrue();
        assertThat(refused.answer().status()).isEqualTo(403);
        assertThat(credentials(realm)).isEmpty();
        String code =
                refused.page().expectFirst("#contact-center-enrolment-code").text();
        JsonNode record = realm.fixture()
                .server()
                .records()
                .await(realm.fixture().name(), one -> one.path("id").asText().startsWith(code));
        assertThat(record.path("hook").asText()).isEqualTo("enrolment");
        assertThat(record.path("outcome").asText()).isEqualTo("deny");
        assertThat(record.path("reason").asText()).isEqualTo(REASON);
        assertThat(record.path("actor").path("username").asText()).isEqualTo("supervisor");
    }

    private static List<String> credentials(DeviceRealm of) {
        return of.fixture()
                .admin()
                .get("/users/" + of.fixture().admin().userId("supervisor") + "/credentials")
                .orFail()
                .json()
                .valueStream()
                .filter(one -> one.path("type").asText().equals("webauthn-passwordless"))
                .map(one -> one.path("id").asText())
                .toList();
    }
}
