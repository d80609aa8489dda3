package dev.contactcenter.benchmarks.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contactcenter.benchmarks.continuous.Results;
import dev.contactcenter.benchmarks.engine.Figure;
import dev.contactcenter.benchmarks.engine.Limit;
import dev.contactcenter.benchmarks.server.AdminRest;
import dev.contactcenter.benchmarks.server.Candidate;
import dev.contactcenter.benchmarks.server.Operation;
import dev.contactcenter.benchmarks.server.PostgresServers;
import dev.contactcenter.benchmarks.server.SameRealm;
import dev.contactcenter.benchmarks.server.WarmUp;
import dev.contactcenter.demo.cluster.Database;
import dev.contactcenter.demo.server.DemoRealm;
import dev.contactcenter.demo.server.KeycloakOptions;
import dev.contactcenter.demo.server.ProjectFolder;
import dev.contactcenter.trail.RealmKeys;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Measures auditing on PostgreSQL: what it takes of sign-ins and refreshes, against the same server with a recorder that keeps nothing; how
 * fast what waits is delivered; how fast a trail is checked.
 */
final class AuditBench {

    private static final int SIGN_INS = 40;

    /** Some seconds of them: within one second, who comes last of eight at a time and when records are sealed is most of a difference. */
    private static final int MEASURED_SIGN_INS = 160;

    private static final int REFRESHES = 600;
    private static final int WAITING = 50_000;
    private static final int FEW_WAITING = 2_000;
    private static final double ENOUGH = 0.93;
    private static final double TIMES_THE_RECORDS = 10;
    private static final double VERIFIED = 200_000;

    private static final String ON = "recording";
    private static final String WITHOUT = "the same without records";
    private static final String SECRET = "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz";
    private static final String CHAIN = ",\"chain\":{";

    private final Results results = new Results();
    private final Operation signIn = Operation.of("sign-in-recorded", WITHOUT);
    private final Operation refresh = Operation.of("refresh-recorded", WITHOUT);
    private final ProjectFolder project;
    private final Path folder;
    private final boolean quick;

    private AuditBench(ProjectFolder project, Path folder, boolean quick) {
        this.project = project;
        this.folder = folder;
        this.quick = quick;
    }

    /**
     * Prints one line a figure and writes the same as JSON under {@code target/bench/}.
     *
     * @param arguments {@code --quick} for a short run, too short to be quoted
     */
    public static void main(String[] arguments)
            throws IOException, InterruptedException, SQLException, GeneralSecurityException {
        ProjectFolder project = ProjectFolder.find();
        Path folder = project.state("bench");
        Files.createDirectories(folder);
        var bench = new AuditBench(
                project, folder.resolve("audit"), List.of(arguments).contains("--quick"));
        bench.measure();
        bench.results.write(folder.resolve("audit.json"));
    }

    private void measure() throws IOException, InterruptedException, SQLException, GeneralSecurityException {
        try (Database database = Database.start(folder.resolve("database"));
                SyslogReceiver syslog = SyslogReceiver.start(folder.resolve("syslog"))) {
            var servers = new PostgresServers(project, database, folder);
            Files.deleteIfExists(servers.records());
            try (Candidate off = candidate(servers.discarding("silent"));
                    Candidate on = candidate(servers.recording(ON)
                            .withStartArguments(List.of("--truststore-paths=" + syslog.certificate())))) {
                off.startAnew();
                on.startAnew();
                load(off, on);
                drain(servers, on, syslog);
            }
        }
    }

    private Candidate candidate(KeycloakOptions options) throws IOException {
        Path realm = folder.resolve("realm-" + options.workFolder().getFileName());
        return new Candidate(options.withImports(new SameRealm(project).withPack(realm)));
    }

