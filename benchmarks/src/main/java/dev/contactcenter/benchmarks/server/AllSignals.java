package dev.contactcenter.benchmarks.server;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contactcenter.demo.desk.DeskAgent;
import dev.contactcenter.demo.server.ProjectFolder;
import dev.contactcenter.demo.server.SamplePolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** Every source of signals that the pack has, and rules that ask each for the actions of the load. */
public final class AllSignals {

    /** Blocks of the zone, beside that of this machine. */
    static final int BLOCKS = 5000;

    /** More than sign in with one start of a server. */
    private static final int DEVICES = 5000;

    /** Blocks in one field of the admin console. */
    private static final int IN_ONE_FIELD = 100;

    /** Each refuses the load if its signal is missing: a source that is not read ends the run. */
    private static final String RULES = """

              - id: bench-device
                actions: [record:view, record:edit]
                when: device.management != "managed" || device.compliance != "compliant" || device.encryption != "on"
                deny: { reason: device_not_compliant }
              - id: bench-network
                actions: [record:view, record:edit]
                when: network.zone != "corporate"
                deny: { reason: network_not_trusted }
              - id: bench-location
                actions: [record:view, record:edit]
                when: location.country != "%s" || location.asn != %d
                deny: { reason: location_not_allowed }
              - id: bench-risk
                actions: [record:view, record:edit]
                when: risk.user != "low" || risk.session != "low"
                deny: { reason: risk_too_high }
            """.formatted(PlaceFile.COUNTRY, PlaceFile.ASN);

    private static final Pattern EVERYDAY = Pattern.compile("(?m)^ +- \\{ tiers: \\[0, 1],.*\\R");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final AtomicInteger turn = new AtomicInteger();
    private final ProjectFolder project;
    private final String keysUrl;

    /**
     * Those of a realm.
     *
     * @param keysUrl of the agent that signs reports
     */
    public AllSignals(ProjectFolder project, String keysUrl) {
        this.project = project;
        this.keysUrl = keysUrl;
    }

    /** The header in which a request shows a report. */
    public static Map<String, String> shown(String report) {
        return Map.of("Contact-Center-Posture", report);
    }

    /** Adds the sources to a realm, and the rules to its policy. */
    void addTo(ObjectNode realm, Path folder) throws IOException {
        Files.createDirectories(folder);
        String places = folder.resolve("places.mmdb").toAbsolutePath().toString();
        PlaceFile.write(Path.of(places));
        ArrayNode sources = realm.withObject("/components").putArray("org.keycloak.services.ui.extend.UiPageProvider");
        source(
                sources,
                "posture-token",
                Map.of("issuer", DeskAgent.ISSUER, "audience", DeskAgent.AUDIENCE, "jwksUrl", keysUrl));
        source(sources, "client-certificate", Map.of("issuer", certificates()));
        source(sources, "device-registry", Map.of());
        source(sources, "location", Map.of("countryDatabase", places, "asnDatabase", places));
        source(sources, "risk", Map.of("quiet", "low"));
        source(sources, "interaction", Map.of());
        ArrayNode fields = source(sources, "zone", Map.of("zone", "corporate")).putArray("cidrs");
        blocks().forEach(fields::add);
        SamplePolicy.changeIn(realm, policy -> strict(policy) + RULES);
    }

    /** Without the rungs that let everyday work go on without a device: a source that fails must end the run. */
    private static String strict(String policy) {
        String strict = EVERYDAY.matcher(policy).replaceAll("");
        if (strict.equals(policy)) {
            throw new IllegalStateException("The sample policy has no rung for the tiers 0 and 1 any more");
        }
        return strict;
    }

    private static ObjectNode source(ArrayNode sources, String kind, Map<String, String> settings) {
        ObjectNode config = sources.addObject()
                .put("name", kind)
                .put("providerId", "contact-center-" + kind)
                .putObject("config");
        settings.forEach((key, value) -> config.putArray(key).add(value));
        return config;
    }

    /** No client certificate is shown: a silent source is asked too. */
    private String certificates() throws IOException {
        return Files.readString(
                project.root().resolve("signal-sources/src/test/resources/certificates/devices-ca.pem"));
    }

    private static List<String> blocks() {
        List<String> fields = new ArrayList<>(List.of("127.0.0.1/32 ::1/128"));
        for (int from = 0; from < BLOCKS; from += IN_ONE_FIELD) {
            var field = new StringBuilder();
            for (int i = from; i < from + IN_ONE_FIELD; i++) {
                field.append("172.%d.%d.%d/26 ".formatted(16 + i / 1024, i / 4 % 256, i % 4 * 64));
            }
            fields.add(field.toString().strip());
        }
        return fields;
    }

    /** The device of the next sign-in: as in a contact center, none that signed in lately. */
    String nextDevice() {
        return device(turn.getAndIncrement() % DEVICES + 1);
    }

    private static String device(int number) {
        return "bench-desk-" + number;
    }

    /** Tells the registry of the devices that the load comes from. */
    public static void register(AdminRest admin) throws IOException, InterruptedException {
        var all = new StringBuilder();
        append(all, DeskAgent.DEVICE);
        for (int number = 0; number < DEVICES; number++) {
            append(all, device(number));
        }
        admin.storeDevices(admin.token(), all.toString(), DEVICES + 1);
    }

    private static void append(StringBuilder all, String id) {
        ObjectNode device = JSON.createObjectNode();
        device.put("id", id).put("class", "assigned").put("os", "windows");
        device.put("compliance", "compliant").put("management", "managed").put("encryption", "on");
        all.append(device).append('\n');
    }
}
