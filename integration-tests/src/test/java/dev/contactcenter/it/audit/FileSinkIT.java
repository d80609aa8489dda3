package dev.contactcenter.it.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contactcenter.demo.server.DemoRealm;
import dev.contactcenter.demo.server.KeycloakDistribution;
import dev.contactcenter.it.oidc.TestApp;
import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.Admin;
import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.BesideOthers;
import dev.contactcenter.it.server.Http;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.OwnServer;
import dev.contactcenter.it.server.RealmAdmin;
import dev.contactcenter.it.server.RealmFixture;
import dev.contactcenter.it.server.Waiting;
import dev.contactcenter.it.server.WithKeycloak;
import dev.contactcenter.it.services.ServiceAccount;
import dev.contactcenter.listeners.sink.FullDisk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("audit")
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@BesideOthers
@DisplayName("A file that an administrator of a realm configures")
final class FileSinkIT {

    /** A sink that failed rests for half a minute at most. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String SINK = "archive";
    private static final String SERVICE = "cti-connector";
    private static final String CONSOLE = "supervisor-console";

    private final KeycloakServer common;
    private Path folder;
    private OwnServer server;
    private String decision;

    FileSinkIT(KeycloakServer common) {
        this.common = common;
    }

    @BeforeAll
    void decideAtAServerThatGetsTheRecordsOfAllRealms(@TempDir Path empty) throws IOException {
        folder = Files.createDirectory(empty.resolve("records"));
        server = OwnServer.start(
                common,
                "keycloak-file-sink",
                "drain-interval-millis=100",
                List.of(
                        "--spi-ui-page--contact-center-file-sink--folder=" + folder,
                        "--spi-contact-center-recorder--outbox--server-share=all",
                        "--spi-contact-center-recorder--outbox--pseudonyms=username,user-id,address",
                        "--spi-contact-center-recorder--outbox--pseudonym-key=a-key-of-the-tests-that-is-long-enough"));
        RealmAdmin admin = server.admin(DemoRealm.NAME);
        ServiceAccount.giveSecret(admin, SERVICE);
        admin.change(
                        "/clients/" + admin.clientId(CONSOLE),
                        client -> client.set("redirectUris", Admin.array(TestApp.CALLBACK)))
                .orFail();
        admin.post("/components", file("trail.jsonl")).orFail();
        decision = new Tokens(ServiceAccount.ask(server.keycloak().realmUrl(DemoRealm.NAME), SERVICE, "record:view")
                        .orFail())
                .claims()
                .path("txn")
                .asText();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void gets_the_records_in_a_folder_of_the_realms_own() {
        Path file = awaitFile();

        assertThat(folder.relativize(file).getNameCount())
                .as("one folder for each realm")
                .isEqualTo(2);
        assertThat(file.getFileName()).hasToString("trail.jsonl");
    }

    @Test
    void keeps_none_from_whoever_runs_the_server_not_even_that_of_configuring_it() {
        List<JsonNode> records = Waiting.until(
                PATIENCE,
                () -> Optional.of(server.records().all())
                        .filter(all -> all.stream()
                                .anyMatch(record -> record.path("id").asText().equals(decision))),
                () -> "The server's own file got " + server.records().all());

        assertThat(records)
                .filteredOn(record -> record.path("event").asText().equals("configuration_changed"))
                .anyMatch(record -> record.at("/about/entity").asText().equals(SINK));
    }

    @Test
    @Tag("attack")
    void and_the_servers_own_have_pseudonyms_alone_where_the_server_has_it_so() {
        Path file = awaitFile();

        assertThat(read(file)).contains("\"username\":\"p-").doesNotContain("service-account-" + SERVICE);
        assertThat(server.records().all()).isNotEmpty().allSatisfy(record -> {
            assertThat(record.toString()).doesNotContain("\"" + KeycloakDistribution.ADMINISTRATOR + "\"", "127.0.0.1");
            assertThat(record.at("/actor/username").asText()).matches("|p-[0-9a-f]{32}");
            assertThat(record.at("/actor/user_id").asText()).matches("|p-[0-9a-f]{32}");
            assertThat(record.at("/actor/address").asText()).matches("|p-[0-9a-f]{32}");
        });
    }

    @Test
    @Tag("attack")
    void is_not_outside_of_that_folder() {
        assertThat(server.admin(DemoRealm.NAME)
                        .post("/components", file("../../outside.jsonl"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void is_refused_where_the_server_has_no_folder_for_it() {
        try (RealmFixture realm = RealmFixture.plan(common, "file-sinks").create()) {
            ObjectNode tried = file("trail.jsonl");
            tried.withObject("/config").set("trial", Admin.array("when-saved"));

            Answer refused = realm.admin().post("/components", tried);

            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.body()).contains("spi-ui-page--contact-center-file-sink--folder");
        }
    }

    @ParameterizedTest
    @EnumSource
    void in_a_bad_way_costs_nobody_a_sign_in_loses_nothing_and_keeps_the_order(FileFault fault) throws IOException {
        Path file = awaitFile();
        List<Someone> people = new ArrayList<>(List.of(someone()));
        awaitAll(people, file);
        long alarms = alarms(file);

        FileFault.Mending mending = fault.befall(folder, file);
        try {
            people.forEach(Someone::goOn);
            people.add(someone());
            Waiting.until(
                    PATIENCE,
                    () -> Optional.of(standing())
                            .filter(archive -> archive.path("failures").asInt() > 0),
                    () -> "The sink fails nowhere: " + standing());
            people.forEach(Someone::goOn);
        } finally {
            mending.mend();
        }

        people.forEach(Someone::goOn);
        awaitAll(people, file);
        people.forEach(one -> assertThat(ids(file)).containsSubsequence(one.decisions()));
        assertThat(SinkRealm.verify(server.keycloak().realmUrl(DemoRealm.NAME), lines(file))
                        .findings())
                .isEmpty();
        assertThat(standing().path("lost").asInt()).isZero();
        assertThat(standing().path("dead_letters").asInt()).isZero();
        assertThat(alarms(file)).as("one alarm, and no more").isEqualTo(alarms + 1);
    }

    @Test
    void of_the_servers_own_on_a_full_disk_costs_nobody_a_sign_in_and_loses_nothing() throws IOException {
        Path file = server.recordsFile();
        FullDisk full = FullDisk.around(file, 0);
        Someone supervisor;
        try {
            supervisor = someone();
            Waiting.until(
                    PATIENCE,
                    () -> Optional.of(metrics())
                            .filter(text -> text.contains("contact_center_audit_server_failures_total ")),
                    () -> "Failing is not counted: " + metrics());
            supervisor.goOn();
        } finally {
            full.free();
        }

        supervisor.goOn();
        awaitAll(List.of(supervisor), file);
        assertThat(ids(file)).containsSubsequence(supervisor.decisions());
        String log = Waiting.until(
                PATIENCE,
                () -> Optional.of(server.keycloak().logText())
                        .filter(text -> text.contains("Decision records are delivered again to the file '" + file)),
                () -> "The log does not tell that the file has records again");
        assertThat(log).containsOnlyOnce("Decision records cannot be delivered to the file '" + file);
    }

    private Someone someone() {
        return new Someone(new TestApp(server.keycloak().realmUrl(DemoRealm.NAME), CONSOLE));
    }

    private JsonNode standing() {
        return server.admin(DemoRealm.NAME)
                .get("/contact-center/audit/sinks/" + SINK)
                .orFail()
                .json();
    }

    private String metrics() {
        return Http.get(server.keycloak().managementUrl() + "/metrics").orFail().body();
    }

    private long alarms(Path file) {
        String alarm = "Records cannot be delivered to sink " + SINK + " of realm " + DemoRealm.NAME + ": the file '"
                + file + "'";
        return server.keycloak()
                .logText()
                .lines()
                .filter(line -> line.contains(alarm))
                .count();
    }

    private Path awaitFile() {
        return Waiting.until(
                PATIENCE, () -> holding(decision), () -> "Of " + files() + " none has the record " + decision);
    }

    private static void awaitAll(List<Someone> people, Path file) {
        List<String> decided =
                people.stream().flatMap(one -> one.decisions().stream()).toList();
        Waiting.until(
                PATIENCE,
                () -> Optional.of(ids(file)).filter(ids -> ids.containsAll(decided)),
                () -> "Of " + decided + " only these came: " + ids(file));
    }

    /** Of what was begun and not ended, nothing. */
    private static List<String> ids(Path file) {
        return lines(file).stream()
                .filter(line -> line.endsWith("}"))
                .map(line -> Admin.object(line).path("id").asText())
                .toList();
    }

    private static List<String> lines(Path file) {
        return read(file).lines().toList();
    }

    private static ObjectNode file(String name) {
        ObjectNode component = Admin.object();
        component.put("name", SINK).put("providerId", "contact-center-file-sink");
        component.put("providerType", "org.keycloak.services.ui.extend.UiPageProvider");
        Map.of("name", SINK, "file", name, "rotateAt", "0")
                .forEach((key, value) -> component.withObject("/config").set(key, Admin.array(value)));
        return component;
    }

    private Optional<Path> holding(String decision) {
        return files().stream()
                .filter(file -> read(file).contains("{\"id\":\"" + decision + "\""))
                .findFirst();
    }

    private List<Path> files() {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