    private void load(Candidate off, Candidate on) throws IOException, InterruptedException {
        off.signIns(REFRESHES);
        on.signIns(REFRESHES);
        if (!quick) {
            WarmUp.of(() -> off.signIns(SIGN_INS), () -> on.signIns(SIGN_INS));
            WarmUp.of(() -> off.refreshes(REFRESHES), () -> on.refreshes(REFRESHES));
        }
        for (int round = 0; round < (quick ? 1 : 8); round++) {
            signIn.without(off.signIns(MEASURED_SIGN_INS));
            signIn.with(on.signIns(MEASURED_SIGN_INS));
            refresh.without(off.refreshes(REFRESHES));
            refresh.with(on.refreshes(REFRESHES));
        }
        for (Operation operation : List.of(signIn, refresh)) {
            operation.figures().forEach(results::tell);
            results.tell(Limit.atLeast(operation.rate().name(), operation.rate().ratio(), ENOUGH, "of " + WITHOUT));
        }
    }

    private void drain(PostgresServers servers, Candidate on, SyslogReceiver syslog)
            throws IOException, InterruptedException, SQLException {
        AdminRest admin = on.admin();
        String realm = admin.send("GET", "/" + DemoRealm.NAME, admin.token(), "")
                .path("id")
                .asText();
        String line;
        try (Stream<String> lines = Files.lines(servers.records())) {
            line = lines.filter(one -> one.contains("\"refresh\"") && one.contains(CHAIN))
                    .findFirst()
                    .orElseThrow();
        }
        String record = line.substring(0, line.lastIndexOf(CHAIN)) + "}";
        var drain = new DrainRate(servers.database(), ON);
        double least = TIMES_THE_RECORDS * refresh.rate().withMedian();
        tell("drain-to-file", drain, realm, record, least);
        verify(servers.records(), on.realm());
        Measure measured = name -> tell("drain-to-" + name, drain, realm, record, least);
        try (WebhookReceiver receiver = WebhookReceiver.start()) {
            to(admin, "webhook", Map.of("url", receiver.url(), "secret", SECRET, "batch", "1000"), measured);
        }
        to(admin, "syslog", Map.of("host", "localhost", "port", String.valueOf(syslog.port())), measured);
        try (KafkaNode kafka = KafkaNode.start(project.root(), Files.createTempDirectory(folder, "kafka"))) {
            to(
                    admin,
                    "kafka",
                    Map.of("servers", kafka.servers(), "topic", "records", "encryption", "none", "batch", "1000"),
                    measured);
        }
    }

    /** What is measured while a sink is there. */
    @FunctionalInterface
    private interface Measure {
        void of(String name) throws IOException, InterruptedException, SQLException;
    }

    /** With this sink of the realm, and no other. */
    private static void to(AdminRest admin, String kind, Map<String, String> settings, Measure measured)
            throws IOException, InterruptedException, SQLException {
        String components = "/" + DemoRealm.NAME + "/components";
        ObjectNode sink = new ObjectMapper().createObjectNode();
        sink.put("name", kind)
                .put("providerId", "contact-center-" + kind + "-sink")
                .put("providerType", "org.keycloak.services.ui.extend.UiPageProvider");
        ObjectNode config = sink.putObject("config");
        config.putArray("name").add(kind);
        settings.forEach((key, value) -> config.putArray(key).add(value));
        admin.send("POST", components, admin.token(), sink.toString());
        measured.of(kind);
        for (JsonNode one : admin.send("GET", components, admin.token(), "")) {
            if (one.path("name").asText().equals(kind)) {
                admin.send("DELETE", components + "/" + one.path("id").asText(), admin.token(), "");
            }
        }
    }

    private void tell(String name, DrainRate drain, String realm, String record, double least)
            throws SQLException, InterruptedException {
        drain.measure(realm, record, FEW_WAITING);
        double rate = drain.measure(realm, record, quick ? FEW_WAITING : WAITING);
        results.tell(Figure.alone(name, rate, "records per s"));
        results.tell(Limit.atLeast(name, rate, least, "records per s, ten times what refreshes make"));
    }

    private void verify(Path records, URI realm) throws IOException, InterruptedException {
        var keys = new RealmKeys();
        keys.add(HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(realm + "/protocol/openid-connect/certs"))
                                .build(),
                        BodyHandlers.ofString())
                .body());
        double rate = VerifyRate.measure(records, keys);
        results.tell(Figure.alone("verify", rate, "records per s"));
        results.tell(Limit.atLeast("verify", rate, VERIFIED, "records per s"));
    }
}
