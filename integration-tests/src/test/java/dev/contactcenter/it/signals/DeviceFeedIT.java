package dev.contactcenter.it.signals;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contactcenter.it.server.Admin;
import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.RealmFixture;
import dev.contactcenter.it.server.WithKeycloak;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Systems and administrators that tell the registry of devices. */
@Tag("signals")
@DisplayName("The device registry over REST")
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DeviceFeedIT {

    private static final String PAGES = "org.keycloak.services.ui.extend.UiPageProvider";

    private KeycloakServer server;
    private RealmFixture realm;
    private Feed feed;

    @BeforeAll
    void start(KeycloakServer common) {
        server = common;
        realm = Feed.plan(RealmFixture.plan(common, "feed")).create();
        feed = Feed.of(realm);
    }

    @AfterAll
    void stop() {
        realm.close();
    }

    @Test
    void stores_devices_that_a_feed_tells_of_and_says_which_it_refuses_and_why() {
        Answer answer = feed.post("", """
                [{"id":"f-1","owner":"agent","class":"assigned","compliance":"compliant","observedAt":"2026-11-20T08:00:00Z"},
                 {"id":"f-2","compliance":"perhaps"},
                 {"id":"f-3","class":"kiosk"}]""");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(207);
        assertThat(answer.json().path("accepted").asInt()).isEqualTo(2);
        assertThat(answer.json().path("refused").toString())
                .isEqualTo("[{\"index\":1,\"pointer\":\"/compliance\",\"problem\":\"compliance is not one of compliant,"
                        + " noncompliant, unknown\"}]");
        JsonNode report = feed.get("/f-1").orFail().json().path("reports").path(0);
        assertThat(report.toString())
                .isEqualTo(
                        "{\"origin\":\"feed\",\"reportedBy\":\"device-management\",\"observedAt\":\"2026-11-20T08:00:00Z\","
                                + "\"owner\":\"agent\",\"compliance\":\"compliant\",\"class\":\"assigned\"}");
        assertThat(feed.get("/f-2").status()).isEqualTo(404);
    }

    @Test
    void keeps_what_was_observed_last_whatever_comes_in_last() {
        feed.post("", "{\"id\":\"late\",\"compliance\":\"noncompliant\",\"observedAt\":\"2026-11-20T08:00:00Z\"}")
                .orFail();

        Answer older =
                feed.post("", "{\"id\":\"late\",\"compliance\":\"compliant\",\"observedAt\":\"2026-11-20T07:00:00Z\"}");

        assertThat(older.orFail().json().path("outdated").asInt()).isEqualTo(1);
        assertThat(feed.get("/late").json().at("/reports/0/compliance").asText())
                .isEqualTo("noncompliant");
        feed.post("", "{\"id\":\"late\",\"compliance\":\"compliant\",\"observedAt\":\"2026-11-20T09:00:00Z\"}")
                .orFail();
        assertThat(feed.get("/late").json().at("/reports/0/compliance").asText())
                .isEqualTo("compliant");
    }

    @Test
    void has_on_record_when_a_device_is_compliant_no_longer_and_again() {
        for (String word : List.of("compliant", "compliant", "noncompliant", "noncompliant", "compliant")) {
            feed.post("", "{\"id\":\"turned\",\"compliance\":\"" + word + "\"}").orFail();
        }
        feed.post("", "{\"id\":\"bad-from-the-start\",\"compliance\":\"noncompliant\"}")
                .orFail();

        server.records().await(realm.name(), one -> isOf(one, "bad-from-the-start"));
        List<String> told = realm.records().stream()
                .filter(one -> isOf(one, "turned"))
                .map(one -> one.at("/about/previous").asText() + " "
                        + one.at("/about/current").asText() + " "
                        + one.at("/about/told_by").asText())
                .toList();
        assertThat(told)
                .containsExactly(
                        "compliant noncompliant device-management", "noncompliant compliant device-management");
    }

    private static boolean isOf(JsonNode record, String device) {
        return record.path("event").asText().equals("signal")
                && record.at("/about/type").asText().equals("posture")
                && record.at("/about/device").asText().equals(device);
    }

    @Test
    void reads_the_records_of_other_systems() {
        Answer answer = feed.post("?mapping=intune", """
                {"value":[{"azureADDeviceId":"from-intune","complianceState":"compliant","managementState":"managed",
                  "isEncrypted":true,"operatingSystem":"Windows","lastSyncDateTime":"2026-11-22T08:00:00Z"}]}""");

        assertThat(answer.orFail().json().path("accepted").asInt()).isEqualTo(1);
        assertThat(feed.get("/from-intune").json().at("/reports/0/management").asText())
                .isEqualTo("managed");
        Answer unknown = feed.post("?mapping=abacus", "[]");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.text("detail"))
                .isEqualTo("The mapping of the query is not one of fleet, intune, jamf, osquery.");
    }

    @Test
    void takes_ten_thousand_devices_at_once_and_the_same_again() {
        String body = IntStream.range(0, 10_000)
                .mapToObj(number -> "{\"id\":\"bulk-" + number + "\",\"compliance\":\"compliant\"}")
                .collect(Collectors.joining("\n"));

        assertThat(feed.post("", body).orFail().json().path("accepted").asInt()).isEqualTo(10_000);
        assertThat(feed.post("", body).orFail().json().path("accepted").asInt()).isEqualTo(10_000);
        assertThat(feed.get("?search=BULK-99&first=1&max=2").orFail().json().findValuesAsText("id"))
                .containsExactly("bulk-990", "bulk-9900");
        assertThat(feed.post("", body + "\n{\"id\":\"one-more\"}").status()).isEqualTo(413);
    }

    @Test
    void finds_by_owner_and_takes_wildcards_literally() {
        feed.post("", "[{\"id\":\"w-1\",\"owner\":\"outsider@example.test\"},{\"id\":\"w%2\"},{\"id\":\"w_3\"}]")
                .orFail();

        assertThat(feed.get("?search=OUTSIDER").json().findValuesAsText("id")).containsExactly("w-1");
        assertThat(feed.get("?search=w%25").json().findValuesAsText("id")).containsExactly("w%2");
        assertThat(feed.get("?search=w_").json().findValuesAsText("id")).containsExactly("w_3");
        assertThat(feed.get("?max=1001").status()).isEqualTo(400);
    }

    @Test
    void keeps_devices_apart_whose_ids_differ_in_case_only() {
        feed.post(
                        "",
                        "[{\"id\":\"Case-1\",\"compliance\":\"compliant\"},{\"id\":\"case-1\",\"compliance\":\"noncompliant\"}]")
                .orFail();

        assertThat(feed.get("/Case-1").json().at("/reports/0/compliance").asText())
                .isEqualTo("compliant");
        assertThat(feed.get("?search=CASE-1").json().findValuesAsText("id"))
                .containsExactlyInAnyOrder("Case-1", "case-1");
        assertThat(feed.delete("/case-1").status()).isEqualTo(204);
        assertThat(feed.get("/CASE-1").status()).isEqualTo(404);
        assertThat(feed.get("/Case-1").status()).isEqualTo(200);
    }

    @Test
    void removes_a_device() {
        feed.post("", "{\"id\":\"gone\"}").orFail();

        assertThat(feed.delete("/gone").status()).isEqualTo(204);
        assertThat(feed.delete("/gone").status()).isEqualTo(404);
    }

    @Test
    void leaves_a_device_that_is_kept_by_hand_alone() {
        feed.post("", "{\"id\":\"kiosk-1\",\"compliance\":\"compliant\"}").orFail();
        String component = createPage("Entrance kiosk", "kiosk-1", "noncompliant")
                .orFail()
                .headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceFirst(".*/", "");

        Answer answer = feed.post("", "[{\"id\":\"other\"},{\"id\":\"kiosk-1\",\"compliance\":\"compliant\"}]");

        assertThat(answer.json().path("refused").toString())
                .contains("\"index\":1", "the device is kept by hand in the admin console, and no feed changes it");
        assertThat(feed.delete("/kiosk-1").status()).isEqualTo(409);
        assertThat(feed.get("/kiosk-1").json().at("/reports/0").toString())
                .contains("\"origin\":\"by-hand\"", "\"compliance\":\"noncompliant\"");
        assertThat(createPage("Another", "kiosk-1", "compliant").text("errorMessage"))
                .isEqualTo(
                        "The device 'kiosk-1' is kept as 'Entrance kiosk' already; edit that one, because two would leave"
                                + " open which counts");
        realm.admin()
                .change(
                        "/components/" + component,
                        page -> page.withObject("/config").set("deviceId", Admin.array("kiosk-2")))
                .orFail();
        assertThat(feed.get("/kiosk-1").json().path("reports")).hasSize(1);
        realm.admin().delete("/components/" + component).orFail();
        assertThat(feed.get("/kiosk-2").status()).isEqualTo(404);
    }

    @Test
    void refuses_a_device_by_hand_that_cannot_be_used() {
        assertThat(createPage("Nameless", "", "compliant").text("errorMessage"))
                .isEqualTo(
                        "Setting 'deviceId' cannot be used: it is empty; write the id that the device's certificate or token"
                                + " has");
        assertThat(createPage("Odd", "odd", "yes").text("errorMessage"))
                .isEqualTo("Setting 'compliance' cannot be used: 'yes' is not one of compliant, noncompliant, unknown");
    }

    @Test
    void is_administered_with_an_event_for_each_change() {
        realm.admin()
                .change("", found -> found.put("adminEventsEnabled", true).put("adminEventsDetailsEnabled", true))
                .orFail();

        realm.admin()
                .post("/contact-center/devices", Admin.object("{\"id\":\"by-admin\",\"class\":\"vdi\"}"))
                .orFail();

        assertThat(realm.admin()
                        .get("/contact-center/devices/by-admin")
                        .orFail()
                        .json()
                        .at("/reports/0/class")
                        .asText())
                .isEqualTo("vdi");
        assertThat(realm.admin().get("/contact-center/devices?search=by-ad").json())
                .hasSize(1);
        realm.admin().delete("/contact-center/devices/by-admin").orFail();
        assertThat(changes()).containsExactly("DELETE", "ACTION");
    }

    /** The latest first. Keycloak's own filter knows only the types of Keycloak's own resources. */
    private List<String> changes() {
        return realm.admin()
                .get("/admin-events")
                .orFail()
                .json()
                .valueStream()
                .filter(event -> event.path("resourceType").asText().equals("CONTACT_CENTER_DEVICE"))
                .map(event -> event.path("operationType").asText())
                .toList();
    }

    private Answer createPage(String name, String device, String compliance) {
        ObjectNode page = Admin.object();
        page.put("name", name);
        page.put("providerId", "contact-center-device");
        page.put("providerType", PAGES);
        page.withObject("/config").set("deviceId", Admin.array(device));
        page.withObject("/config").set("compliance", Admin.array(compliance));
        return realm.admin().post("/components", page);
    }
}
