package dev.contactcenter.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contactcenter.demo.apps.AppProfile;
import dev.contactcenter.demo.desk.DeskAgent;
import dev.contactcenter.demo.server.AdminRest;
import dev.contactcenter.demo.server.DemoRealm;
import dev.contactcenter.demo.server.Fingerprint;
import dev.contactcenter.demo.server.KeycloakDistribution;
import dev.contactcenter.demo.server.KeycloakOptions;
import dev.contactcenter.demo.web.WebServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The whole demo: Keycloak with the pack and the realm, and everything that uses it. */
public final class Demo implements AutoCloseable {

    private final DemoOptions options;
    private final KeycloakDistribution keycloak;
    private final DemoServices services;

    private Demo(DemoOptions options, KeycloakDistribution keycloak, DemoServices services) {
        this.options = options;
        this.keycloak = keycloak;
        this.services = services;
    }

    /** Starts everything and returns when all of it can be used. */
    public static Demo start(DemoOptions options) {
        return start(options, KeycloakOptions.Launch.PLAIN);
    }

    /**
     * The same with a different Keycloak.
     *
     * @param launch beside what the demo itself takes
     */
    public static Demo start(DemoOptions options, KeycloakOptions.Launch launch) {
        try {
            Path records = recordsFile(options);
            Path imports = options.state().resolve("import");
            List<Path> files = realm(options).write(imports);
            KeycloakDistribution keycloak = new KeycloakDistribution(KeycloakOptions.plain(
                            options.project().keycloak(),
                            options.state(),
                            new KeycloakOptions.Ports(
                                    options.ports().keycloak(), options.ports().management()))
                    .withProviders(List.of(options.project().providerJar()))
                    .withImports(files)
                    .withLaunch(launch)
                    .withStartArguments(
                            List.of("--spi-contact-center-recorder--outbox--file=" + records, "--cache=local")));
            forgetOtherRealm(keycloak, importMark(options), Fingerprint.of("", files));
            keycloak.start();
            letAnyComputerEnrol(keycloak);
            return new Demo(options, keycloak, startServices(keycloak, options, records));
        } catch (IOException e) {
            throw new UncheckedIOException("The demo cannot be set up in " + options.state(), e);
        }
    }

    /** The computer that the demo runs on is known to nobody before its desk agent reports, and may be where its passkey is. */
    private static void letAnyComputerEnrol(KeycloakDistribution keycloak) {
        ObjectNode change = JsonNodeFactory.instance.objectNode();
        change.putObject("config").put("noPlatformOn", "shared##kiosk##vdi");
        new AdminRest(keycloak.baseUrl())
                .put("/authentication/required-actions/webauthn-register-passwordless/config", change);
    }

    /** Lets the next start of a stopped demo begin with nobody enrolled and nothing recorded. */
    public static void forget(DemoOptions options) {
        try {
            Files.deleteIfExists(importMark(options));
            Files.deleteIfExists(recordsFile(options));
        } catch (IOException e) {
            throw new UncheckedIOException("What an earlier demo left cannot be deleted: " + options.state(), e);
        }
    }

    private static Path recordsFile(DemoOptions options) {
        return options.state().resolve("records.jsonl").toAbsolutePath();
    }

    private static Path importMark(DemoOptions options) {
        return options.state().resolve("imported");
    }

    private static DemoServices startServices(KeycloakDistribution keycloak, DemoOptions options, Path records) {
        try {
            return DemoServices.start(keycloak.realmUrl(DemoRealm.NAME), options.ports(), options.pace(), records);
        } catch (RuntimeException e) {
            keycloak.stop();
            throw e;
        }
    }

    private static DemoRealm realm(DemoOptions options) {
        Map<String, URI> apps = Map.of(
                AppProfile.SUPERVISOR_CONSOLE.clientId(),
                WebServer.url(options.ports().console()),
                AppProfile.AGENT_DESKTOP.clientId(),
                WebServer.url(options.ports().desktop()),
                AppProfile.ANALYST_WORKBENCH.clientId(),
                WebServer.url(options.ports().workbench()));
        return new DemoRealm(options.project(), apps, options.pace().freshness())
                .trusting(WebServer.url(options.ports().desk()))
                .withTelephony();
    }

    /** Keycloak never imports over a realm that it has: with other ports or another policy it must begin anew. */
    private static void forgetOtherRealm(KeycloakDistribution keycloak, Path mark, String fingerprint)
            throws IOException {
        if (!Files.exists(mark) || !Files.readString(mark).equals(fingerprint)) {
            keycloak.forgetData();
            Files.writeString(mark, fingerprint);
        }
    }

    /** The supervisor console. */
    public URI console() {
        return WebServer.url(options.ports().console());
    }

    /** The agent desktop. */
    public URI desktop() {
        return WebServer.url(options.ports().desktop());
    }

    /** The analyst workbench. */
    public URI workbench() {
        return WebServer.url(options.ports().workbench());
    }

    /** The telephony system. */
    public URI phones() {
        return WebServer.url(options.ports().phones());
    }

    /** The viewer of decision records. */
    public URI records() {
        return WebServer.url(options.ports().records());
    }

    /** The page of the desk agent. */
    public URI desk() {
        return WebServer.url(options.ports().desk());
    }

    /** An administrator reports the computer of the desk agent lost. */
    public void reportTheDeskLost() {
        ObjectNode order = JsonNodeFactory.instance.objectNode();
        order.put("device", DeskAgent.DEVICE).put("reason", "reported_lost");
        new AdminRest(keycloak.baseUrl()).post("/contact-center/revocations", order);
    }

    /** Where Keycloak writes decision records, one a line. */
    public Path recordsFile() {
        return recordsFile(options);
    }

    /** The server behind it all. */
    public KeycloakDistribution keycloak() {
        return keycloak;
    }

    @Override
    public void close() {
        services.close();
        keycloak.close();
    }
}
