package dev.contactcenter.demo.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contactcenter.demo.desk.DeskAgent;
import dev.contactcenter.demo.desk.DeskServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The production realm, made fit for the demo: its apps live at loopback addresses, and freshness may be shorter so that one
 * need not wait for it to pass. The hour of day does not count then.
 */
public final class DemoRealm {

    /** The name of the realm. */
    public static final String NAME = "contact-center";

    /** How long the sample policy lets a passkey count as recent. */
    public static final Duration SAMPLE_FRESHNESS = Duration.ofMinutes(5);

    private static final long LONGEST_MOMENT_SECONDS = 5;

    private static final String NIGHT_ROLLOUT = "    rollout: { groups: [/pilot], percent: 10 }\n";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ProjectFolder project;
    private final Map<String, URI> apps;
    private final Duration freshness;
    private final Optional<URI> desk;
    private final boolean telephony;

    /**
     * A realm file of the project with changes.
     *
     * @param apps client id to the base URL that the app has here
     * @param freshness replaces {@link #SAMPLE_FRESHNESS} in policy and flow; whole seconds
     */
    public DemoRealm(ProjectFolder project, Map<String, URI> apps, Duration freshness) {
        this(project, apps, freshness, Optional.empty(), false);
    }

    private DemoRealm(
            ProjectFolder project, Map<String, URI> apps, Duration freshness, Optional<URI> desk, boolean telephony) {
        this.project = project;
        this.apps = Map.copyOf(apps);
        this.freshness = freshness;
        this.desk = desk;
        this.telephony = telephony;
    }

    /** The same with a source of device posture: the desk agent at this address. */
    public DemoRealm trusting(URI deskAgent) {
        return new DemoRealm(project, apps, freshness, Optional.of(deskAgent), telephony);
    }

    /** The same with a telephony system that tells of calls, and a server of recordings that asks about tokens. */
    public DemoRealm withTelephony() {
        return new DemoRealm(project, apps, freshness, desk, true);
    }

    /** Writes the files that Keycloak imports, the realm first. */
    public List<Path> write(Path folder) throws IOException {
        Files.createDirectories(folder);
        ObjectNode realm = (ObjectNode) JSON.readTree(Files.readAllBytes(project.realmFile()));
        realm.path("clients").forEach(this::admitApp);
        desk.ifPresent(agent -> addSource(realm, agent));
        if (telephony) {
            DemoTelephony.addTo(realm);
        }
        if (!freshness.equals(SAMPLE_FRESHNESS)) {
            realm.path("authenticatorConfig").forEach(this::shortenLevel);
            SamplePolicy.changeIn(realm, this::shortened);
        }
        Path target = folder.resolve(project.realmFile().getFileName().toString());
        Files.write(target, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(realm));
        return List.of(target, project.usersFile());
    }

    private static void addSource(ObjectNode realm, URI agent) {
        ObjectNode source = realm.withObject("/components")
                .withArray("org.keycloak.services.ui.extend.UiPageProvider")
                .addObject();
        source.put("name", "desk agent").put("providerId", "contact-center-posture-token");
        source.putObject("subComponents");
        ObjectNode config = source.putObject("config");
        config.putArray("carrier").add("cookie");
        config.putArray("name").add(DeskServer.COOKIE);
        config.putArray("issuer").add(DeskAgent.ISSUER);
        config.putArray("audience").add(DeskAgent.AUDIENCE);
        config.putArray("jwksUrl").add(DeskServer.keysUrl(agent));
    }

    private void admitApp(JsonNode client) {
        URI app = apps.get(client.path("clientId").asText());
        if (app == null) {
            return;
        }
        ObjectNode changed = (ObjectNode) client;
        changed.withArray("/redirectUris").add(app + "/callback");
        changed.withArray("/webOrigins").add(app.toString());
        // Where a page of Keycloak leads back to.
        changed.put("rootUrl", app.toString());
        changed.put("baseUrl", app + "/");
        ObjectNode attributes = changed.withObject("/attributes");
        String before = attributes.path("post.logout.redirect.uris").asText("+");
        attributes.put("post.logout.redirect.uris", before + "##" + app + "/");
    }

    /** The flow asks for a proof anew a moment before the policy takes it for old, so that moment stays. */
    private void shortenLevel(JsonNode execution) {
        JsonNode config = execution.path("config");
        long moment = SAMPLE_FRESHNESS.toSeconds() - config.path("loa-max-age").asLong(0);
        if (moment >= 0 && moment <= LONGEST_MOMENT_SECONDS) {
            ((ObjectNode) config).put("loa-max-age", String.valueOf(freshness.toSeconds() - moment));
        }
    }

    private String shortened(String policy) {
        // What is lived in a hurry must also come out the same at night.
        return policy.replace(SAMPLE_FRESHNESS.toString(), freshness.toString())
                .replace(NIGHT_ROLLOUT, "    state: report-only\n");
    }
}
